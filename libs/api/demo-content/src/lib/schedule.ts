import { Temporal } from 'temporal-polyfill';

export interface InstantRange {
  startsAt: Date;
  endsAt: Date;
}

/** The instants of a wall-clock time; throws when the clock change makes that time missing or double. */
export function instantsOf(day: string, startsAt: string, minutes: number, timeZone: string): InstantRange {
  const start = Temporal.PlainDateTime.from(`${day}T${startsAt}`).toZonedDateTime(timeZone, {
    disambiguation: 'reject',
  });
  return {
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(start.add({ minutes }).epochMilliseconds),
  };
}

/**
 * The calendar day `offset` days from `today` (YYYY-MM-DD), moved off a weekend: coming days forward to Monday, past
 * days back to Friday, so that what is to come stays to come and what was held stays held.
 */
export function dayFrom(today: string, offset: number): string {
  const day = Temporal.PlainDate.from(today).add({ days: offset });
  const beyondFriday = Math.max(0, day.dayOfWeek - 5);
  if (beyondFriday === 0) return day.toString();
  return offset < 0
    ? day.subtract({ days: beyondFriday }).toString()
    : day.add({ days: 3 - beyondFriday }).toString();
}
