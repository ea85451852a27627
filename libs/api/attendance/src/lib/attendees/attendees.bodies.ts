import { Field, PageQuery } from '@reihe/api-platform';
import {
  ATTENDEE_GROUPS,
  matchAttendeesRules,
  setAttendeeRoleRules,
  type AttendeeGroup,
  type AttendeeRole,
  type MatchAttendees,
  type SetAttendeeRole,
} from '@reihe/shared-figures';

export class AttendeesQuery extends PageQuery {
  @Field({ kind: 'text', values: ATTENDEE_GROUPS, optional: true }) group?: AttendeeGroup;
}

export class KnownAttendeesQuery {
  @Field({ kind: 'text', minLength: 2, maxLength: 200 }) q: string;
}

export class MatchAttendeesBody implements MatchAttendees {
  @Field(matchAttendeesRules.attendeeIds) attendeeIds: string[];
  @Field(matchAttendeesRules.participantId) participantId: string | null = null;
  @Field(matchAttendeesRules.isTakenBack) isTakenBack?: boolean;
  @Field(matchAttendeesRules.reason) reason?: string;
}

export class SetAttendeeRoleBody implements SetAttendeeRole {
  @Field(setAttendeeRoleRules.attendeeIds) attendeeIds: string[];
  @Field(setAttendeeRoleRules.role) role: AttendeeRole;
  @Field(setAttendeeRoleRules.isTakenBack) isTakenBack?: boolean;
  @Field(setAttendeeRoleRules.reason) reason?: string;
}
