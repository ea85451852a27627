import { SESSION_STATES, type RegistrationPhase } from '@reihe/shared-contracts';
import fc from 'fast-check';
import { canRegister, registrationPhase, type RegistrationWindow } from './registration-phase';

const session: RegistrationWindow = {
  state: 'published',
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T14:00:00Z'),
  registrationOpensAt: new Date('2026-09-01T00:00:00Z'),
  registrationClosesAt: new Date('2026-10-05T00:00:00Z'),
  mode: 'open',
  hasWaitingList: true,
  waitingListLimit: 0,
};
const during = new Date('2026-09-20T00:00:00Z');
const room = { capacity: 100, taken: 0, waiting: 0 };

describe('registrationPhase', () => {
  it.each<[RegistrationPhase, string, number, number]>([
    ['open', '2026-09-20T00:00:00Z', 0, 100],
    ['open', '2026-09-20T00:00:00Z', 89, 11],
    ['few', '2026-09-20T00:00:00Z', 90, 10],
    ['few', '2026-09-20T00:00:00Z', 99, 1],
  ])('is %s at %s with %d seats taken, and says how many are left', (phase, now, confirmed, left) => {
    expect(registrationPhase(session, { ...room, taken: confirmed }, new Date(now))).toMatchObject({
      phase,
      placesLeft: left,
    });
  });

  it.each<[RegistrationPhase, string, number]>([
    ['waiting-list', '2026-09-20T00:00:00Z', 100],
    ['not-yet-open', '2026-08-31T23:59:59Z', 0],
    ['closed', '2026-10-05T00:00:00Z', 0],
    ['running', '2026-10-06T12:00:00Z', 0],
    ['held', '2026-10-06T14:00:00Z', 0],
  ])('is %s at %s with %d seats taken, and keeps the number to itself', (phase, now, confirmed) => {
    expect(registrationPhase(session, { ...room, taken: confirmed }, new Date(now))).toMatchObject({
      phase,
      placesLeft: null,
    });
  });

  it('calls 5 places few in a small room, and none where there is no limit', () => {
    const phase = (capacity: number | null, confirmed: number) =>
      registrationPhase(session, { capacity, taken: confirmed, waiting: 0 }, during);
    expect(phase(20, 14).phase).toBe('open');
    expect(phase(20, 15).phase).toBe('few');
    expect(phase(null, 15)).toMatchObject({ phase: 'open', placesLeft: null });
  });

  it('is a waiting list while somebody waits, though a seat is free', () => {
    expect(registrationPhase(session, { capacity: 5, taken: 4, waiting: 1 }, during).phase).toBe(
      'waiting-list',
    );
  });

  it('is full where nobody can wait, or as many wait as may', () => {
    const full = { capacity: 5, taken: 5, waiting: 3 };
    const phase = (change: Partial<RegistrationWindow>) =>
      registrationPhase({ ...session, ...change }, full, during).phase;
    expect(phase({ hasWaitingList: false })).toBe('full');
    expect(phase({ waitingListLimit: 3 })).toBe('full');
    expect(phase({ waitingListLimit: 4 })).toBe('waiting-list');
    expect(canRegister('full')).toBe(false);
  });

  it('says who may come', () => {
    expect(registrationPhase({ ...session, mode: 'invitation' }, room, during).mode).toBe('invitation');
  });

  it('without a window is open from publishing until the start', () => {
    const always = { ...session, registrationOpensAt: null, registrationClosesAt: null };
    expect(registrationPhase(always, room, new Date('2020-01-01T00:00:00Z')).phase).toBe('open');
    expect(registrationPhase(always, room, new Date('2026-10-06T11:59:59Z')).phase).toBe('open');
    expect(registrationPhase(always, room, session.startsAt).phase).toBe('running');
  });

  it.each([
    ['draft', 'closed'],
    ['held', 'held'],
    ['cancelled', 'cancelled'],
  ] as const)('of a session that is %s is %s at any time', (state, phase) => {
    expect(registrationPhase({ ...session, state }, room, during).phase).toBe(phase);
  });

  it('accepts no wish for a session that is over, not published, or began', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SESSION_STATES),
        fc.date({ min: new Date('2026-08-01'), max: new Date('2026-11-01'), noInvalidDate: true }),
        fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
        fc.nat(50),
        (state, now, capacity, confirmed) => {
          const { phase } = registrationPhase(
            { ...session, state },
            { capacity, taken: confirmed, waiting: 0 },
            now,
          );
          if (canRegister(phase)) {
            expect(state).toBe('published');
            expect(now < session.startsAt).toBe(true);
          }
        },
      ),
    );
  });
});
