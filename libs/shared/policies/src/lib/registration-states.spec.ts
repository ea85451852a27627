import { REGISTRATION_LIFE, type RegistrationState, type SessionState } from '@reihe/shared-contracts';
import {
  canCancelAsOrganiser,
  canCancelOwnRegistration,
  canSeatsChange,
  isLiveRegistration,
  isToldWhereToJoin,
} from './registration-states';

const startsAt = new Date('2026-10-06T12:00:00Z');
const before = new Date('2026-10-06T11:59:59Z');
const live: RegistrationState[] = ['unverified', 'awaiting-approval', 'confirmed', 'waitlisted'];

describe('registration states', () => {
  it.each(REGISTRATION_LIFE)('%s can be cancelled as long as it is live', (state) => {
    const isLive = live.includes(state);
    expect(isLiveRegistration(state)).toBe(isLive);
    expect(canCancelAsOrganiser(state)).toBe(isLive);
    expect(canCancelOwnRegistration(state, { state: 'published', startsAt }, before)).toBe(isLive);
    expect(canCancelOwnRegistration(state, { state: 'published', startsAt }, startsAt)).toBe(false);
  });

  it.each([
    ['published', before, true],
    ['published', startsAt, false],
    ['draft', before, false],
    ['held', before, false],
    ['cancelled', before, false],
  ] as [SessionState, Date, boolean][])('seats of a %s session at %s change hands: %s', (state, now, can) => {
    expect(canSeatsChange({ state, startsAt }, now)).toBe(can);
  });

  it.each(REGISTRATION_LIFE)(
    '%s is told where to join only as confirmed, unless the session was called off',
    (state) => {
      expect(isToldWhereToJoin(state, 'published')).toBe(state === 'confirmed');
      expect(isToldWhereToJoin(state, 'held')).toBe(state === 'confirmed');
      expect(isToldWhereToJoin(state, 'cancelled')).toBe(false);
    },
  );
});
