import type { OutboxStatus, RecapListItem, SessionListItem } from '@reihe/shared-contracts';

/** Sessions this close need their link. */
export const LINK_NEEDED_WITHIN = 48 * 60 * 60 * 1000;

export interface Errand {
  id: string;
  title: string;
  link: string;
  /** When the session is; absent where it does not matter. */
  at?: { instant: string; timeZone: string };
  waiting?: number;
}

/** Published sessions that begin soon and have no meeting link yet, the nearest first. */
export function sessionsWithoutLink(sessions: readonly SessionListItem[], now: Date): Errand[] {
  return sessions
    .filter(({ startsAt, endsAt, hasMeetingLink }) => {
      const isSoon = Date.parse(startsAt) - now.getTime() < LINK_NEEDED_WITHIN;
      return isSoon && Date.parse(endsAt) > now.getTime() && !hasMeetingLink;
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((session) => errandOf(session));
}

export function heldWithoutRecap(sessions: readonly SessionListItem[]): Errand[] {
  return sessions
    .filter(({ recaps }) => recaps === 0)
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt))
    .map((session) => errandOf(session));
}

export function withWaitingList(sessions: readonly SessionListItem[], now: Date): Errand[] {
  return sessions
    .filter(({ waitlisted, endsAt }) => waitlisted > 0 && Date.parse(endsAt) > now.getTime())
    .sort((a, b) => b.waitlisted - a.waitlisted)
    .map((session) => ({
      ...errandOf(session),
      link: `/sessions/${session.id}/registrations`,
      waiting: session.waitlisted,
    }));
}

export function draftSessions(sessions: readonly SessionListItem[]): Errand[] {
  return [...sessions]
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((session) => errandOf(session));
}

export function recapErrands(recaps: readonly RecapListItem[]): Errand[] {
  return recaps.map(({ id, title }) => ({ id, title, link: `/recaps/${id}` }));
}

/** Nothing to say while every message is on its way. */
export function mailNeedsMe({ failed, queued, isMailServerConfigured }: OutboxStatus): boolean {
  return failed > 0 || (!isMailServerConfigured && queued > 0);
}

function errandOf({ id, title, startsAt, timeZone }: SessionListItem): Errand {
  return { id, title, link: `/sessions/${id}`, at: { instant: startsAt, timeZone } };
}
