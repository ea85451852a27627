import { HttpErrorResponse } from '@angular/common/http';
import type { Problem, ProblemCode } from '@reihe/shared-contracts';

/** What a screen can be told went wrong: a refusal of the API, or that it could not be reached at all. */
export type Failure = { kind: 'problem'; problem: Problem } | { kind: 'offline' } | { kind: 'unknown' };

/** Reads whatever an HTTP call threw. */
export function failureOf(error: unknown): Failure {
  const thrown = error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : error;
  if (!(thrown instanceof HttpErrorResponse)) return { kind: 'unknown' };
  if (thrown.status === 0) return { kind: 'offline' };
  const body: unknown = thrown.error;
  return isProblem(body) ? { kind: 'problem', problem: body } : { kind: 'unknown' };
}

/** The problem code of a failed call; null where the API did not answer with one. */
export function problemCodeOf(error: unknown): ProblemCode | null {
  const failure = failureOf(error);
  return failure.kind === 'problem' ? failure.problem.code : null;
}

/** True where no page can be at this address: nothing is there, or the address makes no sense. */
export function isNoPage(failure: Failure): boolean {
  return failure.kind === 'problem' && (failure.problem.status === 404 || failure.problem.status === 400);
}

function isProblem(body: unknown): body is Problem {
  // A code that only a newer server knows is told in general words; readers load no list of all codes for it.
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
