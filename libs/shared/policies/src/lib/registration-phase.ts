import type { RegistrationPhase, SeatView, SessionState } from '@reihe/shared-contracts';
import { freeSeats, seatFor, type SeatCount } from './seats';

/** What decides whether one can register now. */
export interface RegistrationWindow {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  /** null: from publishing on. */
  registrationOpensAt: Date | null;
  /** null: until the start. */
  registrationClosesAt: Date | null;
}

/** Few places are at most a tenth of all, but 5 are few in a large room too. */
const FEW_PLACES = 5;
const FEW_SHARE = 0.1;

export function registrationPhase(session: RegistrationWindow, seats: SeatCount, now: Date): SeatView {
  const phase = phaseOf(session, seats, now);
  const isLimited = seats.capacity !== null && (phase === 'open' || phase === 'few');
  return {
    phase,
    placesLeft: isLimited ? freeSeats(seats) : null,
    opensAt: session.registrationOpensAt?.toISOString() ?? null,
    closesAt: session.registrationClosesAt?.toISOString() ?? null,
  };
}

/** Whether a wish for a place is accepted at all, be it for a seat or for the waiting list. */
export function canRegister(phase: RegistrationPhase): boolean {
  return phase === 'open' || phase === 'few' || phase === 'waiting-list';
}

function phaseOf(session: RegistrationWindow, seats: SeatCount, now: Date): RegistrationPhase {
  if (session.state === 'draft') return 'closed';
  if (session.state === 'cancelled') return 'cancelled';
  // Until the worker has moved its state on, a session that ended is held for readers already.
  if (session.state === 'held' || now >= session.endsAt) return 'held';
  if (now >= session.startsAt) return 'running';
  if (session.registrationClosesAt && now >= session.registrationClosesAt) return 'closed';
  if (session.registrationOpensAt && now < session.registrationOpensAt) return 'not-yet-open';
  if (seatFor(seats) === 'waitlisted') return 'waiting-list';
  return hasFew(seats) ? 'few' : 'open';
}

function hasFew(seats: SeatCount): boolean {
  if (seats.capacity === null) return false;
  return freeSeats(seats) <= Math.max(FEW_PLACES, seats.capacity * FEW_SHARE);
}
