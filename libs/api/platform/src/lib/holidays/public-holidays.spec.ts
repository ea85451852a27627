import { PublicHolidays } from './public-holidays';

describe('public holidays', () => {
  const holidays = new PublicHolidays();

  it('are told for each of the countries that has one on that day', () => {
    expect(holidays.holidaysOn(['DE', 'BR', 'FR', 'DE'], '2026-10-03')).toEqual([
      { country: 'DE', name: 'Tag der Deutschen Einheit' },
    ]);
    expect(holidays.holidaysOn(['BR', 'DE'], '2026-12-25').map(({ country }) => country)).toEqual([
      'BR',
      'DE',
    ]);
  });

  it('are none on a working day, or for a country that nobody knows', () => {
    expect(holidays.holidaysOn(['DE', 'BR'], '2026-10-06')).toEqual([]);
    expect(holidays.holidaysOn(['ZZ'], '2026-12-25')).toEqual([]);
  });

  it('do not take days that are only observed for holidays', () => {
    expect(holidays.holidaysOn(['DE'], '2026-02-12')).toEqual([]);
  });
});
