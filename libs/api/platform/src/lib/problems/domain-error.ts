import type { FieldProblem, ProblemCode } from '@reihe/shared-contracts';
import { candidatesOf, type DoubtfulTime } from '@reihe/shared-policies';

export interface ProblemExtras {
  /** Data the screen needs to say it well, e.g. the number of confirmed registrations. Never personal data. */
  details?: Record<string, unknown>;
  fields?: FieldProblem[];
  /** Told in the header `Retry-After`; where somebody may come back without doing anything else. */
  retryAfterSeconds?: number;
}

/** A refusal the caller can understand. Expected outcomes (full, so waitlisted) are results, not errors. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }
}

export const outdatedVersion = (current?: number) =>
  new DomainError('version.outdated', 409, current === undefined ? {} : { details: { current } });

export const invalidFields = (...fields: FieldProblem[]) =>
  new DomainError('request.invalid', 400, { fields });

/** A typed time that is none, or two: `candidates` are what can be meant, as `candidatesOf` tells it. */
export const timeInDoubt = (path: 'startsLocal' | 'endsLocal' | 'publishLocal', time: DoubtfulTime) =>
  new DomainError(time.kind === 'nonexistent' ? 'time.nonexistent' : 'time.ambiguous', 422, {
    fields: [{ path, code: 'not-allowed' }],
    details: { field: path, candidates: candidatesOf(time) },
  });

/** `told` is the number of messages that have gone or are going; 0: only the time is over. */
export const undoTooLate = (told: number) =>
  new DomainError('session.undo-too-late', 409, { details: { told } });

/** Of a series or session that is not there, or not for whoever asks. */
export const seriesNotFound = () => new DomainError('series.not-found', 404);
export const sessionNotFound = () => new DomainError('session.not-found', 404);
