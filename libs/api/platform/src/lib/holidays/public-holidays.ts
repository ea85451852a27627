import { Injectable } from '@nestjs/common';
import Holidays from 'date-holidays';

export interface PublicHoliday {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** As it is called there. */
  name: string;
}

const DAY_MS = 24 * 3_600_000;

/** Nation-wide public holidays; those of single states or provinces are not among them. */
@Injectable()
export class PublicHolidays {
  /** Names by day, for each country and year that was asked for: working one out takes milliseconds. */
  private readonly known = new Map<string, ReadonlyMap<string, string>>();

  /** @param day `YYYY-MM-DD` as the calendar there shows it */
  holidaysOn(countries: readonly string[], day: string): PublicHoliday[] {
    return [...new Set(countries)].flatMap((country) => {
      const name = this.yearOf(country, day.slice(0, 4)).get(day);
      return name === undefined ? [] : [{ country, name }];
    });
  }

  private yearOf(country: string, year: string): ReadonlyMap<string, string> {
    const key = `${country} ${year}`;
    const found = this.known.get(key) ?? daysOf(country, Number(year));
    this.known.set(key, found);
    return found;
  }
}

function daysOf(country: string, year: number): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { date, start, end, name } of new Holidays(country, { types: ['public'] }).getHolidays(year)) {
    // Some begin the evening before or last for several days; `date` is the first of them there.
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    for (let day = 0; day < length; day += 1) {
      const local = new Date(first + day * DAY_MS).toISOString().slice(0, 10);
      if (!days.has(local)) days.set(local, name);
    }
  }
  return days;
}
