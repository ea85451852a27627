import { plainWords } from '@reihe/api-sheets';
import type { DateOrder } from '@reihe/shared-planning';

export type ReadDay = { kind: 'day'; day: string } | { kind: 'order'; days: string[] } | { kind: 'wrong' };

/** By their first letters; English and German differ in three of them. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const GERMAN_MONTHS: Record<string, string> = { mai: 'may', okt: 'oct', dez: 'dec', mrz: 'mar' };

/** A day as people write it: 2026-10-06, 6.10.2026, 6/10/2026, 6 October 2026. Day and month are never guessed. */
export function readDay(text: string, order: DateOrder | null): ReadDay {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (slashed) return ordered(slashed[1], slashed[2], slashed[3], order);
  const words = plainWords(text).split(' ');
  const month = words.map(monthOf).find((found) => found > 0);
  const [year] = words.filter((word) => /^\d{4}$/.test(word));
  const [date] = words.map((word) => /^(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1]).filter(Boolean);
  return month === undefined ? { kind: 'wrong' } : day(year, String(month), date);
}

/** A time of day: 14:00, 14.00, 2:30 pm, 14 Uhr, 14h30. `HH:mm`, or null. */
export function readClock(text: string): string | null {
  const found = /^(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.|uhr|h)?$/i.exec(
    text.trim(),
  );
  if (!found) return null;
  const half = found[3]?.replaceAll('.', '').toLowerCase();
  // A number alone is not a time of day.
  if (found[2] === undefined && half === undefined) return null;
  let hour = Number(found[1]);
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const minute = Number(found[2] ?? 0);
  return hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : null;
}

/** Day and time of day in one cell, or one of them; null for what is missing. */
export function splitMoment(text: string): { day: string | null; clock: string | null } {
  if (text === '') return { day: null, clock: null };
  const iso = /^(\d{4}-\d{1,2}-\d{1,2})[T ](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(text);
  if (iso) return { day: iso[1] ?? null, clock: iso[2] ?? null };
  if (readClock(text)) return { day: null, clock: text };
  const parts = /^(.*?\d{4})(?:,|\s|T)+(.+)$/.exec(text);
  if (parts?.[2] && readClock(parts[2])) return { day: parts[1]?.trim() ?? null, clock: parts[2] };
  return { day: text, clock: null };
}

/** Minutes: 90, 90 min, 1:30, 1.5 h, 1,5 Std. Null for what is no length. */
export function readMinutes(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (clock) return positive(Number(clock[1]) * 60 + Number(clock[2]));
  const found = /^(\d+(?:[.,]\d+)?)\s*(min|mins|minutes|minuten|m|h|hours?|std\.?|stunden?)?\.?$/i.exec(text);
  if (!found?.[1]) return null;
  const amount = Number(found[1].replace(',', '.'));
  return positive(/^(h|s)/i.test(found[2] ?? '') ? amount * 60 : amount);
}

function positive(minutes: number): number | null {
  return Number.isInteger(minutes) && minutes > 0 ? minutes : null;
}

function ordered(a?: string, b?: string, year?: string, order?: DateOrder | null): ReadDay {
  const [dayFirst, monthFirst] = [day(year, b, a), day(year, a, b)];
  if (dayFirst.kind === 'wrong') return monthFirst;
  if (monthFirst.kind === 'wrong' || a === b) return dayFirst;
  if (order) return order === 'day-first' ? dayFirst : monthFirst;
  return { kind: 'order', days: [dayFirst, monthFirst].flatMap((read) => ('day' in read ? [read.day] : [])) };
}

function monthOf(word: string): number {
  const short = word.slice(0, 3);
  return MONTHS.indexOf(GERMAN_MONTHS[short] ?? short) + 1;
}

function day(year?: string, month?: string, date?: string): ReadDay {
  const text = `${year ?? ''}-${pad(Number(month))}-${pad(Number(date))}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
  return isReal ? { kind: 'day', day: text } : { kind: 'wrong' };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
