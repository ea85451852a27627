import type { ReviseSession, SessionListItem } from '@reihe/shared-contracts';
import { Temporal } from 'temporal-polyfill';
import { clockChoiceOf, resolveLocalTime, wallClockOf } from './local-time';

/** What is changed of a session where it is listed. */
export type Revision = Omit<ReviseSession, 'version'>;

/** A wall clock moved by as much as lies between two others; `YYYY-MM-DDTHH:mm` all of them. */
export function shifted(local: string, from: string, to: string): string {
  const distance = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to));
  return Temporal.PlainDateTime.from(local).add(distance).toString({ smallestUnit: 'minute' });
}

/** A wall clock some minutes on, or back where they are negative. */
export function nudged(local: string, minutes: number): string {
  return Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** When a session is to be, as instants. */
export interface NewTime {
  startsAt: string;
  endsAt: string;
}

/** The session at another start, as long as it is. */
export function startingAt({ startsAt, endsAt }: NewTime, start: Date): NewTime {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  return { startsAt: start.toISOString(), endsAt: new Date(start.getTime() + length).toISOString() };
}

/** What is saved so that a session has these instants: wall clock of its own zone, and which of two equal ones is meant. */
export function revisionTo(
  { timeZone }: Pick<SessionListItem, 'timeZone'>,
  { startsAt, endsAt }: NewTime,
): Revision {
  const times = {
    startsLocal: wallClockOf(new Date(startsAt), timeZone),
    endsLocal: wallClockOf(new Date(endsAt), timeZone),
  };
  const clockChoice = clockChoiceOf({ ...times, startsAt, endsAt, timeZone });
  return { ...times, ...(clockChoice && { clockChoice }) };
}

/** The one instant of a wall clock, if it is one. */
export function exactInstant(local: string, timeZone: string): Date | null {
  const meant = resolveLocalTime(local, timeZone);
  return meant.kind === 'exact' ? meant.instant : null;
}

export function isMove({ startsLocal, endsLocal }: Revision): boolean {
  return startsLocal !== undefined || endsLocal !== undefined;
}

/** The session's wall clock once the revision is made. */
export function timesAfter(session: SessionListItem, { startsLocal, endsLocal }: Revision) {
  return {
    startsLocal: startsLocal ?? session.startsLocal,
    endsLocal: endsLocal ?? session.endsLocal,
  };
}

/** What gives back the values from before; null where there were none. */
export function wayBack(before: SessionListItem, revision: Revision): Revision | null {
  if (revision.title !== undefined && before.originalTitle === '') return null;
  const choice = isMove(revision) ? clockChoiceOf(before) : undefined;
  return {
    ...(revision.title !== undefined && { title: before.originalTitle }),
    ...(isMove(revision) && { startsLocal: before.startsLocal, endsLocal: before.endsLocal }),
    ...(choice && { clockChoice: choice }),
    ...(revision.capacity !== undefined && { capacity: before.capacity }),
  };
}
