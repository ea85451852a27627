import { Injectable } from '@nestjs/common';
import type { Language } from '@reihe/shared-contracts';
import type { DatedHoliday } from '@reihe/shared-planning';
import Holidays from 'date-holidays';

/** With its instants by the country's own clock. */
interface TimedHoliday {
  startsAt: number;
  endsAt: number;
  name: string;
}

interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/** Movable feasts are known for these years; dates outside of them are marked with none. */
const KNOWN_YEARS = { from: 1990, to: 2080 } as const;
/** A day begins up to 14 hours earlier, and ends up to 12 hours later, than in UTC. */
const DAY_SPREAD_MS = 14 * 3_600_000;

/** Nation-wide public holidays; those of single states or provinces are not among them. */
@Injectable()
export class PublicHolidays {
  /** For each country, year and language that was asked for: working one out takes milliseconds. */
  private readonly known = new Map<string, TimedHoliday[]>();

  /** The holidays that each slot falls on, by the country's own clock; slots in their order, countries in theirs, each once. */
  async during(
    slots: readonly Slot[],
    countries: readonly string[],
    language: Language,
  ): Promise<DatedHoliday[][]> {
    const found: DatedHoliday[][] = slots.map(() => []);
    for (const country of new Set(countries)) {
      for (const [index, slot] of slots.entries()) {
        const holidays = await this.around(slot, country, language);
        const own = holidays.find(
          ({ startsAt, endsAt }) => startsAt < slot.endsAt.getTime() && endsAt > slot.startsAt.getTime(),
        );
        if (own) found[index]?.push({ country, name: own.name });
      }
    }
    return found;
  }

  private async around(slot: Slot, country: string, language: Language): Promise<TimedHoliday[]> {
    const first = new Date(slot.startsAt.getTime() - DAY_SPREAD_MS).getUTCFullYear();
    const last = new Date(slot.endsAt.getTime() + DAY_SPREAD_MS).getUTCFullYear();
    const years = first === last ? [first] : [first, last];
    return (await Promise.all(years.map((year) => this.ofYear(year, country, language)))).flat();
  }

  private async ofYear(year: number, country: string, language: Language): Promise<TimedHoliday[]> {
    if (year < KNOWN_YEARS.from || year > KNOWN_YEARS.to) return [];
    const key = `${country} ${year} ${language}`;
    const known = this.known.get(key);
    if (known) return known;
    const register = new Holidays(country, { languages: [language, 'en'], types: ['public'] });
    const holidays = register.getHolidays(year, language).map(({ start, end, name }) => ({
      startsAt: start.getTime(),
      endsAt: end.getTime(),
      name,
    }));
    this.known.set(key, holidays);
    // A worldwide audience is two hundred countries: between them, others have their turn.
    await new Promise((done) => setImmediate(done));
    return holidays;
  }
}
