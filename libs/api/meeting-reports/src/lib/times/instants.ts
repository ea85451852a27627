import { resolveLocalTime } from '@reihe/shared-policies';
import type { ReportDateOrder } from '../meeting-report';
import { dayIn, writtenTime, type WrittenTime } from './written-time';

/** What a time can mean: one moment, or none or two where clocks change. In milliseconds. */
export type Moments = readonly [] | readonly [number] | readonly [number, number];

/** The cells of one report as times: each is asked for several times, and many people come and go at the same second. */
export class CellTimes {
  private readonly known = new Map<string, WrittenTime | null>();

  written(cell: string): WrittenTime | null {
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    const time = writtenTime(cell);
    this.known.set(cell, time);
    return time;
  }

  all(cells: readonly string[]): WrittenTime[] {
    return cells.flatMap((cell) => this.written(cell) ?? []);
  }
}

/** Reads the times of one report, all in the same order of dates and, where they name none, in the same zone. */
export class TimeReader {
  private readonly known = new Map<string, Moments>();

  constructor(
    private readonly cells: CellTimes,
    private readonly dateOrder: ReportDateOrder | null,
    private readonly timeZone: string,
  ) {}

  /** null: no time, or one whose date is none in the order of this report. */
  moments(cell: string): Moments | null {
    const written = this.cells.written(cell);
    if (!written) return null;
    const { date, clock, zone } = written;
    const day = 'numbers' in date ? dayIn(date, this.dateOrder ?? 'dmy') : date;
    if (!day) return null;
    const local = `${day.year}-${pad(day.month)}-${pad(day.day)}T${clock}`;
    if (zone && 'offset' in zone) return [Date.parse(`${local}Z`) - zone.offset * 60_000];
    return this.inZone(local, zone?.name ?? this.timeZone);
  }

  /** Milliseconds of a time that means one moment; null: it means none, or two. */
  moment(cell: string): number | null {
    const [only, second] = this.moments(cell) ?? [];
    return only === undefined || second !== undefined ? null : only;
  }

  private inZone(local: string, timeZone: string): Moments {
    const key = `${local} ${timeZone}`;
    const known = this.known.get(key) ?? momentsIn(local, timeZone);
    this.known.set(key, known);
    return known;
  }
}

function momentsIn(local: string, timeZone: string): Moments {
  const time = resolveLocalTime(local, timeZone);
  switch (time.kind) {
    case 'exact':
      return [time.instant.getTime()];
    case 'ambiguous':
      return [time.instants[0].getTime(), time.instants[1].getTime()];
    case 'nonexistent':
      return [];
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
