import type { SessionListItem } from '@reihe/shared-contracts';
import type { OutboxStatus } from '@reihe/shared-registration';
import type { BoardCard, RecapListItem } from '@reihe/shared-editorial';
import type { Conflict, SessionConflicts } from '@reihe/shared-planning';
import { sectionOf, type ConflictSection } from '@reihe/admin-ui';

/** Conflicts of sessions this close are told here; those further off where the session is planned. */
export const CONFLICTS_WITHIN_DAYS = 14;

export interface Errand {
  id: string;
  title: string;
  link: string;
  /** Section of the session editor in which it is mended. */
  section?: ConflictSection;
  /** What clashes, or is missing. */
  conflicts?: Conflict[];
  /** When the session is; absent where it does not matter. */
  at?: { instant: string; timeZone: string };
  waiting?: number;
}

/** Sessions that begin within 48 hours without a link or a moderator, the nearest first. */
export function sessionsNotReady(sessions: readonly SessionConflicts[]): Errand[] {
  return conflictErrands(sessions, isNotReady);
}

/** Sessions that clash with others, with a holiday or with their series' period, the nearest first. */
export function sessionsThatClash(sessions: readonly SessionConflicts[]): Errand[] {
  return conflictErrands(sessions, (conflict) => !isNotReady(conflict));
}

function isNotReady({ code }: Conflict): boolean {
  return code === 'no-meeting-link' || code === 'no-moderator';
}

function conflictErrands(
  sessions: readonly SessionConflicts[],
  isMeant: (conflict: Conflict) => boolean,
): Errand[] {
  return sessions.flatMap(({ id, title, startsAt, timeZone, conflicts }) => {
    const [first, ...others] = conflicts.filter(isMeant);
    if (!first) return [];
    return [
      {
        id,
        title,
        link: `/sessions/${id}`,
        section: sectionOf(first),
        at: { instant: startsAt, timeZone },
        conflicts: [first, ...others],
      },
    ];
  });
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

/** Scheduled for a minute that is over: something was missing by then. */
export function notAppeared(cards: readonly BoardCard[]): Errand[] {
  return cards
    .filter(({ hasNotAppeared }) => hasNotAppeared)
    .map(({ id, title }) => ({ id, title, link: `/recaps/${id}` }));
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
