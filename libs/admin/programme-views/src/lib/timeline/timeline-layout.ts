import type { SessionListItem } from '@reihe/shared-contracts';
import { dayStart, type Period } from '@reihe/shared-policies';
import { Temporal } from 'temporal-polyfill';

/** A session's mark on the axis. */
export interface Mark {
  session: SessionListItem;
  /** Share of the period before it, 0 to 1. */
  at: number;
  /** Row within its series: marks that would lie over each other are put below. */
  lane: number;
}

export interface SeriesLine {
  seriesId: string;
  title: string;
  marks: Mark[];
  lanes: number;
}

export interface Tick {
  day: string;
  at: number;
}

/** A mark is this wide to be pressed, with a little air. */
const MARK_PX = 26;

/**
 * Sessions by series, in the order of their first one; where each stands on the axis.
 * @param axisPx how long the axis is: marks that would cover each other on it are put below each other
 */
export function linesOf(
  sessions: readonly SessionListItem[],
  period: Period,
  timeZone: string,
  axisPx: number,
): SeriesLine[] {
  const lines = new Map<string, SeriesLine>();
  const byStart = [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (const session of byStart) {
    const line = lines.get(session.seriesId) ?? {
      seriesId: session.seriesId,
      title: session.seriesTitle,
      marks: [],
      lanes: 0,
    };
    lines.set(session.seriesId, line);
    const at = Math.min(1, Math.max(0, placeOf(session.startsAt, period, timeZone)));
    const lane = firstFreeLane(line.marks, at, MARK_PX / axisPx);
    line.marks.push({ session, at, lane });
    line.lanes = Math.max(line.lanes, lane + 1);
  }
  return [...lines.values()];
}

/** Share of the period before an instant: below 0 before it, above 1 after. */
export function placeOf(instant: string, { from, to }: Period, timeZone: string): number {
  const [start, end] = [Date.parse(dayStart(from, timeZone)), Date.parse(dayStart(to, timeZone))];
  return (Date.parse(instant) - start) / (end - start);
}

/** Where the axis is marked: each Monday of a month or a quarter, each month of a year. */
export function ticksOf(period: Period, timeZone: string): Tick[] {
  const [from, to] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)];
  const isLong = from.until(to).days > 100;
  const step = isLong ? { months: 1 } : { days: 7 };
  let day = isLong ? from : from.add({ days: (8 - from.dayOfWeek) % 7 });
  const ticks: Tick[] = [];
  while (Temporal.PlainDate.compare(day, to) < 0) {
    const text = day.toString();
    ticks.push({ day: text, at: placeOf(dayStart(text, timeZone), period, timeZone) });
    day = day.add(step);
  }
  return ticks;
}

function firstFreeLane(marks: readonly Mark[], at: number, near: number): number {
  for (let lane = 0; ; lane++) {
    const isTaken = marks.some((mark) => mark.lane === lane && Math.abs(mark.at - at) < near);
    if (!isTaken) return lane;
  }
}
