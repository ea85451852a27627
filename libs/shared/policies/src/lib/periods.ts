import { FORMAT_PATTERNS } from '@reihe/shared-contracts';
import { Temporal } from 'temporal-polyfill';

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!FORMAT_PATTERNS.date.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export type PeriodLength = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Days of a period, the last one not included; `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

export function today(timeZone: string, now = new Date()): string {
  return Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant at which a day (or one some days after it) begins in a zone. */
export function dayStart(day: string, timeZone: string, after = 0): string {
  const start = Temporal.PlainDate.from(day).add({ days: after }).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds).toISOString();
}

/** The period of this length that holds the day. Weeks begin on Monday. */
export function periodAround(day: string, length: PeriodLength): Period {
  const date = Temporal.PlainDate.from(day);
  const from = firstDay(date, length);
  return { from: from.toString(), to: from.add(LENGTHS[length]).toString() };
}

/** The Monday of a day's week, `YYYY-MM-DD`; the day may carry a time. */
export function mondayOf(day: string): string {
  return periodAround(day.slice(0, 10), 'week').from;
}

/** The same day some periods later, or earlier where the number is negative. */
export function stepBy(day: string, length: PeriodLength, steps: number): string {
  const { months = 0, days = 0 } = LENGTHS[length];
  return Temporal.PlainDate.from(day)
    .add({ months: months * steps, days: days * steps })
    .toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

const LENGTHS: Record<PeriodLength, { months?: number; days?: number }> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

function firstDay(date: Temporal.PlainDate, length: PeriodLength): Temporal.PlainDate {
  switch (length) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'month':
      return date.with({ day: 1 });
    case 'quarter':
      return date.with({ day: 1, month: Math.floor((date.month - 1) / 3) * 3 + 1 });
    case 'year':
      return date.with({ day: 1, month: 1 });
  }
}
