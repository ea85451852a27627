import fc from 'fast-check';
import {
  burdenOver,
  dayPartOf,
  fairnessOf,
  sparing,
  suggestSlots,
  type Audience,
  type SlotSearch,
} from './fair-time';
import { mondayOf } from './periods';

const slot = (start: string, minutes = 90) => ({
  startsAt: new Date(start),
  endsAt: new Date(Date.parse(start) + minutes * 60_000),
});

const AUDIENCES: Audience[] = [
  { id: 'lviv', timeZone: 'Europe/Kyiv', people: 40 },
  { id: 'recife', timeZone: 'America/Recife', people: 20 },
  { id: 'manila', timeZone: 'Asia/Manila', people: 20 },
];

const ZONES = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Asia/Manila',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Tehran',
  'Pacific/Chatham',
];

const audiences = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    timeZone: fc.constantFrom(...ZONES),
    people: fc.integer({ min: 0, max: 500 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
);
const slots = fc
  .tuple(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }), fc.integer({ min: 15, max: 480 }))
  .map(([start, minutes]) => ({
    startsAt: new Date(start),
    endsAt: new Date(start + minutes * 60_000),
  }));

describe('a slot in somebody’s day', () => {
  it.each([
    ['2026-11-24T08:00:00Z', 'Europe/Berlin', 'working-hours'],
    ['2026-11-24T07:30:00Z', 'Europe/Berlin', 'early-or-late'],
    ['2026-11-24T16:00:00Z', 'Europe/Berlin', 'early-or-late'],
    ['2026-11-24T05:30:00Z', 'Europe/Berlin', 'night'],
    ['2026-11-24T20:00:00Z', 'Europe/Berlin', 'night'],
    ['2026-11-24T22:30:00Z', 'Europe/Berlin', 'night'],
    ['2026-11-24T04:00:00Z', 'Asia/Kathmandu', 'working-hours'],
  ])('%s in %s is %s', (start, zone, part) => {
    expect(dayPartOf(slot(start), zone)).toBe(part);
  });

  it('is one of the night as soon as a minute of it is', () => {
    expect(dayPartOf(slot('2026-11-24T20:00:00Z', 60), 'Europe/Berlin')).toBe('early-or-late');
    expect(dayPartOf(slot('2026-11-24T20:00:00Z', 61), 'Europe/Berlin')).toBe('night');
  });
});

describe('the fairness of a slot', () => {
  it('names local hours and counts whom it asks up at night', () => {
    expect(fairnessOf(slot('2026-11-24T12:00:00Z'), AUDIENCES)).toEqual({
      local: [
        {
          audienceId: 'lviv',
          startsLocal: '2026-11-24T14:00',
          endsLocal: '2026-11-24T15:30',
          dayPart: 'working-hours',
          people: 40,
        },
        {
          audienceId: 'recife',
          startsLocal: '2026-11-24T09:00',
          endsLocal: '2026-11-24T10:30',
          dayPart: 'working-hours',
          people: 20,
        },
        {
          audienceId: 'manila',
          startsLocal: '2026-11-24T20:00',
          endsLocal: '2026-11-24T21:30',
          dayPart: 'early-or-late',
          people: 20,
        },
      ],
      peopleAtNight: 0,
      peopleEarlyOrLate: 20,
      people: 80,
      burden: 20 / 240,
    });
  });

  it('is no burden for nobody', () => {
    expect(fairnessOf(slot('2026-11-24T12:00:00Z'), []).burden).toBe(0);
  });

  it('lies between 0 and 1, and counts everybody once', () => {
    fc.assert(
      fc.property(slots, audiences, (one, people) => {
        const fairness = fairnessOf(one, people);
        expect(fairness.burden).toBeGreaterThanOrEqual(0);
        expect(fairness.burden).toBeLessThanOrEqual(1);
        expect(fairness.people).toBe(people.reduce((sum, audience) => sum + audience.people, 0));
        expect(fairness.peopleAtNight + fairness.peopleEarlyOrLate).toBeLessThanOrEqual(fairness.people);
        const isFreeOfBurden = fairness.peopleAtNight + fairness.peopleEarlyOrLate === 0;
        expect(fairness.burden === 0).toBe(isFreeOfBurden);
      }),
    );
  });

  it('does not change with the order of the audiences, nor when one is split in two', () => {
    fc.assert(
      fc.property(slots, audiences, (one, people) => {
        const whole = fairnessOf(one, people).burden;
        const split = people.flatMap((audience) => [
          { ...audience, id: `${audience.id}-a`, people: audience.people / 2 },
          { ...audience, id: `${audience.id}-b`, people: audience.people / 2 },
        ]);
        expect(fairnessOf(one, [...people].reverse()).burden).toBeCloseTo(whole, 10);
        expect(fairnessOf(one, split).burden).toBeCloseTo(whole, 10);
      }),
    );
  });
});

describe('sparing those who were up at night before', () => {
  it('weighs their next night more, and nobody’s when none had any', () => {
    const none = sparing(AUDIENCES, new Map());
    const night = slot('2026-11-24T02:00:00Z');
    expect(fairnessOf(night, none).burden).toBe(fairnessOf(night, AUDIENCES).burden);
    const tired = sparing(AUDIENCES, new Map([['recife', 4]]));
    expect(fairnessOf(night, tired).burden).toBeGreaterThan(fairnessOf(night, AUDIENCES).burden);
    expect(fairnessOf(night, tired).peopleAtNight).toBe(fairnessOf(night, AUDIENCES).peopleAtNight);
  });

  it('never makes a slot look better for having been somebody’s night before', () => {
    fc.assert(
      fc.property(slots, audiences, fc.integer({ min: 1, max: 9 }), (one, people, nights) => {
        const plain = fairnessOf(one, people);
        const asleep = plain.local.filter(({ dayPart }) => dayPart === 'night');
        const spared = fairnessOf(
          one,
          sparing(people, new Map(asleep.map(({ audienceId }) => [audienceId, nights]))),
        );
        expect(spared.burden).toBeGreaterThanOrEqual(plain.burden - 1e-9);
        expect(spared.burden).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('makes the night go round: of two places a day apart it is not always the same that has it', () => {
    const two: Audience[] = [
      { id: 'a', timeZone: 'Pacific/Auckland', people: 50 },
      { id: 'b', timeZone: 'Europe/London', people: 50 },
    ];
    const week = { days: 7, timeZone: 'UTC', durationMinutes: 180, weekdays: [2], stepMinutes: 60 };
    const nights = new Map<string, number>();
    for (let session = 0; session < 8; session += 1) {
      const from = new Date(Date.UTC(2027, 4, 3 + 7 * session)).toISOString().slice(0, 10);
      const [best] = suggestSlots({ ...week, from, audiences: sparing(two, nights) }, 1);
      for (const { audienceId, dayPart } of best?.fairness.local ?? [])
        if (dayPart !== 'working-hours') nights.set(audienceId, (nights.get(audienceId) ?? 0) + 1);
    }
    const counts = two.map(({ id }) => nights.get(id) ?? 0);
    expect(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

describe('the Monday of a week', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29T20:15', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s is %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});

describe('suggested slots', () => {
  const search: SlotSearch = {
    from: '2026-11-23',
    days: 7,
    timeZone: 'Europe/Berlin',
    durationMinutes: 90,
    weekdays: [1, 2, 3, 4, 5],
    stepMinutes: 30,
    audiences: AUDIENCES,
  };

  it('are the fairest of the week, the earliest of equals first', () => {
    const best = suggestSlots(search, 3);
    expect(best.map(({ startsLocal }) => startsLocal)).toEqual([
      '2026-11-23T13:00',
      '2026-11-24T13:00',
      '2026-11-25T13:00',
    ]);
    expect(best.every(({ fairness }) => fairness.peopleAtNight === 0)).toBe(true);
  });

  it('keep to the weekdays asked for', () => {
    const weekend = suggestSlots({ ...search, weekdays: [6] }, 2);
    expect(weekend.map(({ startsLocal }) => startsLocal.slice(0, 10))).toEqual(['2026-11-28', '2026-11-28']);
  });

  it('never begin at a time that does not exist or exists twice', () => {
    const night = { ...search, from: '2027-03-28', days: 1, weekdays: [7], durationMinutes: 30 };
    const all = suggestSlots({ ...night, audiences: [] }, 100).map(({ startsLocal }) =>
      startsLocal.slice(11),
    );
    expect(all).toContain('01:30');
    expect(all).not.toContain('02:00');
    expect(all).not.toContain('02:30');
    expect(all).toContain('03:00');
  });

  it('never overlap, and none that was left out is fairer than all that were taken', () => {
    const searches = fc.record({
      from: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      timeZone: fc.constantFrom(...ZONES),
      durationMinutes: fc.constantFrom(30, 60, 90, 120),
      audiences,
    });
    fc.assert(
      fc.property(searches, fc.integer({ min: 1, max: 5 }), (asked, limit) => {
        const week = { ...search, ...asked, stepMinutes: 60 };
        const chosen = suggestSlots(week, limit);
        const [best] = chosen;
        for (const [index, one] of chosen.entries()) {
          for (const other of chosen.slice(index + 1))
            expect(one.endsAt <= other.startsAt || other.endsAt <= one.startsAt).toBe(true);
        }
        const everyHour = Array.from({ length: 5 * 24 }, (_, hour) =>
          slot(
            new Date(Date.parse(`${asked.from}T12:00:00Z`) + hour * 3_600_000).toISOString(),
            asked.durationMinutes,
          ),
        );
        // Compared with starts on the search's own grid only: other offsets lie between its steps.
        const starts = new Set(suggestSlots(week, 1000).map(({ startsAt }) => startsAt.getTime()));
        for (const one of everyHour.filter(({ startsAt }) => starts.has(startsAt.getTime())))
          expect(fairnessOf(one, asked.audiences).burden).toBeGreaterThanOrEqual(
            (best?.fairness.burden ?? 0) - 1e-9,
          );
      }),
      { numRuns: 25 },
    );
  });
});

describe('the burden over a series', () => {
  it('says which audience had the night shift how often', () => {
    const series = [slot('2026-11-24T12:00:00Z'), slot('2026-12-01T02:00:00Z'), slot('2026-12-08T16:00:00Z')];
    expect(burdenOver(series, AUDIENCES)).toEqual([
      { audienceId: 'lviv', sessions: { 'working-hours': 1, 'early-or-late': 1, night: 1 } },
      { audienceId: 'recife', sessions: { 'working-hours': 2, 'early-or-late': 0, night: 1 } },
      { audienceId: 'manila', sessions: { 'working-hours': 1, 'early-or-late': 1, night: 1 } },
    ]);
  });

  it('counts every session once for every audience', () => {
    fc.assert(
      fc.property(fc.array(slots, { maxLength: 12 }), audiences, (series, people) => {
        for (const { sessions } of burdenOver(series, people))
          expect(Object.values(sessions).reduce((sum, count) => sum + count, 0)).toBe(series.length);
      }),
    );
  });
});
