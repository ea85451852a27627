import type { ReportDateOrder } from '../meeting-report';
import { zoneIn, type WrittenZone } from './zones';

/** A day of the calendar, months from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** A date of three numbers, of which the last or, in two digits, the first is the year. */
export interface NumericDate {
  numbers: [number, number, number];
  /** Written with full stops, as only those do who put the day first. */
  isDotted: boolean;
}

export interface WrittenTime {
  date: Day | NumericDate;
  /** The year stood first, in four digits. */
  isYearFirst: boolean;
  /** `HH:mm:ss`. */
  clock: string;
  isTwelveHours: boolean;
  /** null: its report, or whoever reads it, says in which zone. */
  zone: WrittenZone | null;
}

const CLOCK =
  /(\d{1,2})(?::|h)(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(?:([ap])\.?\s?m\b\.?)?(?:\s*(?:uhr|h)\b)?/i;
/** What stands between a date and its time. */
const BETWEEN = /(?:[\s,]|\b(?:T|at|um|a las|à|kl)\b|(?<=\d)T)+$/i;
const MONTHS: Record<string, number> = Object.fromEntries(
  (
    `january jan januar jänner enero ene janvier janv|february feb februar febrero février fevrier févr|` +
    `march mar märz maerz mrz marzo mars|april apr abril abr avril avr|may mai mayo|june jun juni junio juin|` +
    `july jul juli julio juillet juil|august aug agosto ago août aout|september sep sept septiembre septembre|` +
    `october oct oktober okt octubre octobre|november nov noviembre novembre|december dec dezember dez diciembre dic décembre decembre déc`
  )
    .split('|')
    .flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
/** Days from 1982 to 2119 as Excel numbers them; a smaller number is no date of a meeting. */
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
const FIRST_SERIAL = 30_000;
/** With the name of its zone in words. */
const LONGEST = 100;
const DAY_SECONDS = 86_400;

/** A day and a time of day; null: no time, or half of one. */
export function writtenTime(cell: string): WrittenTime | null {
  if (cell.length > LONGEST) return null;
  const text = cell
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const serial = SERIAL.exec(text);
  if (serial) return ofSerial(Number(`${serial[1] ?? ''}.${serial[2] ?? '0'}`));
  const found = CLOCK.exec(text);
  if (!found) return null;
  const clock = clockOf(found);
  const before = text.slice(0, found.index).replace(BETWEEN, '');
  const after = text.slice(found.index + found[0].length).replace(/^[\s,]+/, '');
  const isDateFirst = before !== '';
  const date = dateOf(isDateFirst ? before : after);
  const zone = isDateFirst && after !== '' ? zoneIn(after) : null;
  if (!clock || !date || (isDateFirst && after !== '' && !zone)) return null;
  return { ...date, clock, isTwelveHours: found[4] !== undefined, zone };
}

/** The day that a date of numbers is in an order; null: none. */
export function dayIn({ numbers: [first, second, last] }: NumericDate, order: ReportDateOrder): Day | null {
  const [year, month, day] =
    order === 'dmy' ? [last, second, first] : order === 'mdy' ? [last, first, second] : [first, second, last];
  const full = { year: year < 100 ? 2000 + year : year, month, day };
  return isDay(full) ? full : null;
}

function clockOf([, hours = '', minutes = '', seconds = '00', half]: RegExpExecArray): string | null {
  let hour = Number(hours);
  if (half) {
    if (hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${pad(hour)}:${minutes}:${seconds}`;
}

function dateOf(text: string): Pick<WrittenTime, 'date' | 'isYearFirst'> | null {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) {
    const day = { year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) };
    return isDay(day) ? { date: day, isYearFirst: true } : null;
  }
  const numeric = /^(?:\p{L}+\.?,? )?(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/u.exec(text);
  if (numeric) {
    const numbers: NumericDate['numbers'] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
    return { date: { numbers, isDotted: numeric[2] === '.' }, isYearFirst: false };
  }
  return namedDate(text);
}

/** `Mar 28, 2020`, `Saturday, 28 March 2020`, `28. März 2020`, `28 de marzo de 2020`. */
function namedDate(text: string): Pick<WrittenTime, 'date' | 'isYearFirst'> | null {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const months = words.flatMap((word) => MONTHS[word] ?? []);
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const days = words.filter((word) => /^\d{1,2}$/.test(word));
  const [month, year, day] = [months[0], Number(years[0]), Number(days[0])];
  if (month === undefined || months.length > 1 || years.length !== 1 || days.length !== 1) return null;
  return isDay({ year, month, day }) ? { date: { year, month, day }, isYearFirst: false } : null;
}

function ofSerial(serial: number): WrittenTime | null {
  if (serial < FIRST_SERIAL) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  // Excel counts from the last day but one of 1899.
  const moment = new Date(Date.UTC(1899, 11, 30) + seconds * 1000);
  const date = { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
  return {
    date,
    isYearFirst: false,
    clock: moment.toISOString().slice(11, 19),
    isTwelveHours: false,
    zone: null,
  };
}

function isDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1990 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0
  );
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
