import type { InvitationState, SessionState } from '@reihe/shared-contracts';

interface InvitedSession {
  state: SessionState;
  endsAt: Date;
}

/** Whoever has not agreed yet may be asked, and asked again, until the session is over or off. */
export function canInvite(state: InvitationState, session: InvitedSession, now: Date): boolean {
  return state !== 'confirmed' && isToCome(session, now);
}

/** Whoever was asked may answer, and think again, until the session is over or off. */
export function canAnswerInvitation(state: InvitationState, session: InvitedSession, now: Date): boolean {
  return state !== 'none' && isToCome(session, now);
}

/** Drafts too: speakers are asked before a programme is published. */
function isToCome({ state, endsAt }: InvitedSession, now: Date): boolean {
  return (state === 'draft' || state === 'published') && endsAt > now;
}
