import type { ReportDateOrder, ReportReading } from '../meeting-report';
import { dayIn, type Day, type NumericDate, type WrittenTime } from './written-time';

export interface FoundOrder {
  dateOrder: ReportDateOrder | null;
  isDateOrderGuessed: boolean;
}

/** A report is of its session, and downloaded in whatever zone: a day more or less. Readings of one date are a month apart. */
const NEAR_MS = 3 * 86_400_000;
const CANDIDATES = ['dmy', 'mdy'] as const;
type Candidate = (typeof CANDIDATES)[number];

/**
 * How a report writes its dates: by dates that can be read in one way only, else by the reading that falls near the session, else
 * guessed. A report writes all of them alike.
 * @param times all that are in it
 * @param stays those of people in the meeting, as only they fall near the session
 */
export function dateOrderOf(
  times: readonly WrittenTime[],
  stays: readonly WrittenTime[],
  reading: Pick<ReportReading, 'dateOrder' | 'session'>,
): FoundOrder {
  if (reading.dateOrder) return { dateOrder: reading.dateOrder, isDateOrderGuessed: false };
  const dates = numericDates(times);
  if (dates.length === 0) {
    const isYearFirst = times.some((time) => time.isYearFirst);
    return { dateOrder: isYearFirst ? 'ymd' : null, isDateOrderGuessed: false };
  }
  const proofs = (order: Candidate) => dates.filter((date) => onlyReading(date) === order).length;
  const [dayFirst, monthFirst] = [proofs('dmy'), proofs('mdy')];
  if (dayFirst + monthFirst > 0)
    return {
      dateOrder: dayFirst >= monthFirst ? 'dmy' : 'mdy',
      isDateOrderGuessed: dayFirst > 0 && monthFirst > 0,
    };
  if (dates.every(({ numbers: [first, second] }) => first === second))
    return { dateOrder: 'dmy', isDateOrderGuessed: false };
  return byNearness(numericDates(stays), times, reading.session);
}

function byNearness(
  dates: readonly NumericDate[],
  times: readonly WrittenTime[],
  session: ReportReading['session'],
): FoundOrder {
  const [from, to] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const distances = (order: Candidate) =>
    dates.flatMap((date) => {
      const day = dayIn(date, order);
      const at = day ? middayOf(day) : Number.NaN;
      return Number.isNaN(at) ? [] : [Math.max(0, from - at, at - to)];
    });
  const [dayFirst, monthFirst] = [distances('dmy'), distances('mdy')];
  const near = (all: readonly number[]) => all.filter((distance) => distance <= NEAR_MS).length;
  const [most, least] = [near(dayFirst), near(monthFirst)].sort((one, other) => other - one);
  if (most !== least)
    return {
      dateOrder: near(dayFirst) === most ? 'dmy' : 'mdy',
      // Around midnight 5/5 and 6/5: the first is near both ways, both are near one way only.
      isDateOrderGuessed: least !== 0 && most !== dates.length,
    };
  const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
  const difference = total(dayFirst) - total(monthFirst);
  const isMonthFirst = difference === 0 ? times.some((time) => time.isTwelveHours) : difference > 0;
  return { dateOrder: isMonthFirst ? 'mdy' : 'dmy', isDateOrderGuessed: true };
}

function onlyReading(date: NumericDate): Candidate | null {
  const readable = CANDIDATES.filter((order) => dayIn(date, order));
  const [first, second] = readable;
  if (!first) return null;
  return second && !date.isDotted ? null : first;
}

function numericDates(times: readonly WrittenTime[]): NumericDate[] {
  return times.flatMap(({ date }) => ('numbers' in date ? [date] : []));
}

function middayOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day, 12);
}
