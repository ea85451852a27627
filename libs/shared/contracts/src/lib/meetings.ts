import type { RulesFor } from './fields';

export const MEETING_PROVIDERS = ['zoom', 'teams', 'webex', 'bigbluebutton', 'jitsi', 'other'] as const;
export type MeetingProvider = (typeof MEETING_PROVIDERS)[number];

/** One number to ring instead of opening the link. */
export interface DialIn {
  /** Country or city, as typed. */
  label: string;
  number: string;
  pin: string;
}

/** How one gets into a session. Secret but for the provider: only confirmed participants, speakers and staff see it. */
export interface MeetingAccess {
  /** null: as the link is recognised. */
  provider: MeetingProvider | null;
  url: string;
  meetingId: string;
  passcode: string;
  dialIn: DialIn[];
  /** For staff alone: on no page of the portal and in no mail. */
  hostNotes: string;
  /** Name of the account that hosts the meeting; one account hosts one meeting at a time. */
  account: string;
  /** Minutes before the start from which people are let through. */
  opensBefore: number;
}

/** What a body may leave out is as it is in NO_MEETING. */
export type SaveMeetingAccess = Pick<MeetingAccess, 'url' | 'passcode'> & Partial<MeetingAccess>;

export const NO_MEETING: Readonly<MeetingAccess> = {
  provider: null,
  url: '',
  meetingId: '',
  passcode: '',
  dialIn: [],
  hostNotes: '',
  account: '',
  opensBefore: 15,
};

export const dialInRules = {
  label: { kind: 'text', minLength: 2, maxLength: 120 },
  number: { kind: 'text', format: 'phone', minLength: 3, maxLength: 40 },
  pin: { kind: 'text', maxLength: 40, optional: true },
} as const satisfies RulesFor<DialIn>;

export const meetingAccessRules = {
  provider: { kind: 'text', values: MEETING_PROVIDERS, optional: true },
  url: { kind: 'text', format: 'url', maxLength: 2000, optional: true },
  meetingId: { kind: 'text', maxLength: 100, optional: true },
  passcode: { kind: 'text', maxLength: 100, optional: true },
  dialIn: { kind: 'list', maxLength: 30, optional: true },
  hostNotes: { kind: 'text', maxLength: 4000, optional: true },
  account: { kind: 'text', maxLength: 200, optional: true },
  opensBefore: { kind: 'number', min: 0, max: 24 * 60, optional: true },
} as const satisfies RulesFor<MeetingAccess>;
