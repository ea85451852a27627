import type { RegistrationState, SessionState } from '@reihe/shared-contracts';
import { FEEDBACK_DAYS, type FeedbackPhase } from '@reihe/shared-registration';

export interface FollowedSession {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first instant at which no feedback can be given any more. */
export function feedbackEnd({ endsAt }: Pick<FollowedSession, 'endsAt'>): Date {
  return new Date(endsAt.getTime() + FEEDBACK_DAYS * DAY_MS);
}

export function feedbackPhase(session: Omit<FollowedSession, 'startsAt'>, now: Date): FeedbackPhase {
  if (!takesPlace(session)) return 'none';
  if (now < session.endsAt) return 'early';
  return now < feedbackEnd(session) ? 'open' : 'over';
}

/** From the start on: somebody may be ticked off as they come. */
export function canMarkAttendance(session: Omit<FollowedSession, 'endsAt'>, now: Date): boolean {
  return takesPlace(session) && now >= session.startsAt;
}

export interface CertificateSituation {
  seat: RegistrationState;
  session: FollowedSession;
  isOffered: boolean;
  isMarked: boolean;
  /** The last one that was issued was withdrawn by an organiser, not with the mark. */
  isWithdrawn: boolean;
}

/** Only who was there, to the end, and where the organisers give any; what they withdrew they alone issue again. */
export function canHaveCertificate(
  { seat, session, isOffered, isMarked, isWithdrawn }: CertificateSituation,
  now: Date,
): boolean {
  const wasThere = seat === 'confirmed' && isMarked && takesPlace(session) && now >= session.endsAt;
  return wasThere && isOffered && !isWithdrawn;
}

/** What is for registered people is for those with a place, not for those who wish for one. */
export function canHaveMaterials(seat: RegistrationState, session: Pick<FollowedSession, 'state'>): boolean {
  return seat === 'confirmed' && takesPlace(session);
}

function takesPlace({ state }: Pick<FollowedSession, 'state'>): boolean {
  return state === 'published' || state === 'held';
}
