import type { ReviseSession, SessionListItem } from '@reihe/shared-contracts';
import { Temporal } from 'temporal-polyfill';
import { resolveLocalTime, type ClockChoice } from './local-time';

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
  const times = { startsLocal: wallClock(startsAt, timeZone), endsLocal: wallClock(endsAt, timeZone) };
  const clockChoice = choiceOf({ ...times, startsAt, endsAt, timeZone });
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
  const choice = isMove(revision) ? choiceOf(before) : undefined;
  return {
    ...(revision.title !== undefined && { title: before.originalTitle }),
    ...(isMove(revision) && { startsLocal: before.startsLocal, endsLocal: before.endsLocal }),
    ...(choice && { clockChoice: choice }),
    ...(revision.capacity !== undefined && { capacity: before.capacity }),
  };
}

/** Which of two equal times its instants are; nothing where the wall clock alone says it. */
export function choiceOf({
  startsAt,
  startsLocal,
  endsAt,
  endsLocal,
  timeZone,
}: Pick<SessionListItem, 'startsAt' | 'startsLocal' | 'endsAt' | 'endsLocal' | 'timeZone'>):
  ClockChoice | undefined {
  for (const [local, instant] of [
    [startsLocal, startsAt],
    [endsLocal, endsAt],
  ] as const) {
    const meant = resolveLocalTime(local, timeZone);
    if (meant.kind === 'ambiguous')
      return meant.instants[0].getTime() === Date.parse(instant) ? 'earlier' : 'later';
  }
  return undefined;
}

function wallClock(instant: string, timeZone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}
