import { REGISTRATION_LIFE, SESSION_STATES, type RegistrationState } from '@reihe/shared-contracts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DOOR_STAYS_OPEN_MINUTES, joinDoor, joinSituation, type DooredSession } from './join-door';

const session: DooredSession = {
  state: 'published',
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T13:30:00Z'),
  opensBefore: 15,
};

const MINUTE_MS = 60_000;

/** A session somewhere in the world, at any hour of years with every kind of clock change. */
const anywhere = fc
  .record({
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/Sao_Paulo',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
    ),
    hour: fc.integer({ min: 0, max: 15 * 365 * 24 }),
    minute: fc.integer({ min: 0, max: 59 }),
    length: fc.integer({ min: 1, max: 12 * 60 }),
    opensBefore: fc.integer({ min: 0, max: 24 * 60 }),
    state: fc.constantFrom(...SESSION_STATES),
  })
  .map(({ timeZone, hour, minute, length, opensBefore, state }) => {
    const starts = Temporal.PlainDateTime.from('2015-01-01T00:00')
      .add({ hours: hour, minutes: minute })
      .toZonedDateTime(timeZone);
    const startsAt = new Date(starts.epochMilliseconds);
    const endsAt = new Date(startsAt.getTime() + length * MINUTE_MS);
    return { starts, session: { state, startsAt, endsAt, opensBefore } };
  });

describe('the door of a session', () => {
  it.each([
    ['11:44:59', 'early'],
    ['11:45:00', 'open'],
    ['12:00:00', 'open'],
    ['13:30:00', 'open'],
    ['13:59:59', 'open'],
    ['14:00:00', 'over'],
  ])('at %s is %s to whoever has a place', (clock, situation) => {
    expect(joinSituation('confirmed', session, new Date(`2026-10-06T${clock}Z`))).toBe(situation);
  });

  it.each<[RegistrationState, string]>([
    ['confirmed', 'open'],
    ['waitlisted', 'waiting-list'],
    ['awaiting-approval', 'awaiting-approval'],
    ['unverified', 'no-place'],
    ['declined', 'no-place'],
    ['cancelled', 'no-place'],
    ['expired', 'no-place'],
  ])('finds whoever is %s: %s', (seat, situation) => {
    expect(joinSituation(seat, session, session.startsAt)).toBe(situation);
    expect(joinSituation(seat, { ...session, state: 'cancelled' }, session.startsAt)).toBe('cancelled');
    expect(joinSituation(seat, session, new Date('2027-01-01'))).toBe('over');
  });

  it('opens so many minutes of real time before the start, in whatever zone and across clock changes', () => {
    fc.assert(
      fc.property(anywhere, ({ starts, session: made }) => {
        const { opensAt, closesAt } = joinDoor(made);
        expect(opensAt.getTime()).toBe(starts.subtract({ minutes: made.opensBefore }).epochMilliseconds);
        expect(closesAt.getTime() - made.endsAt.getTime()).toBe(DOOR_STAYS_OPEN_MINUTES * MINUTE_MS);
      }),
    );
  });

  it('is open only between its instants, to the confirmed alone, and never opens twice', () => {
    fc.assert(
      fc.property(
        anywhere,
        fc.constantFrom(...REGISTRATION_LIFE),
        fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 2, maxLength: 20 }),
        ({ session: made }, seat, minutes) => {
          const { opensAt, closesAt } = joinDoor(made);
          const order = ['early', 'open', 'over'];
          let last = -1;
          for (const minute of minutes.toSorted((a, b) => a - b)) {
            const now = new Date(made.startsAt.getTime() + minute * MINUTE_MS);
            const situation = joinSituation(seat, made, now);
            const mayEnter =
              seat === 'confirmed' && made.state !== 'cancelled' && now >= opensAt && now < closesAt;
            expect(situation === 'open').toBe(mayEnter);
            if (seat !== 'confirmed' || made.state === 'cancelled') continue;
            expect(order.indexOf(situation)).toBeGreaterThanOrEqual(last);
            last = order.indexOf(situation);
          }
        },
      ),
    );
  });
});
