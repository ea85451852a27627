import type { RulesFor } from './fields';
import { saveSessionRules, sessionTextRules } from './sessions';

/** Longest page of the staff's list of sessions: a calendar or a timeline shows all that its time holds. */
export const SESSIONS_PAGE_MAX = 500;

/** Column by which the list is ordered; ascending, with `-` in front descending. */
export const SESSION_SORTS = [
  'start',
  '-start',
  'title',
  '-title',
  'series',
  '-series',
  'state',
  '-state',
  'kind',
  '-kind',
  'capacity',
  '-capacity',
] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

/**
 * What a session still needs of its organiser. link: published, to come, without a meeting link · moderator: likewise without
 * one · recap: held and not looked back on · anything: one of these
 */
export const SESSION_NEEDS = ['anything', 'link', 'moderator', 'recap'] as const;
export type SessionNeed = (typeof SESSION_NEEDS)[number];

/** A few values of a session, changed where it is listed. Whatever is absent stays as it is. */
export interface ReviseSession {
  version: number;
  /** In the default language of its series. */
  title?: string;
  /** Wall clock in the session's zone. */
  startsLocal?: string;
  endsLocal?: string;
  clockChoice?: 'earlier' | 'later';
  /** null: unlimited. */
  capacity?: number | null;
}

export const reviseSessionRules = {
  version: saveSessionRules.version,
  title: { ...sessionTextRules.title, optional: true },
  startsLocal: { ...saveSessionRules.startsLocal, optional: true },
  endsLocal: { ...saveSessionRules.endsLocal, optional: true },
  clockChoice: saveSessionRules.clockChoice,
  capacity: saveSessionRules.capacity,
} as const satisfies RulesFor<ReviseSession>;

/** Told to every open view of the programme when something in it was changed and is committed. */
export interface ProgrammeChange {
  /** Sessions that changed, or of which places were taken or freed. */
  sessionIds: string[];
  seriesIds: string[];
  /** Member of staff who did it; null: a participant, the clock, or more than one. */
  by: { id: string; name: string } | null;
  /** True: changes may have been missed, whatever is shown is to be read again. */
  isWhole: boolean;
}

/** Names of the server-sent events: a change, and that the line still stands. */
export const PROGRAMME_EVENTS = { change: 'change', beat: 'beat' } as const;
/** How often the line says that it stands. Whoever hears nothing for three times as long may call again. */
export const PROGRAMME_BEAT_MS = 20_000;
