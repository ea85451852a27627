import type { BatchPattern } from '@reihe/shared-planning';
import { Temporal } from 'temporal-polyfill';
import { resolveLocalTime, type LocalTime } from './local-time';

/** Wall clocks are written with four digits for the year. */
const LAST_YEAR = 9999;

export interface Occurrence {
  /** Wall clock in the pattern's zone: `YYYY-MM-DDTHH:mm`. The same time of day for every date. */
  local: string;
  /** What it means: around a clock change it may not exist or exist twice. */
  time: LocalTime;
}

/** The dates of a pattern, in their order. Throws a `RangeError` for what is no date, zone or count. */
export function occurrencesOf(pattern: BatchPattern): Occurrence[] {
  const { count, interval, timeZone } = pattern;
  if (!isWhole(count, 0) || !isWhole(interval, 1))
    throw new RangeError('A pattern wants whole numbers, and an interval from 1 on.');
  const first = Temporal.PlainDateTime.from(pattern.firstLocal);
  return Array.from({ length: count }, (_, index) => {
    const date = placed(first, pattern.every, index * interval);
    if (date.year > LAST_YEAR) throw new RangeError('A date has a year of four digits.');
    const local = date.toString({ smallestUnit: 'minute' });
    return { local, time: resolveLocalTime(local, timeZone) };
  });
}

/** Always counted from the first date, so that a short month does not pull the later ones along. */
function placed(
  first: Temporal.PlainDateTime,
  every: BatchPattern['every'],
  steps: number,
): Temporal.PlainDateTime {
  switch (every) {
    case 'day':
      return first.add({ days: steps });
    case 'week':
      return first.add({ weeks: steps });
    case 'month-day':
      return first.add({ months: steps });
    case 'month-weekday':
      return sameWeekday(first, steps);
  }
}

function sameWeekday(first: Temporal.PlainDateTime, months: number): Temporal.PlainDateTime {
  const nth = Math.ceil(first.day / 7);
  const begin = first.with({ day: 1 }).add({ months });
  const ahead = (first.dayOfWeek - begin.dayOfWeek + 7) % 7;
  const day = 1 + ahead + 7 * (nth - 1);
  return begin.with({ day: day > begin.daysInMonth ? day - 7 : day });
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
