import { SMALL_BELOW } from '@reihe/shared-figures';
import fc from 'fast-check';
import { breakdownOf } from './breakdown-of';
import type { CountedPeople } from './counted-people';

const nobody: CountedPeople = {
  ...{ participants: 0, participations: 0, attended: 0 },
  ...{ regions: [], countries: [], cities: [], languages: [], sessions: [] },
};
const session = (id: string, participations: number, attended = 0, guests = 0) => ({
  ...{ id, participations, attended, guests },
});
const isKnown = () => true;
const of = (change: Partial<CountedPeople>, known: (city: string) => boolean = isKnown) =>
  breakdownOf({ ...nobody, ...change }, new Set(), known).breakdown;
const city = (name: string, participants: number, country = 'DE') => ({
  ...{ key: name.toLowerCase(), city: name, country, participants },
});

describe('what is published of who took part', () => {
  it('is nothing by place and language where there are fewer people than may be shown', () => {
    const { countries, languages, cities } = of({
      participants: 4,
      countries: [{ key: 'DE', region: null, participants: 4 }],
      cities: [city('Bonn', 4)],
      languages: [{ key: 'de', participants: 4 }],
    });
    expect([countries, languages, cities]).toEqual([[], [], []]);
  });

  it('names a city that few are from only where a register knows it', () => {
    const people = {
      participants: 30,
      countries: [{ key: 'DE', region: null, participants: 30 }],
      cities: [city('Bonn', 20), city('Kiel', 7), city('Trier', 2), city('Behind the mill', 1)],
    };
    const told = of(people, (name) => ['Kiel', 'Trier'].includes(name));
    expect(told.cities.map(({ city: name, participants }) => [name, participants])).toEqual([
      ['Bonn', 20],
      ['Kiel', null],
      ['Trier', null],
    ]);
    expect(told.otherCities).toBe(1);
  });

  it('does not name the countries of so few people that each would be known to have few', () => {
    const countries = ['DE', 'BR', 'UA'].map((key) => ({ key, region: null, participants: 2 }));
    expect(of({ participants: 6, countries }).countries).toEqual([]);
  });

  it('gives no session of such a sum a number, not even none', () => {
    const sessions = [session('a', 2), session('b', 2), session('c', 2), session('d', 0)];
    const told = of({ participations: 6, sessions }).sessions;
    expect(told.map(({ participations }) => participations)).toEqual([null, null, null, null]);
    expect(of({ participations: 18, sessions: [session('a', 18), session('d', 0)] }).sessions).toEqual([
      { id: 'a', participations: 18, hasGuests: false },
      { id: 'd', participations: 0, hasGuests: false },
    ]);
  });

  it('says that nobody is on record as having come, apart from how many did', () => {
    const sessions = [session('a', 18, 9), session('b', 18), session('c', 18, 0, 3)];
    expect(of({ participations: 54, attended: 9, sessions }).sessions).toEqual([
      { id: 'a', participations: 18, attended: 9, hasGuests: false },
      { id: 'b', participations: 18, hasGuests: false },
      { id: 'c', participations: 18, attended: 0, hasGuests: true },
    ]);
  });

  it('hides again what was hidden before, rather than something else', () => {
    const languages = [
      { key: 'de', participants: 3 },
      { key: 'en', participants: 9 },
      { key: 'fr', participants: 40 },
    ];
    const people = { ...nobody, participants: 52, languages };
    const hiddenAfter = (before: string[]) => breakdownOf(people, new Set(before), isKnown).hidden;
    expect(hiddenAfter([])).toEqual(['language:de', 'language:en']);
    expect(hiddenAfter(['language:fr'])).toEqual(['language:de', 'language:fr']);
  });

  it('shows no small number, and never a single one missing beside those of its country, whoever came', () => {
    const people = fc.array(fc.tuple(fc.nat(3), fc.nat(4), fc.nat(2)), { maxLength: 80 });
    fc.assert(
      fc.property(people, (rows) => {
        const count = (keys: string[]) =>
          [...new Set(keys)].map((key) => [key, keys.filter((k) => k === key).length] as const);
        const told = of({
          participants: rows.length,
          countries: count(rows.map(([country]) => `C${country}`)).map(([key, participants]) => ({
            ...{ key, region: null, participants },
          })),
          cities: count(rows.map(([country, name]) => `C${country}/T${name}`)).map(([key, participants]) =>
            city(key.slice(3), participants, key.slice(0, 2)),
          ),
          languages: count(rows.map(([, , language]) => `l${language}`)).map(([key, participants]) => ({
            ...{ key, participants },
          })),
        });
        const all = [...told.countries, ...told.cities, ...told.languages];
        expect(all.filter(({ participants }) => participants !== null && participants < SMALL_BELOW)).toEqual(
          [],
        );
        for (const { key, participants } of told.countries) {
          const hidden = told.cities.filter((one) => one.country === key && one.participants === null);
          if (participants !== null) expect(hidden.length).not.toBe(1);
        }
      }),
    );
  });
});
