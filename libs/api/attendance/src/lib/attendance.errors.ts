import { DomainError } from '@reihe/api-platform';

/** An import, or one of those whom the reports of a session name, that is not there (any more). */
export const attendanceNotFound = () => new DomainError('attendance.not-found', 404);

export const attendanceTooEarly = () => new DomainError('attendance.too-early', 409);

export interface OtherMeeting {
  /** As the report says. */
  title: string;
  /** Instant of the first arrival. */
  startsAt: string;
}

/** Nobody in it was there while the session took place. */
export const otherSession = (meeting: OtherMeeting) =>
  new DomainError('report.other-session', 409, { details: { ...meeting } });

/** What somebody needs who is to say what the columns of a table are. */
export interface TableOfReport {
  columns: string[];
  /** What each column was taken for; null: nothing. */
  guessed: (string | null)[];
  /** First lines. */
  rows: string[][];
}

/** It says of nobody when they were there, or for how long. */
export const noTimes = (table: TableOfReport) =>
  new DomainError('report.no-times', 409, { details: { ...table } });

/** It lists who registered, or who did not come. @param table null: the form of the report is known, and has no more to tell */
export const onlyRegistered = (table: TableOfReport | null) =>
  new DomainError('report.only-registered', 409, table ? { details: { ...table } } : {});
