import type { RegistrationState, SessionState } from '@reihe/shared-contracts';
import {
  canHaveCertificate,
  canHaveMaterials,
  canMarkAttendance,
  feedbackEnd,
  feedbackPhase,
  type CertificateSituation,
} from './follow-up';

const at = (instant: string) => new Date(instant);
const session = {
  state: 'held' as SessionState,
  startsAt: at('2026-10-06T12:00:00Z'),
  endsAt: at('2026-10-06T13:30:00Z'),
};

describe('what comes after a session', () => {
  it.each([
    ['2026-10-06T13:29:59Z', 'held', 'early'],
    ['2026-10-06T13:30:00Z', 'held', 'open'],
    ['2026-10-06T13:30:00Z', 'published', 'open'],
    ['2026-12-05T13:29:59Z', 'held', 'open'],
    ['2026-12-05T13:30:00Z', 'held', 'over'],
    ['2026-10-07T00:00:00Z', 'cancelled', 'none'],
    ['2026-10-07T00:00:00Z', 'draft', 'none'],
  ] as const)('is at %s, %s, feedback: %s', (now, state, phase) => {
    expect(feedbackPhase({ ...session, state }, at(now))).toBe(phase);
  });

  it('lets feedback be given for sixty days', () => {
    expect(feedbackEnd(session)).toEqual(at('2026-12-05T13:30:00Z'));
  });

  it.each([
    ['2026-10-06T11:59:59Z', 'published', false],
    ['2026-10-06T12:00:00Z', 'published', true],
    ['2026-12-24T12:00:00Z', 'held', true],
    ['2026-12-24T12:00:00Z', 'cancelled', false],
    ['2026-12-24T12:00:00Z', 'draft', false],
  ] as const)('at %s, %s: attendance can be marked: %s', (now, state, can) => {
    expect(canMarkAttendance({ ...session, state }, at(now))).toBe(can);
  });

  const came: CertificateSituation = {
    seat: 'confirmed',
    session,
    isOffered: true,
    isMarked: true,
    isWithdrawn: false,
  };
  const AFTER = at('2026-10-06T13:30:00Z');

  it.each<[string, Partial<CertificateSituation>, Date, boolean]>([
    ['who came', {}, AFTER, true],
    ['who is still in it', {}, at('2026-10-06T13:29:59Z'), false],
    ['nobody where none are offered', { isOffered: false }, AFTER, false],
    ['nobody who is not marked', { isMarked: false }, AFTER, false],
    ['nobody whose certificate an organiser withdrew', { isWithdrawn: true }, AFTER, false],
    ['nobody who gave the place up', { seat: 'cancelled' }, AFTER, false],
    [
      'nobody where the session was called off',
      { session: { ...session, state: 'cancelled' } },
      AFTER,
      false,
    ],
  ])('gives a certificate to %s', (_who, change, now, can) => {
    expect(canHaveCertificate({ ...came, ...change }, now)).toBe(can);
  });

  it.each<[RegistrationState, SessionState, boolean]>([
    ['confirmed', 'published', true],
    ['confirmed', 'held', true],
    ['confirmed', 'cancelled', false],
    ['waitlisted', 'held', false],
    ['awaiting-approval', 'held', false],
    ['unverified', 'held', false],
    ['cancelled', 'held', false],
  ])(
    'shows what is for registered people to a registration that is %s of a session that is %s: %s',
    (seat, state, can) => {
      expect(canHaveMaterials(seat, { state })).toBe(can);
    },
  );
});
