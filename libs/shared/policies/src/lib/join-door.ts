import type { JoinSituation, RegistrationState, SessionState } from '@reihe/shared-contracts';

/** What decides whether one is let into a session. */
export interface DooredSession {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  /** Minutes before the start. */
  opensBefore: number;
}

/** So long after the end the door stays open: discussions run over, lines break and people come back. */
export const DOOR_STAYS_OPEN_MINUTES = 30;

const MINUTE_MS = 60_000;

/** Instants between which the door is open; the first belongs to it, the last does not. */
export function joinDoor({ startsAt, endsAt, opensBefore }: Omit<DooredSession, 'state'>): {
  opensAt: Date;
  closesAt: Date;
} {
  return {
    opensAt: new Date(startsAt.getTime() - opensBefore * MINUTE_MS),
    closesAt: new Date(endsAt.getTime() + DOOR_STAYS_OPEN_MINUTES * MINUTE_MS),
  };
}

/**
 * What somebody finds at their join address. What is true of the session for everybody comes before what is true of their place: a
 * cancelled session is cancelled for those who left it too.
 */
export function joinSituation(seat: RegistrationState, session: DooredSession, now: Date): JoinSituation {
  if (session.state === 'cancelled') return 'cancelled';
  const { opensAt, closesAt } = joinDoor(session);
  if (now >= closesAt) return 'over';
  switch (seat) {
    case 'confirmed':
      return now < opensAt ? 'early' : 'open';
    case 'waitlisted':
      return 'waiting-list';
    case 'awaiting-approval':
      return 'awaiting-approval';
    case 'unverified':
    case 'declined':
    case 'cancelled':
    case 'expired':
      return 'no-place';
  }
}
