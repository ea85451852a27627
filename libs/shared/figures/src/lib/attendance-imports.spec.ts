import {
  ATTENDEE_ROLES,
  REPORT_FIELDS,
  setAttendeeRoleRules,
  readAttendanceRules,
} from './attendance-imports';

describe('the rules of attendance', () => {
  it('take every role there is', () => {
    expect(setAttendeeRoleRules.role.values).toEqual(ATTENDEE_ROLES);
  });

  it('let a column say nothing', () => {
    expect(readAttendanceRules.columns.values).toEqual(['', ...REPORT_FIELDS]);
  });
});
