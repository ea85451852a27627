import type { BatchDateChange, BatchPattern } from '@reihe/shared-planning';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  batchSlugs,
  batchSlugStem,
  batchTitle,
  clockShift,
  offsetChange,
  plannedDates,
} from './session-batch';
import { wallClockOf } from './local-time';

const PATTERN: BatchPattern = {
  firstLocal: '2026-10-13T14:00',
  timeZone: 'Europe/Berlin',
  every: 'week',
  interval: 2,
  count: 4,
};

const change = (index: number, what: Partial<BatchDateChange>): BatchDateChange => ({
  index,
  isLeftOut: false,
  startsLocal: null,
  clockChoice: null,
  ...what,
});

// DST both ways, both hemispheres, half an hour and 45 minutes, both sides of the date line, a night that never was (Samoa).
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

const patterns = fc.record({
  firstLocal: fc
    .integer({ min: 0, max: 50 * 366 * 1440 })
    .map((minutes) =>
      Temporal.PlainDateTime.from('2000-01-01T00:00').add({ minutes }).toString({ smallestUnit: 'minute' }),
    ),
  timeZone: fc.constantFrom(...ZONES),
  every: fc.constantFrom('day' as const, 'week' as const, 'month-day' as const, 'month-weekday' as const),
  interval: fc.integer({ min: 1, max: 5 }),
  count: fc.integer({ min: 1, max: 40 }),
});
const changes = fc.uniqueArray(
  fc.record({
    index: fc.integer({ min: 0, max: 45 }),
    isLeftOut: fc.boolean(),
    startsLocal: fc.constantFrom(null, '2026-03-29T02:30', '2026-10-25T02:30', '2031-05-05T10:00'),
    clockChoice: fc.constantFrom(null, 'earlier' as const, 'later' as const),
  }),
  { selector: ({ index }) => index, maxLength: 10 },
);

describe('the planned dates of a batch', () => {
  it('are the pattern’s, but for those left out, moved or answered', () => {
    const dates = plannedDates(PATTERN, [
      change(1, { startsLocal: '2026-10-25T02:30', clockChoice: 'later' }),
      change(2, { isLeftOut: true }),
      change(3, { startsLocal: '2027-03-28T02:30' }),
    ]);
    expect(dates.map(({ local, isLeftOut, isMoved }) => [local, isLeftOut, isMoved])).toEqual([
      ['2026-10-13T14:00', false, false],
      ['2026-10-25T02:30', false, true],
      ['2026-11-10T14:00', true, false],
      ['2027-03-28T02:30', false, true],
    ]);
    expect(dates[1]?.time).toEqual({ kind: 'exact', instant: new Date('2026-10-25T01:30:00Z') });
    expect(dates[3]?.time.kind).toBe('nonexistent');
  });

  it('are not called moved when the same time was typed again', () => {
    expect(plannedDates(PATTERN, [change(0, { startsLocal: '2026-10-13T14:00' })])[0]?.isMoved).toBe(false);
  });

  it('stay as many, keep what nobody touched, and guess no time, whatever is changed', () => {
    fc.assert(
      fc.property(patterns, changes, (pattern, decided) => {
        const plain = plannedDates(pattern, []);
        const dates = plannedDates(pattern, decided);
        expect(dates.map(({ index }) => index)).toEqual(plain.map(({ index }) => index));
        for (const date of dates) {
          const own = decided.find(({ index }) => index === date.index);
          if (!own) expect(date).toEqual(plain[date.index]);
          expect(date.isLeftOut).toBe(own?.isLeftOut ?? false);
          if (date.time.kind === 'ambiguous') expect(own?.clockChoice ?? null).toBeNull();
          if (date.time.kind === 'exact')
            expect(wallClockOf(date.time.instant, pattern.timeZone)).toBe(date.local);
        }
      }),
    );
  });

  it('cannot be told beyond the years that four digits write', () => {
    expect(() => plannedDates({ ...PATTERN, firstLocal: '9999-12-01T10:00' }, [])).toThrow(RangeError);
  });
});

describe('the hour elsewhere', () => {
  const at = (instant: string) => new Date(instant);

  it('moves in the weeks in which only one of two places has changed its clocks', () => {
    // 14:00 in Berlin, before and after Europe put its clocks back; New York does so a week later.
    const [before, between, after] = ['2026-10-20T12:00Z', '2026-10-27T13:00Z', '2026-11-03T13:00Z'].map(at);
    if (!before || !between || !after) throw new Error('Three instants.');
    expect(clockShift(before, between, 'Europe/Berlin', 'America/New_York')).toBe(60);
    expect(clockShift(between, after, 'Europe/Berlin', 'America/New_York')).toBe(-60);
    expect(clockShift(before, after, 'Europe/Berlin', 'America/New_York')).toBe(0);
    expect(clockShift(before, after, 'Europe/Berlin', 'Asia/Kolkata')).toBe(60);
    expect(offsetChange(before, after, 'Europe/Berlin')).toBe(-60);
    expect(offsetChange(at('2026-09-20T12:00Z'), at('2026-10-20T12:00Z'), 'Australia/Lord_Howe')).toBe(30);
  });

  it('shifts by just what the wall clocks of two sessions at the same host time differ, in every zone and year', () => {
    fc.assert(
      fc.property(patterns, fc.constantFrom(...ZONES), (pattern, elsewhere) => {
        const exact = plannedDates(pattern, []).flatMap(({ time }) =>
          time.kind === 'exact' ? [time.instant] : [],
        );
        for (const [index, after] of exact.entries()) {
          const before = exact[index - 1];
          if (!before) continue;
          const minuteOfDay = (instant: Date) => {
            const [hour = 0, minute = 0] = wallClockOf(instant, elsewhere).slice(11).split(':').map(Number);
            return hour * 60 + minute;
          };
          const shift = clockShift(before, after, pattern.timeZone, elsewhere);
          expect((minuteOfDay(after) - minuteOfDay(before) - shift) % 1440).toBeCloseTo(0, 10);
        }
      }),
    );
  });

  it('never shifts for the host', () => {
    expect(
      clockShift(at('2026-10-20T12:00Z'), at('2026-10-27T13:00Z'), 'Europe/Berlin', 'Europe/Berlin'),
    ).toBe(0);
  });
});

describe('a batch’s title', () => {
  const facts = { number: 2, total: 6, local: '2026-10-27T14:00' };

  it.each([
    ['Peer advice {number} of {total}', 'en', 'Peer advice 2 of 6'],
    ['Peer advice, {date}', 'en', 'Peer advice, 27 October 2026'],
    ['Kollegialer Rat am {date}', 'de', 'Kollegialer Rat am 27. Oktober 2026'],
    ['Braces {stay} {number}', 'en', 'Braces {stay} 2'],
  ] as const)('%s in %s becomes %s', (template, language, title) => {
    expect(batchTitle(template, facts, language)).toBe(title);
  });
});

describe('the addresses of a batch', () => {
  it('name the day, and count on where the day is taken', () => {
    const stem = batchSlugStem('Über Lärm {number}: {date}');
    expect(stem).toBe('ueber-laerm');
    expect(
      batchSlugs(
        stem,
        ['2026-10-13T09:00', '2026-10-13T14:00', '2026-10-27T14:00'],
        ['ueber-laerm-2026-10-27'],
      ),
    ).toEqual(['ueber-laerm-2026-10-13', 'ueber-laerm-2026-10-13-2', 'ueber-laerm-2026-10-27-2']);
    expect(batchSlugStem('{number}')).toBe('session');
  });

  it('differ from each other and from all that are taken', () => {
    const days = fc.array(fc.constantFrom('2026-10-13T09:00', '2026-10-14T09:00', '2026-10-14T20:00'));
    const taken = fc.array(fc.constantFrom('x-2026-10-13', 'x-2026-10-13-2', 'x-2026-10-14-3'));
    fc.assert(
      fc.property(days, taken, (locals, others) => {
        const slugs = batchSlugs('x', locals, others);
        expect(new Set([...slugs, ...others]).size).toBe(slugs.length + new Set(others).size);
      }),
    );
  });
});
