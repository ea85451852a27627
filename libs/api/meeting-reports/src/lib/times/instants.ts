import { resolveLocalTime } from '@reihe/shared-policies';
import type { ReportDateOrder } from '../meeting-report';
import { dayIn, type WrittenTime } from './written-time';

/** What a time can mean: one moment, or none or two where clocks change. In milliseconds. */
export type Moments = readonly [] | readonly [number] | readonly [number, number];

/** Reads the times of one report, all in the same order of dates and, where they name none, in the same zone. */
export class TimeReader {
  /** Asking for a zone's rules is slow, and people come and go at the same second. */
  private readonly known = new Map<string, Moments>();

  constructor(
    private readonly dateOrder: ReportDateOrder | null,
    private readonly timeZone: string,
  ) {}

  /** null: its date is none in the order of this report. */
  moments({ date, clock, zone }: WrittenTime): Moments | null {
    const day = 'numbers' in date ? dayIn(date, this.dateOrder ?? 'dmy') : date;
    if (!day) return null;
    const local = `${day.year}-${pad(day.month)}-${pad(day.day)}T${clock}`;
    if (zone && 'offset' in zone) return [Date.parse(`${local}Z`) - zone.offset * 60_000];
    return this.inZone(local, zone?.name ?? this.timeZone);
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
