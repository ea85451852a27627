import { Temporal } from 'temporal-polyfill';

export type ClockChoice = 'earlier' | 'later';

/** What a wall-clock time in a zone means. Around a clock change it may mean nothing, or two instants. */
export type LocalTime =
  | { kind: 'exact'; instant: Date }
  /** Clocks jump over it: the wall-clock times as far before and after the jump. */
  | { kind: 'nonexistent'; neighbours: [string, string] }
  /** Clocks go back over it: it comes twice. */
  | { kind: 'ambiguous'; instants: [Date, Date] };

/** A time with which the organiser has to help: it is none, or two. */
export type DoubtfulTime = Exclude<LocalTime, { kind: 'exact' }>;

/**
 * @param local `YYYY-MM-DDTHH:mm`
 * @param choice which of two equal times is meant; it says nothing about a time that does not exist
 */
export function resolveLocalTime(
  local: string,
  timeZone: string,
  choice: ClockChoice,
): Exclude<LocalTime, { kind: 'ambiguous' }>;
export function resolveLocalTime(local: string, timeZone: string, choice?: ClockChoice): LocalTime;
export function resolveLocalTime(local: string, timeZone: string, choice?: ClockChoice): LocalTime {
  const typed = Temporal.PlainDateTime.from(local);
  const earlier = typed.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = typed.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { kind: 'exact', instant: dateOf(earlier) };
  if (!earlier.toPlainDateTime().equals(typed))
    return { kind: 'nonexistent', neighbours: [wallClock(earlier), wallClock(later)] };
  if (choice) return { kind: 'exact', instant: dateOf(choice === 'earlier' ? earlier : later) };
  return { kind: 'ambiguous', instants: [dateOf(earlier), dateOf(later)] };
}

/** Between what one has to choose: the wall clocks before and after the jump, or the two instants. */
export function candidatesOf(time: DoubtfulTime): string[] {
  return time.kind === 'nonexistent'
    ? [...time.neighbours]
    : time.instants.map((instant) => instant.toISOString());
}

interface TypedTimes {
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  startsAt: Date | string;
  endsAt: Date | string;
}

/** Which of two equal times its instants are, the start's before the end's; undefined where the wall clock alone says it. */
export function clockChoiceOf({
  startsLocal,
  endsLocal,
  timeZone,
  startsAt,
  endsAt,
}: TypedTimes): ClockChoice | undefined {
  return chosenAt(startsLocal, timeZone, startsAt) ?? chosenAt(endsLocal, timeZone, endsAt);
}

/** Wall clock of an instant, `YYYY-MM-DDTHH:mm`. */
export function wallClockOf(instant: Date, timeZone: string): string {
  return wallClock(zoned(instant, timeZone));
}

export function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

function chosenAt(local: string, timeZone: string, instant: Date | string): ClockChoice | undefined {
  const time = resolveLocalTime(local, timeZone);
  if (time.kind !== 'ambiguous') return undefined;
  return time.instants[0].getTime() === new Date(instant).getTime() ? 'earlier' : 'later';
}

function dateOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}

function wallClock(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
