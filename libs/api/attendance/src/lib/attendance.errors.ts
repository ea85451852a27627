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

/** It lists who registered, and says of nobody when they were there. */
export const noTimes = () => new DomainError('report.no-times', 409);
