import type { RegistrationState } from '@reihe/shared-contracts';

/** A live registration, as far as it says which of two is worth more to its person. */
export interface LiveRegistration {
  state: RegistrationState;
  /** Smaller: longer waiting; null unless waitlisted. */
  queueNumber: number | null;
}

const WORTH: readonly RegistrationState[] = ['confirmed', 'waitlisted', 'awaiting-approval', 'unverified'];

/** Of two live registrations of one person for one session, the one that stays: nobody loses by being known twice. The first where both are alike. */
export function betterRegistration<T extends LiveRegistration>(one: T, other: T): T {
  const difference = WORTH.indexOf(one.state) - WORTH.indexOf(other.state);
  if (difference !== 0) return difference < 0 ? one : other;
  return (other.queueNumber ?? Infinity) < (one.queueNumber ?? Infinity) ? other : one;
}
