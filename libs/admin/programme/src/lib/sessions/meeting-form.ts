import { applyEach, type SchemaPathTree } from '@angular/forms/signals';
import { applyRules } from '@reihe/admin-ui';
import {
  dialInRules,
  meetingAccessRules,
  type DialIn,
  type MeetingAccess,
  type MeetingProvider,
  type SaveMeetingAccess,
} from '@reihe/shared-contracts';

/** Meeting access as typed. */
export type MeetingForm = Omit<MeetingAccess, 'provider' | 'opensBefore'> & {
  /** Empty: as the link is recognised. */
  provider: MeetingProvider | '';
  /** Empty: as usual. */
  opensBefore: number | null;
};

export function meetingForm({ provider, ...meeting }: MeetingAccess): MeetingForm {
  return { ...meeting, provider: provider ?? '' };
}

export function saveMeeting({ provider, opensBefore, ...typed }: MeetingForm): SaveMeetingAccess {
  return { ...typed, provider: provider || null, ...(opensBefore !== null && { opensBefore }) };
}

export function emptyDialIn(): DialIn {
  return { label: '', number: '', pin: '' };
}

export function meetingSchema(path: SchemaPathTree<MeetingForm>): void {
  applyRules<MeetingForm>(path, meetingAccessRules);
  applyEach(path.dialIn, (line) => {
    applyRules(line, dialInRules);
  });
}
