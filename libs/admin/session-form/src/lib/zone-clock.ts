import { resolveLocalTime } from '@reihe/shared-policies';
import { Temporal } from 'temporal-polyfill';

/**
 * Wall clock to instant, to show what is typed so far: a time that exists twice is taken as the earlier, one that does not as
 * the clocks show it afterwards. Null while it is not a whole time yet. Only the API's answer to a save decides.
 */
export function instantOf(local: string, timeZone: string): string | null {
  try {
    const meant = resolveLocalTime(local, timeZone, 'earlier');
    if (meant.kind === 'exact') return meant.instant.toISOString();
    return meant.kind === 'nonexistent' ? instantOf(meant.neighbours[1], timeZone) : null;
  } catch {
    return null;
  }
}

/** Instant to wall clock, `YYYY-MM-DDTHH:mm`; empty for none. */
export function localOf(instant: string | null, timeZone: string): string {
  if (instant === null) return '';
  const wallClock = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return wallClock.toString({ smallestUnit: 'minute' });
}

/** Null while one of the two is not a whole time yet. */
export function minutesBetween(startsLocal: string, endsLocal: string): number | null {
  try {
    return Temporal.PlainDateTime.from(startsLocal)
      .until(Temporal.PlainDateTime.from(endsLocal))
      .total('minutes');
  } catch {
    return null;
  }
}
