import { LIVE_REGISTRATION_STATES, type RegistrationState, type SessionState } from '@reihe/shared-contracts';

/** What the rules need to know of the session a registration is for. */
export interface SessionMoment {
  state: SessionState;
  startsAt: Date;
}

export function isLiveRegistration(state: RegistrationState): boolean {
  return (LIVE_REGISTRATION_STATES as readonly RegistrationState[]).includes(state);
}

/** Seats are taken and passed on only while the session is still to come. */
export function canSeatsChange({ state, startsAt }: SessionMoment, now: Date): boolean {
  return state === 'published' && now < startsAt;
}

/** Participants cancel until the session begins; afterwards being there or not is attendance. */
export function canCancelOwnRegistration(
  registration: RegistrationState,
  session: SessionMoment,
  now: Date,
): boolean {
  return isLiveRegistration(registration) && canSeatsChange(session, now);
}

/** Whether somebody is told where to join; what they find there is decided when they come. */
export function isToldWhereToJoin(registration: RegistrationState, session: SessionState): boolean {
  return registration === 'confirmed' && session !== 'cancelled';
}

/** Organisers may put a list in order at any time. */
export function canCancelAsOrganiser(registration: RegistrationState): boolean {
  return isLiveRegistration(registration);
}

/** Who is told when a session moves or is cancelled: people with a verified wish for it. */
export const TOLD_REGISTRATION_STATES = [
  'confirmed',
  'waitlisted',
  'awaiting-approval',
] as const satisfies readonly RegistrationState[];
