import type { Language } from '@reihe/shared-contracts';
import { PublicHolidays } from './public-holidays';

describe('public holidays', () => {
  const holidays = new PublicHolidays();
  const at = async (startsAt: string, countries: string[], language: Language = 'en') => {
    const start = new Date(startsAt);
    const [found] = await holidays.during(
      [{ startsAt: start, endsAt: new Date(start.getTime() + 3_600_000) }],
      countries,
      language,
    );
    return found;
  };

  it('are told for each of the countries that has one on that day', async () => {
    expect(await at('2026-10-03T12:00:00Z', ['DE', 'BR', 'FR', 'DE'], 'de')).toEqual([
      { country: 'DE', name: 'Tag der Deutschen Einheit' },
    ]);
    expect((await at('2026-12-25T12:00:00Z', ['BR', 'DE']))?.map(({ country }) => country)).toEqual([
      'BR',
      'DE',
    ]);
  });

  it('are called as the reader calls them', async () => {
    expect(await at('2026-12-25T12:00:00Z', ['DE'])).toEqual([{ country: 'DE', name: 'Christmas Day' }]);
    expect(await at('2026-12-25T12:00:00Z', ['DE'], 'de')).toEqual([
      { country: 'DE', name: '1. Weihnachtstag' },
    ]);
  });

  it('begin and end by the clock of their country', async () => {
    expect(await at('2027-02-05T19:00:00Z', ['NZ'])).toMatchObject([{ country: 'NZ' }]);
    expect(await at('2027-02-06T19:00:00Z', ['NZ'])).toEqual([]);
  });

  it('are none on a working day, or for a country that nobody knows', async () => {
    expect(await at('2026-10-06T12:00:00Z', ['DE', 'BR'])).toEqual([]);
    expect(await at('2026-12-25T12:00:00Z', ['ZZ'])).toEqual([]);
  });

  it('do not take days that are only observed for holidays', async () => {
    expect(await at('2026-02-12T12:00:00Z', ['DE'])).toEqual([]);
  });
});
