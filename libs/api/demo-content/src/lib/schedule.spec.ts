import { describe, expect, it } from '@jest/globals';
import { dayFrom, instantsOf } from './schedule';

describe('demonstration schedule', () => {
  it('turns a wall-clock time into instants of its own zone', () => {
    const { startsAt, endsAt } = instantsOf('2026-07-01', '14:30', 90, 'Asia/Kolkata');
    expect(startsAt.toISOString()).toBe('2026-07-01T09:00:00.000Z');
    expect(endsAt.toISOString()).toBe('2026-07-01T10:30:00.000Z');
  });

  it.each([
    ['missing', '2026-03-29'],
    ['double', '2026-10-25'],
  ])('refuses a time that the clock change makes %s', (_, day) => {
    expect(() => instantsOf(day, '02:30', 60, 'Europe/Berlin')).toThrow(RangeError);
  });

  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-23', 6, '2026-11-30'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-23', -2, '2026-11-20'],
    ['2026-12-30', 2, '2027-01-01'],
  ])('from %s by %i days comes to the working day %s', (today, offset, day) => {
    expect(dayFrom(today, offset)).toBe(day);
  });
});
