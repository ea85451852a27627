import type { BatchPattern } from '@reihe/shared-planning';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { occurrencesOf } from './recurrence';

const locals = (pattern: Partial<BatchPattern>) =>
  occurrencesOf({
    firstLocal: '2026-10-06T14:00',
    timeZone: 'Europe/Berlin',
    every: 'week',
    interval: 1,
    count: 3,
    ...pattern,
  }).map(({ local }) => local);

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

const patterns = fc.record({
  firstLocal: fc
    .integer({ min: 0, max: 60 * 366 * 1440 })
    .map((minutes) =>
      Temporal.PlainDateTime.from('1996-01-01T00:00').add({ minutes }).toString({ smallestUnit: 'minute' }),
    ),
  timeZone: fc.constantFrom(...ZONES),
  every: fc.constantFrom('day' as const, 'week' as const, 'month-day' as const, 'month-weekday' as const),
  interval: fc.integer({ min: 1, max: 5 }),
  count: fc.integer({ min: 1, max: 40 }),
});

describe('the dates of a pattern', () => {
  it('are every second Tuesday at the same wall-clock time, also across a clock change', () => {
    const dates = occurrencesOf({
      firstLocal: '2026-10-13T14:00',
      timeZone: 'Europe/Berlin',
      every: 'week',
      interval: 2,
      count: 3,
    });
    expect(dates).toEqual([
      { local: '2026-10-13T14:00', time: { kind: 'exact', instant: new Date('2026-10-13T12:00:00Z') } },
      { local: '2026-10-27T14:00', time: { kind: 'exact', instant: new Date('2026-10-27T13:00:00Z') } },
      { local: '2026-11-10T14:00', time: { kind: 'exact', instant: new Date('2026-11-10T13:00:00Z') } },
    ]);
  });

  it('keep the day of the month, or take its last day, without carrying a short month on', () => {
    expect(locals({ firstLocal: '2027-01-31T09:30', every: 'month-day' })).toEqual([
      '2027-01-31T09:30',
      '2027-02-28T09:30',
      '2027-03-31T09:30',
    ]);
  });

  it('keep the weekday of the month, or take the last where there is no fifth', () => {
    expect(locals({ firstLocal: '2026-10-13T14:00', every: 'month-weekday' })).toEqual([
      '2026-10-13T14:00',
      '2026-11-10T14:00',
      '2026-12-08T14:00',
    ]);
    expect(locals({ firstLocal: '2026-09-29T14:00', every: 'month-weekday' })).toEqual([
      '2026-09-29T14:00',
      '2026-10-27T14:00',
      '2026-11-24T14:00',
    ]);
  });

  it('say which of them does not exist and which exists twice, and guess neither', () => {
    const kinds = occurrencesOf({
      firstLocal: '2026-03-22T02:30',
      timeZone: 'Europe/Berlin',
      every: 'week',
      interval: 1,
      count: 32,
    }).map(({ local, time }) => [local.slice(0, 10), time.kind]);
    expect(kinds.filter(([, kind]) => kind !== 'exact')).toEqual([
      ['2026-03-29', 'nonexistent'],
      ['2026-10-25', 'ambiguous'],
    ]);
  });

  it.each([{ interval: 0 }, { count: 1.5 }, { firstLocal: 'soon' }, { timeZone: 'Europe/Atlantis' }])(
    'cannot be told from %j',
    (wrong) => {
      expect(() => locals(wrong)).toThrow(RangeError);
    },
  );

  it('are as many as asked for, rise, and keep time of day and weekday in every zone and year', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const dates = occurrencesOf(pattern).map(({ local }) => Temporal.PlainDateTime.from(local));
        const [first] = dates;
        if (!first) throw new Error('The first date is always one of them.');
        expect(dates).toHaveLength(pattern.count);
        expect(first.toString({ smallestUnit: 'minute' })).toBe(pattern.firstLocal);
        for (const [index, date] of dates.entries()) {
          expect(date.toPlainTime().equals(first.toPlainTime())).toBe(true);
          if (pattern.every !== 'day' && pattern.every !== 'month-day')
            expect(date.dayOfWeek).toBe(first.dayOfWeek);
          const before = dates[index - 1];
          if (before) expect(Temporal.PlainDateTime.compare(before, date)).toBe(-1);
          if (pattern.every.startsWith('month'))
            expect((date.year - first.year) * 12 + date.month - first.month).toBe(index * pattern.interval);
        }
      }),
    );
  });

  it('mean the instant at which a clock in the zone shows them', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        for (const { local, time } of occurrencesOf(pattern)) {
          if (time.kind !== 'exact') continue;
          const shown = Temporal.Instant.fromEpochMilliseconds(time.instant.getTime())
            .toZonedDateTimeISO(pattern.timeZone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' });
          expect(shown).toBe(local);
        }
      }),
    );
  });
});
