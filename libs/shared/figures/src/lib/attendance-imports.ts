import type { Page, Problem, RulesFor } from '@reihe/shared-contracts';

/** What a report of a meeting tool is known by, from its content alone; table: any other, with its columns told. */
export const MEETING_REPORT_FORMATS = [
  'zoom-meeting',
  'zoom-webinar',
  'zoom-registrants',
  'teams',
  'webex',
  'bigbluebutton',
  'table',
] as const;
export type MeetingReportFormat = (typeof MEETING_REPORT_FORMATS)[number];

/** Hosts, speakers and bots (recorders, note-takers) are set apart: they are on record and count as nobody who came. */
export const ATTENDEE_ROLES = ['attendee', 'host', 'speaker', 'bot'] as const;
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];

/** link: joined by an address of one's own · email: the address of the report · staff: somebody said so · earlier-decision: somebody said
 * so of the same name in the same series. */
export const ATTENDEE_MATCHES = ['link', 'email', 'staff', 'earlier-decision'] as const;
export type AttendeeMatch = (typeof ATTENDEE_MATCHES)[number];

/** What a column of a table says. */
export const REPORT_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'organisation',
  'city',
  'country',
  'joinedAt',
  'leftAt',
  'minutes',
  'role',
  'token',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How to read what a report leaves open; sent as fields beside its file. */
export interface ReadAttendance {
  /** IANA; the session's where it is not said. */
  timeZone?: string;
  /** Only where somebody said so; worked out otherwise. */
  dateOrder?: DateOrder;
  /** Of a table, in the order of its columns; empty: says nothing that is wanted. As JSON in the field. */
  columns?: string[];
}

/** The smaller of the two makes somebody one who came; null: does not matter. At least one of them is set. */
export interface AttendanceThreshold {
  /** Of the session's length. */
  sharePercent: number | null;
  minutes: number | null;
}
export const DEFAULT_THRESHOLD: AttendanceThreshold = { sharePercent: 50, minutes: 15 };

export interface SeriesThreshold extends AttendanceThreshold {
  seriesId: string;
  /** 0: the default, nothing was set. */
  version: number;
}

export interface SetThreshold extends AttendanceThreshold {
  /** As read. */
  version: number;
}

export interface AttendanceImport {
  id: string;
  fileName: string;
  format: MeetingReportFormat;
  /** Lines that say when somebody was there. */
  lines: number;
  importedAt: string;
  /** null: the account is gone. */
  importedBy: string | null;
  undoneAt: string | null;
}

/** What is wrong with a line; all of them but `not-an-address` keep the file from being imported. */
export const REPORT_PROBLEM_CODES = [
  'no-name',
  'bad-time',
  'time-doubtful',
  'left-before-joined',
  'longer-than-a-day',
  'bad-minutes',
  'cut-off',
  'not-an-address',
] as const;
export type ReportProblemCode = (typeof REPORT_PROBLEM_CODES)[number];

export interface ReportProblem {
  line: number;
  column: string;
  code: ReportProblemCode;
  value: string;
}

/** Why somebody may be this participant. */
export const SUGGESTION_REASONS = [
  'same-name',
  'similar-name',
  'same-organisation',
  'registered',
  'same-city',
] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

export interface MatchSuggestion {
  participantId: string;
  name: string;
  organisation: string;
  email: string;
  /** The best first. */
  reasons: SuggestionReason[];
}

/** Somebody whom the reports of a session name. */
export interface Attendee {
  id: string;
  /** Empty: erased. */
  name: string;
  email: string;
  organisation: string;
  role: AttendeeRole;
  /** Staff said so: no report changes it. */
  isRoleByHand: boolean;
  /** Together with other lines of the same person, within the session's time. */
  minutes: number;
  hasCome: boolean;
  /** Lines of reports that name them. */
  lines: number;
  /** null: a guest whom nobody identified. */
  participant: { id: string; name: string; email: string; isRegistered: boolean } | null;
  matchedBy: AttendeeMatch | null;
  reason: string;
  /** Of guests only. */
  suggestions: MatchSuggestion[];
}

/** Of a session. `attended` to `attended + guests` people came: a guest may be somebody who is counted already. */
export interface AttendanceCounts {
  attended: number;
  guests: number;
  /** On record but not long enough. */
  short: number;
  hosts: number;
  speakers: number;
  bots: number;
  /** Confirmed places of whom no report says that they came. */
  missed: number;
}

/** What is on record of who came to a session. */
export interface AttendanceRecord {
  sessionId: string;
  seriesId: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  threshold: SeriesThreshold;
  /** Minutes that the threshold comes to here. */
  neededMinutes: number;
  counts: AttendanceCounts;
  imports: AttendanceImport[];
}

/** guests: whom nobody identified · identified: whoever came or not, and is known · short: not there long enough · apart: hosts, speakers, bots */
export const ATTENDEE_GROUPS = ['guests', 'identified', 'short', 'apart'] as const;
export type AttendeeGroup = (typeof ATTENDEE_GROUPS)[number];

export type AttendeePage = Page<Attendee>;

/** What importing a file would come to; nothing is written. */
export interface AttendancePreview {
  format: MeetingReportFormat;
  meetingTitle: string;
  meetingStartsAt: string | null;
  timeZone: string;
  dateOrder: DateOrder | null;
  /** The order of day and month could not be proven by any date. */
  isDateOrderGuessed: boolean;
  columns: string[];
  /** What each column is taken for; empty: nothing. */
  guessed: string[];
  /** First lines of the table. */
  rows: string[][];
  problems: ReportProblem[];
  /** A file that was imported already. */
  isKnown: boolean;
  /** Lines that an earlier report of the session has, too. */
  overlapping: number;
  /** Lines that say that somebody was there. */
  lines: number;
  /** Of these such as tell neither times nor minutes: those who are listed count as having come. */
  listed: number;
  before: AttendanceCounts;
  after: AttendanceCounts;
  /** As they would be: of the guests at most fifty, those first whose name somebody known has. */
  guests: Attendee[];
}

export interface AttendanceImported {
  import: AttendanceImport;
  /** The same file was imported before: nothing was written. */
  wasKnown: boolean;
  counts: AttendanceCounts;
}

export type AttendanceImportProgress =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; result: AttendanceImported }
  | { kind: 'failed'; problem: Problem };

/** Says of guests, or of people who were matched wrongly, who they are. */
export interface MatchAttendees {
  attendeeIds: string[];
  /** null: nobody known; they stay guests and are suggested nobody any more. */
  participantId: string | null;
  /** Takes back what somebody decided: as the report has it. The participant is then of no matter. */
  isTakenBack?: boolean;
  reason?: string;
}

export interface SetAttendeeRole {
  attendeeIds: string[];
  role: AttendeeRole;
  /** Takes back what somebody decided: as the reports have it. The role is then of no matter. */
  isTakenBack?: boolean;
  reason?: string;
}

/** Somebody to match a guest with. */
export interface KnownAttendee {
  id: string;
  name: string;
  email: string;
  organisation: string;
  isRegistered: boolean;
}

export const ATTENDANCE_LIMITS = { bytes: 10 * 1024 * 1024, rows: 20_000 } as const;

export const readAttendanceRules = {
  timeZone: { kind: 'text', format: 'time-zone', optional: true },
  dateOrder: { kind: 'text', values: DATE_ORDERS, optional: true },
  columns: { kind: 'list', values: ['', ...REPORT_FIELDS], maxLength: 200, optional: true },
} as const satisfies RulesFor<ReadAttendance>;

export const setThresholdRules = {
  sharePercent: { kind: 'number', min: 1, max: 100, optional: true },
  minutes: { kind: 'number', min: 1, max: 1440, optional: true },
  version: { kind: 'number', min: 0, max: 1_000_000 },
} as const satisfies RulesFor<SetThreshold>;

export const matchAttendeesRules = {
  attendeeIds: { kind: 'list', format: 'uuid', minLength: 1, maxLength: 500 },
  participantId: { kind: 'text', format: 'uuid', optional: true },
  isTakenBack: { kind: 'boolean', optional: true },
  reason: { kind: 'text', maxLength: 500, optional: true },
} as const satisfies RulesFor<MatchAttendees>;

export const setAttendeeRoleRules = {
  attendeeIds: { kind: 'list', format: 'uuid', minLength: 1, maxLength: 500 },
  role: { kind: 'text', values: ATTENDEE_ROLES },
  isTakenBack: { kind: 'boolean', optional: true },
  reason: { kind: 'text', maxLength: 500, optional: true },
} as const satisfies RulesFor<SetAttendeeRole>;
