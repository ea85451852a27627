import { dayStart, isDay, periodAround, stepBy, today } from './periods';

describe('the time that is shown', () => {
  it.each([
    ['day', '2026-06-10', '2026-06-11'],
    ['week', '2026-06-08', '2026-06-15'],
    ['month', '2026-06-01', '2026-07-01'],
    ['quarter', '2026-04-01', '2026-07-01'],
    ['year', '2026-01-01', '2027-01-01'],
  ] as const)('is the %s around a day', (length, from, to) => {
    expect(periodAround('2026-06-10', length)).toEqual({ from, to });
  });

  it('goes on and back by its length, and stays in short months', () => {
    expect(stepBy('2026-01-31', 'month', 1)).toBe('2026-02-28');
    expect(stepBy('2026-06-10', 'quarter', -2)).toBe('2025-12-10');
    expect(stepBy('2026-12-31', 'week', 1)).toBe('2027-01-07');
  });

  it('begins when the day begins in the zone, which need not be at midnight', () => {
    expect(dayStart('2026-06-10', 'Asia/Kolkata')).toBe('2026-06-09T18:30:00.000Z');
    expect(dayStart('2026-06-10', 'UTC', 1)).toBe('2026-06-11T00:00:00.000Z');
    // There the clocks jump from midnight to one.
    expect(dayStart('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('takes from an address only what is a day', () => {
    expect(['2026-06-10', '2026-02-30', 'tomorrow', '', '2026-6-1'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(today('Pacific/Auckland', new Date('2026-06-10T20:00:00Z'))).toBe('2026-06-11');
  });
});
