import type { KnownTimes } from '@reihe/api-platform';
import type { DateOrder, ImportField } from '@reihe/shared-planning';
import { candidatesOf, isTimeZone, resolveLocalTime, wallClockOf } from '@reihe/shared-policies';
import { closest } from './closest';
import type { RowCells } from './row-cells';
import { readClock, readDay, readMinutes, splitMoment } from './sheet-times';

const ZONES = Intl.supportedValuesOf('timeZone');
const ZONE_BY_LOWER_CASE = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** IANA names in any letter case; others are told with those that could be meant. */
export function readZone(cells: RowCells, otherwise: string | null): string | null {
  const typed = cells.text('timeZone');
  // Only a row whose series is unknown has no zone to fall back to, and that is told already.
  if (typed === '') return otherwise;
  const known = ZONE_BY_LOWER_CASE.get(typed.replaceAll(' ', '_').toLowerCase());
  if (known) return known;
  if (isTimeZone(typed)) return typed;
  cells.refuse('timeZone', 'unknown', { suggestions: closest(typed, ZONES) });
  return null;
}

/** Start and end, each in a cell of its own or beside a day; the end also as a length. Null where something is not right. */
export function readWhen(cells: RowCells, timeZone: string, order: DateOrder | null): KnownTimes | null {
  const date = splitMoment(cells.text('date'));
  const start = splitMoment(cells.text('starts'));
  const dayField: ImportField = start.day === null && cells.has('date') ? 'date' : 'starts';
  const startDay = dayOf(cells, dayField, start.day ?? date.day, order, start.clock ?? date.clock);
  const startClock = clockOf(cells, 'starts', start.clock ?? date.clock);
  if (!startDay || !startClock) return null;
  const startsLocal = `${startDay}T${startClock}`;
  const startsAt = instantOf(cells, start.clock === null ? dayField : 'starts', startsLocal, timeZone);
  if (!startsAt) return null;
  const end = endOf(cells, { startDay, startsAt, timeZone, order });
  if (!end) return null;
  if (end.endsAt <= startsAt) {
    cells.refuse('ends', 'end-before-start');
    return null;
  }
  return { startsLocal, startsAt, timeZone, ...end };
}

interface Begun {
  startDay: string;
  startsAt: Date;
  timeZone: string;
  order: DateOrder | null;
}

function endOf(
  cells: RowCells,
  { startDay, startsAt, timeZone, order }: Begun,
): { endsLocal: string; endsAt: Date } | null {
  if (cells.text('ends') === '' && cells.text('duration') !== '') {
    const minutes = readMinutes(cells.text('duration'));
    if (minutes === null) {
      cells.refuse('duration', 'wrong-format');
      return null;
    }
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    return { endsAt, endsLocal: wallClockOf(endsAt, timeZone) };
  }
  const end = splitMoment(cells.text('ends'));
  const endDay = end.day ? dayOf(cells, 'ends', end.day, order, end.clock) : startDay;
  const endClock = clockOf(cells, 'ends', end.clock);
  if (!endDay || !endClock) return null;
  const endsLocal = `${endDay}T${endClock}`;
  const endsAt = instantOf(cells, 'ends', endsLocal, timeZone);
  return endsAt ? { endsLocal, endsAt } : null;
}

/** @param clock what stands beside the day in the same moment, to be kept in what is suggested */
function dayOf(
  cells: RowCells,
  field: ImportField,
  text: string | null,
  order: DateOrder | null,
  clock: string | null,
): string | null {
  if (!text) {
    cells.refuse(field, 'required');
    return null;
  }
  const read = readDay(text, order);
  if (read.kind === 'day') return read.day;
  const time = clock && cells.text(field) !== text ? readClock(clock) : null;
  if (read.kind === 'order')
    cells.refuse(field, 'date-order', {
      suggestions: read.days.map((day) => (time ? `${day}T${time}` : day)),
    });
  else cells.refuse(field, 'wrong-format');
  return null;
}

function clockOf(cells: RowCells, field: ImportField, text: string | null): string | null {
  const clock = text ? readClock(text) : null;
  if (!clock) cells.refuse(field, cells.text(field) === '' ? 'required' : 'wrong-format');
  return clock;
}

function instantOf(cells: RowCells, field: ImportField, local: string, timeZone: string): Date | null {
  const time = resolveLocalTime(local, timeZone, cells.row.clockChoice);
  if (time.kind === 'exact') return time.instant;
  cells.refuse(field, `time-${time.kind}`, { suggestions: candidatesOf(time) });
  return null;
}
