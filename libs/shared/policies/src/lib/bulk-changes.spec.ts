import type { OwnValues } from '@reihe/shared-planning';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { bulkOutcome, type BulkFacts } from './bulk-changes';

const NOW = new Date('2026-09-01T08:00:00Z');

const session = (change: Partial<BulkFacts> = {}): BulkFacts => ({
  state: 'published',
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T14:00:00Z'),
  startsLocal: '2026-10-06T14:00',
  endsLocal: '2026-10-06T16:00',
  timeZone: 'Europe/Berlin',
  registrationOpensAt: null,
  registrationClosesAt: null,
  translations: { en: { title: 'Leaking pipes', abstract: '' } },
  seriesLanguage: 'en',
  capacity: 10,
  confirmed: 4,
  waiting: 0,
  registrations: 4,
  speakers: 0,
  ...change,
});

const codeOf = (outcome: ReturnType<typeof bulkOutcome>) =>
  outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;

describe('a change done to many sessions', () => {
  it.each([
    ['publish', 'draft', 'accepted'],
    ['publish', 'published', 'already-published'],
    ['publish', 'held', 'already-held'],
    ['publish', 'cancelled', 'already-cancelled'],
    ['cancel', 'draft', 'still-draft'],
    ['cancel', 'published', 'accepted'],
    ['cancel', 'held', 'already-held'],
    ['cancel', 'cancelled', 'already-cancelled'],
    ['withdraw', 'draft', 'still-draft'],
    ['withdraw', 'published', 'registered'],
    ['capacity', 'draft', 'accepted'],
    ['capacity', 'held', 'already-held'],
    ['move', 'draft', 'accepted'],
    ['move', 'published', 'accepted'],
    ['move', 'held', 'already-held'],
    ['move', 'cancelled', 'already-cancelled'],
  ] as const)('to %s one that is %s: %s', (kind, state, expected) => {
    expect(codeOf(bulkOutcome({ kind, days: 7, capacity: 5 }, {}, session({ state }), NOW))).toBe(expected);
  });

  it('says what a session lacks to be published', () => {
    const german = session({ state: 'draft', seriesLanguage: 'de' });
    expect(bulkOutcome({ kind: 'publish' }, {}, german, NOW)).toEqual({
      kind: 'refused',
      refusal: { code: 'incomplete', gaps: ['no-default-language'] },
    });
  });

  it('withdraws only what nobody has registered for and what has not begun', () => {
    const withdraw = (change: Partial<BulkFacts>) =>
      codeOf(bulkOutcome({ kind: 'withdraw' }, {}, session(change), NOW));
    expect(withdraw({ registrations: 0 })).toBe('accepted');
    expect(withdraw({ registrations: 1 })).toBe('registered');
    expect(withdraw({ registrations: 0, startsAt: NOW })).toBe('over');
  });

  it('refuses a capacity below the confirmed, with their number, and counts who moves up', () => {
    const resize = (capacity: number | null, change: Partial<BulkFacts> = {}) =>
      bulkOutcome({ kind: 'capacity', capacity }, {}, session(change), NOW);
    expect(resize(3)).toEqual({ kind: 'refused', refusal: { code: 'below-confirmed', confirmed: 4 } });
    expect(codeOf(resize(10))).toBe('unchanged');
    expect(resize(12, { confirmed: 10, waiting: 5 })).toMatchObject({ promoted: 2 });
    expect(resize(null, { confirmed: 10, waiting: 5 })).toMatchObject({ promoted: 5 });
    expect(resize(12, { confirmed: 10, waiting: 5, state: 'draft' })).toMatchObject({ promoted: 0 });
    expect(codeOf(resize(12, { startsAt: NOW, endsAt: NOW }))).toBe('over');
    const own = { own: { capacity: 7 } };
    expect(bulkOutcome({ kind: 'capacity', capacity: 1 }, own, session(), NOW).kind).toBe('accepted');
  });

  it('tells people of a published session only, and speakers who were asked of a draft', () => {
    const move = (state: BulkFacts['state'], speakers = 0) =>
      bulkOutcome({ kind: 'move', days: 1 }, {}, session({ state, speakers }), NOW);
    expect(move('published')).toMatchObject({ isTold: true });
    expect(move('draft')).toMatchObject({ isTold: false });
    expect(move('draft', 1)).toMatchObject({ isTold: true });
  });

  it('asks about a time that comes twice on the new day, and takes the answer', () => {
    const night = session({
      startsLocal: '2026-10-24T02:30',
      endsLocal: '2026-10-24T04:00',
    });
    const move = (clockChoice?: 'earlier' | 'later') =>
      bulkOutcome({ kind: 'move', days: 1 }, clockChoice ? { clockChoice } : {}, night, NOW);
    expect(move()).toEqual({
      kind: 'asks',
      question: {
        kind: 'ambiguous',
        field: 'startsLocal',
        local: '2026-10-25T02:30',
        candidates: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
      },
    });
    expect(move('later')).toMatchObject({ moved: { startsAt: new Date('2026-10-25T01:30:00Z') } });
  });

  it('asks about a time that is left out on the new day, and takes the one before or after', () => {
    const night = session({ startsLocal: '2026-03-28T02:30', endsLocal: '2026-03-28T04:00' });
    const early = new Date('2026-01-01T00:00:00Z');
    const move = (clockChoice?: 'earlier' | 'later') =>
      bulkOutcome({ kind: 'move', days: 1 }, clockChoice ? { clockChoice } : {}, night, early);
    expect(move()).toMatchObject({
      question: { kind: 'nonexistent', candidates: ['2026-03-29T01:30', '2026-03-29T03:30'] },
    });
    expect(move('earlier')).toMatchObject({ moved: { startsLocal: '2026-03-29T01:30' } });
    expect(move('later')).toMatchObject({ moved: { startsLocal: '2026-03-29T03:30' } });
  });

  it('takes the registration window along, except for what has happened', () => {
    const windowed = session({
      registrationOpensAt: new Date('2026-08-01T08:00:00Z'),
      registrationClosesAt: new Date('2026-10-04T12:00:00Z'),
    });
    expect(bulkOutcome({ kind: 'move', days: 28 }, {}, windowed, NOW)).toMatchObject({
      moved: {
        registrationOpensAt: new Date('2026-08-01T08:00:00Z'),
        // An hour later in UTC: the clocks went back in between.
        registrationClosesAt: new Date('2026-11-01T13:00:00Z'),
      },
    });
  });

  it('moves nothing to where it would be over already', () => {
    const move = (days: number) => codeOf(bulkOutcome({ kind: 'move', days }, {}, session(), NOW));
    expect(move(-34)).toBe('accepted');
    // It would end at 16 o'clock of yesterday.
    expect(move(-36)).toBe('over');
    const own = { startsLocal: '2026-09-01T08:00', endsLocal: '2026-09-01T10:00' };
    expect(codeOf(bulkOutcome({ kind: 'move' }, { own }, session(), NOW))).toBe('over');
  });

  it('gives a session the window that is its own, and leaves it the one it has where none is said', () => {
    const windowed = session({
      registrationOpensAt: new Date('2026-08-01T08:00:00Z'),
      registrationClosesAt: new Date('2026-10-04T12:00:00Z'),
    });
    const times = { startsLocal: '2026-10-07T14:00', endsLocal: '2026-10-07T16:00' };
    const moved = (own: OwnValues) => bulkOutcome({ kind: 'move' }, { own }, windowed, NOW);
    const { registrationOpensAt, registrationClosesAt } = windowed;
    expect(moved(times)).toMatchObject({ moved: { registrationOpensAt, registrationClosesAt } });
    expect(moved({ ...times, registrationClosesAt: null })).toMatchObject({
      moved: { registrationOpensAt, registrationClosesAt: null },
    });
    const later = '2026-10-05T12:00:00.000Z';
    expect(moved({ ...times, registrationOpensAt: null, registrationClosesAt: later })).toMatchObject({
      moved: { registrationOpensAt: null, registrationClosesAt: new Date(later) },
    });
  });

  it('keeps the time on the clock whatever the zone, and goes back to where it was', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -366, max: 366 }).filter((days) => days !== 0),
        (timeZone, day, minute, days) => {
          // By the zone and back: what was planned first is a time that exists.
          const real = (time: Temporal.PlainDateTime) => time.toZonedDateTime(timeZone).toPlainDateTime();
          const typed = Temporal.PlainDateTime.from('2027-01-01T00:00').add({ days: day, minutes: minute });
          const [start, end] = [real(typed), real(typed.add({ minutes: 90 }))];
          const local = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' });
          const at = (time: Temporal.PlainDateTime) =>
            new Date(time.toZonedDateTime(timeZone).epochMilliseconds);
          const before = session({
            timeZone,
            startsLocal: local(start),
            endsLocal: local(end),
            startsAt: at(start),
            endsAt: at(end),
          });
          const there = bulkOutcome({ kind: 'move', days }, {}, before, NOW);
          if (there.kind !== 'accepted' || !there.moved) return;
          expect(there.moved.startsLocal.slice(11)).toBe(before.startsLocal.slice(11));
          expect(at(Temporal.PlainDateTime.from(there.moved.startsLocal))).toEqual(there.moved.startsAt);
          if (there.moved.endsAt <= NOW) return;
          const own = { startsLocal: before.startsLocal, endsLocal: before.endsLocal };
          const back = bulkOutcome(
            { kind: 'move' },
            { own, clockChoice: 'earlier' },
            { ...before, ...there.moved },
            NOW,
          );
          expect(back).toMatchObject({ kind: 'accepted', moved: { ...own, startsAt: before.startsAt } });
        },
      ),
    );
  });
});
