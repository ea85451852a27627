import { isTimeZone, wallClockOf } from '@reihe/shared-policies';
import type { DueReminder } from './reminders.repository';

/** One mail: a person's places of one day by their own clock, at one lead time. */
export type Digest = readonly [DueReminder, ...DueReminder[]];

/** In the order of the first of each; within a digest by the start. */
export function digestsOf(reminders: readonly DueReminder[]): Digest[] {
  const digests = new Map<string, [DueReminder, ...DueReminder[]]>();
  for (const reminder of reminders) {
    const { participantId, leadMinutes, timeZone, session } = reminder;
    const key = `${participantId} ${leadMinutes} ${dayIn(session.startsAt, timeZone, session.timeZone)}`;
    const digest = digests.get(key);
    if (digest) digest.push(reminder);
    else digests.set(key, [reminder]);
  }
  return [...digests.values()].map((digest) => digest.sort(byStart));
}

/** `YYYY-MM-DD` of an instant by the clock of the first zone that is known, as `day_in` of the database says it. */
export function dayIn(instant: string, ...zones: readonly string[]): string {
  return wallClockOf(new Date(instant), zones.find(isTimeZone) ?? 'UTC').slice(0, 10);
}

function byStart(one: DueReminder, other: DueReminder): number {
  return (
    Date.parse(one.session.startsAt) - Date.parse(other.session.startsAt) ||
    one.session.id.localeCompare(other.session.id)
  );
}
