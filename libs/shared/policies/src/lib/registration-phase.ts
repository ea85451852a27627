import type { RegistrationMode, RegistrationPhase, SeatView, SessionState } from '@reihe/shared-contracts';
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
  mode: RegistrationMode;
  hasWaitingList: boolean;
  /** 0: as many as come. */
  waitingListLimit: number;
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
    mode: session.mode,
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
  if (seatFor(seats) === 'waitlisted') return canWait(session, seats) ? 'waiting-list' : 'full';
  return hasFew(seats) ? 'few' : 'open';
}

/** Whether somebody who comes now may wait. */
export function canWait(
  { hasWaitingList, waitingListLimit }: Pick<RegistrationWindow, 'hasWaitingList' | 'waitingListLimit'>,
  { waiting }: Pick<SeatCount, 'waiting'>,
): boolean {
  return hasWaitingList && (waitingListLimit === 0 || waiting < waitingListLimit);
}

function hasFew(seats: SeatCount): boolean {
  if (seats.capacity === null) return false;
  return freeSeats(seats) <= Math.max(FEW_PLACES, seats.capacity * FEW_SHARE);
}
