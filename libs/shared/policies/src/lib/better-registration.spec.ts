import type { RegistrationState } from '@reihe/shared-contracts';
import { betterRegistration } from './better-registration';

const a = (state: RegistrationState, queueNumber: number | null = null) => ({ state, queueNumber });

describe('of two registrations of one person for one session', () => {
  it.each([
    ['confirmed', 'waitlisted'],
    ['confirmed', 'unverified'],
    ['waitlisted', 'awaiting-approval'],
    ['awaiting-approval', 'unverified'],
  ] as const)('%s is better than %s, whichever comes first', (better, worse) => {
    const [good, bad] = [a(better, 9), a(worse, 1)];
    expect([betterRegistration(good, bad), betterRegistration(bad, good)]).toEqual([good, good]);
  });

  it('the one that waits longer stays, and the first where both are alike', () => {
    const [early, late] = [a('waitlisted', 3), a('waitlisted', 8)];
    expect([betterRegistration(early, late), betterRegistration(late, early)]).toEqual([early, early]);
    const [one, other] = [a('confirmed'), a('confirmed')];
    expect(betterRegistration(one, other)).toBe(one);
  });
});
