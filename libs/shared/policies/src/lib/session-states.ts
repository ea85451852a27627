import type { Language, SessionGap, SessionState, SessionText, Translations } from '@reihe/shared-contracts';

/** What the rules need to know of a session. */
export interface SessionFacts {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  translations: Translations<SessionText>;
}

export type SessionVerdict =
  | { isAllowed: true }
  | { isAllowed: false; reason: 'wrong-state' | 'not-begun' }
  | { isAllowed: false; reason: 'incomplete'; gaps: SessionGap[] };

const ALLOWED: SessionVerdict = { isAllowed: true };
const WRONG_STATE: SessionVerdict = { isAllowed: false, reason: 'wrong-state' };

/** What readers would miss. Sessions of the past may be published: series are also entered afterwards. */
export function sessionGaps(session: Omit<SessionFacts, 'state'>, seriesLanguage: Language): SessionGap[] {
  const gaps: SessionGap[] = [];
  if (!session.translations[seriesLanguage]?.title.trim()) gaps.push('no-default-language');
  if (session.endsAt <= session.startsAt) gaps.push('end-not-after-start');
  return gaps;
}

export function canPublishSession(session: SessionFacts, seriesLanguage: Language): SessionVerdict {
  if (session.state !== 'draft') return WRONG_STATE;
  const gaps = sessionGaps(session, seriesLanguage);
  return gaps.length === 0 ? ALLOWED : { isAllowed: false, reason: 'incomplete', gaps };
}

/** From its start on: an organiser may end a session early, nobody can have held one that has not begun. */
export function canHoldSession(
  { state, startsAt }: Pick<SessionFacts, 'state' | 'startsAt'>,
  now: Date,
): SessionVerdict {
  if (state !== 'published') return WRONG_STATE;
  return now >= startsAt ? ALLOWED : { isAllowed: false, reason: 'not-begun' };
}

export function canCancelSession({ state }: Pick<SessionFacts, 'state'>): SessionVerdict {
  return state === 'published' || state === 'held' ? ALLOWED : WRONG_STATE;
}

/** Whether its time, zone or capacity may still change for those who plan to come. */
export function canMoveSession({ state }: Pick<SessionFacts, 'state'>): SessionVerdict {
  return state === 'draft' || state === 'published' ? ALLOWED : WRONG_STATE;
}

/** Back to a draft. That nobody registered in between is for the caller to see to. */
export function canWithdrawSession({ state }: Pick<SessionFacts, 'state'>): SessionVerdict {
  return state === 'published' ? ALLOWED : WRONG_STATE;
}
