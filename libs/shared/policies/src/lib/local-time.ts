import { Temporal } from 'temporal-polyfill';

export type ClockChoice = 'earlier' | 'later';

/** What a wall-clock time in a zone means. Around a clock change it may mean nothing, or two instants. */
export type LocalTime =
  | { kind: 'exact'; instant: Date }
  /** Clocks jump over it: the wall-clock times as far before and after the jump. */
  | { kind: 'nonexistent'; neighbours: [string, string] }
  /** Clocks go back over it: it comes twice. */
  | { kind: 'ambiguous'; instants: [Date, Date] };

/**
 * @param local `YYYY-MM-DDTHH:mm`
 * @param choice which of two equal times is meant; it says nothing about a time that does not exist
 */
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

/** Which of two equal times an instant is; undefined where the wall clock shows that time once. */
export function clockChoiceOf(local: string, timeZone: string, instant: Date): ClockChoice | undefined {
  const time = resolveLocalTime(local, timeZone);
  if (time.kind !== 'ambiguous') return undefined;
  return time.instants[0].getTime() === instant.getTime() ? 'earlier' : 'later';
}

function dateOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}

function wallClock(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
