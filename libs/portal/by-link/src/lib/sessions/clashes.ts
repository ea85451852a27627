import type { SessionTeaser } from '@reihe/shared-contracts';

type Timed = Pick<SessionTeaser, 'startsAt' | 'endsAt'>;

/** Pairs of sessions that run at the same time; one that begins when the other ends does not clash. */
export function clashes<T extends Timed>(sessions: readonly T[]): [T, T][] {
  return sessions.flatMap((one, at) =>
    sessions.slice(at + 1).flatMap((other): [T, T][] => (overlap(one, other) ? [[one, other]] : [])),
  );
}

function overlap(one: Timed, other: Timed): boolean {
  return (
    Date.parse(one.startsAt) < Date.parse(other.endsAt) && Date.parse(other.startsAt) < Date.parse(one.endsAt)
  );
}
