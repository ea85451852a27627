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

/** How day and month follow on each other in dates made of numbers. */
export type ReportDateOrder = 'dmy' | 'mdy' | 'ymd';

export type ReportField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'organisation'
  | 'city'
  | 'country'
  | 'joinedAt'
  | 'leftAt'
  | 'minutes'
  | 'role'
  | 'token';

/** How to read what a report leaves open. */
export interface ReportReading {
  /** IANA zone of wall-clock times that carry none. */
  timeZone: string;
  /** Only where a human said so; otherwise it is worked out. */
  dateOrder?: ReportDateOrder;
  /** Only for `table`: what each column is; null: nothing that is wanted. */
  columns?: (ReportField | null)[];
  /** Instants. They choose between readings of dates that prove nothing themselves, and change nothing else. */
  session: { startsAt: string; endsAt: string };
}

export interface MeetingReport {
  format: MeetingReportFormat;
  /** As far as the report says; empty or null: it does not. Times are instants. */
  meeting: { title: string; id: string; startsAt: string | null; endsAt: string | null };
  /** null: no date in it is made of numbers. */
  dateOrder: ReportDateOrder | null;
  /** Nothing proves the order: somebody should look at the days before they trust them. */
  isDateOrderGuessed: boolean;
  /** The zone its wall-clock times were read in: the report's own where it names one. */
  timeZone: string;
  /** Heading cells of the table of participants, and what each was read as; for the screen on which columns are said. */
  columns: string[];
  guessed: (ReportField | null)[];
  /** First lines below the headings. */
  rows: string[][];
  /** A table that tells no times, and of which somebody said, or a column does, that it lists those who were there. */
  listsPresent: boolean;
  entries: ReportEntry[];
  /** Line by line. A line whose problem prevents its use has no entry. */
  problems: ReportProblem[];
}

/** host: organisers too · speaker: panellists, presenters · bot: recorders and note-takers, not telephones */
export type ReportRole = 'host' | 'speaker' | 'bot' | 'attendee';

/**
 * One line: a stay, or a person with their sum. Somebody who came back has several. Texts are empty where the report has none;
 * they are cleaned and cut to what a registration may hold. A formula is the text of it.
 */
export interface ReportEntry {
  /** Of the file, from 1. */
  line: number;
  name: string;
  email: string;
  organisation: string;
  city: string;
  /** As the report calls it. */
  country: string;
  /** Instants; both or none. */
  joinedAt: string | null;
  leftAt: string | null;
  /** As the report states them, to a hundredth; null: it states none. */
  minutes: number | null;
  role: ReportRole;
  /** false: registered but not there, or only in the waiting room; then it has no times. */
  hasAttended: boolean;
  /** Of a column with join tokens or ids of registrants. */
  token: string;
}

/**
 * no-name: nothing tells who it was · bad-time: no time, or too few of them · time-doubtful: clocks change, the time comes twice or never ·
 * cut-off: the file ends within this line. not-an-address and, beside times, bad-minutes are warnings: the entry stays, without
 * the value.
 */
export type ReportProblemCode =
  | 'no-name'
  | 'bad-time'
  | 'time-doubtful'
  | 'left-before-joined'
  | 'longer-than-a-day'
  | 'bad-minutes'
  | 'cut-off'
  | 'not-an-address';

export interface ReportProblem {
  line: number;
  /** Heading of the column; empty: of none. */
  column: string;
  code: ReportProblemCode;
  /** What stands there, 80 characters at most. */
  value: string;
}
