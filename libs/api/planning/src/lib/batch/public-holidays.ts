import { Injectable } from '@nestjs/common';
import type { DatedHoliday, Language } from '@reihe/shared-contracts';

interface Holiday {
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

/** Days on which a whole country does not work, from the register of date-holidays, which is loaded when first asked. */
@Injectable()
export class PublicHolidays {
  private readonly years = new Map<string, Holiday[]>();

  /** The holidays that each slot falls on, by the country's own clock; slots in their order, countries in theirs. */
  async during(
    slots: readonly Slot[],
    countries: readonly string[],
    language: Language,
  ): Promise<DatedHoliday[][]> {
    const found: DatedHoliday[][] = slots.map(() => []);
    for (const country of countries) {
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

  private async around(slot: Slot, country: string, language: Language): Promise<Holiday[]> {
    const first = new Date(slot.startsAt.getTime() - DAY_SPREAD_MS).getUTCFullYear();
    const last = new Date(slot.endsAt.getTime() + DAY_SPREAD_MS).getUTCFullYear();
    const years = first === last ? [first] : [first, last];
    return (await Promise.all(years.map((year) => this.ofYear(year, country, language)))).flat();
  }

  private async ofYear(year: number, country: string, language: Language): Promise<Holiday[]> {
    if (year < KNOWN_YEARS.from || year > KNOWN_YEARS.to) return [];
    const key = `${country} ${year} ${language}`;
    const known = this.years.get(key);
    if (known) return known;
    const { default: Register } = await import('date-holidays');
    const register = new Register(country, { languages: [language, 'en'], types: ['public'] });
    const holidays = register.getHolidays(year, language).map(({ start, end, name }) => ({
      startsAt: start.getTime(),
      endsAt: end.getTime(),
      name,
    }));
    this.years.set(key, holidays);
    // A worldwide audience is two hundred countries: between them, others have their turn.
    await new Promise((done) => setImmediate(done));
    return holidays;
  }
}
