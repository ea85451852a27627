import { Temporal } from 'temporal-polyfill';

const YEARS_BACK = 1;
const YEARS_AHEAD = 3;

/** Zones with one mark show the same time in each minute from last year until three years from now. */
export function clockMark(timeZone: string, now: Date): string {
  const thisYear = now.getUTCFullYear();
  const [from, until] = [thisYear - YEARS_BACK, thisYear + YEARS_AHEAD].map((year) => Date.UTC(year, 0));
  const key = `${timeZone}/${thisYear}`;
  const known = marks.get(key);
  if (known !== undefined) return known;
  let time = Temporal.Instant.fromEpochMilliseconds(from ?? 0).toZonedDateTimeISO(timeZone);
  const changes = [time.offset];
  for (;;) {
    const next = time.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > (until ?? 0)) break;
    changes.push(`${next.epochMilliseconds}${next.offset}`);
    time = next;
  }
  const mark = changes.join(' ');
  marks.set(key, mark);
  return mark;
}

const marks = new Map<string, string>();
