import { applyEach, type SchemaPathTree } from '@angular/forms/signals';
import { applyRules } from '@reihe/admin-ui';
import {
  dialInRules,
  meetingAccessRules,
  NO_MEETING,
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

/** What an older version or a draft does not say is as it is without a meeting. */
export function meetingForm(meeting: SaveMeetingAccess): MeetingForm {
  return { ...NO_MEETING, ...meeting, provider: meeting.provider ?? '' };
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
