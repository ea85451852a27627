import { meetingAccessRules, type RulesFor, saveSessionRules } from '@reihe/shared-contracts';

/** A session that clashes with another, as far as one must know it to mend that. */
export interface ClashingSession {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** Something an organiser should know about a session; nothing of it is forbidden. */
export type Conflict =
  | { code: 'speaker-elsewhere'; session: ClashingSession; speaker: { id: string; name: string } }
  | { code: 'meeting-room-taken'; session: ClashingSession }
  | { code: 'same-audience'; session: ClashingSession }
  /** `name` in the reader's language where it is known, else in one of the country's. */
  | { code: 'holiday'; country: string; name: string }
  | { code: 'outside-period'; startsOn: string; endsOn: string }
  | { code: 'no-meeting-link' }
  | { code: 'no-moderator' };

export interface SessionConflicts extends ClashingSession {
  seriesId: string;
  conflicts: Conflict[];
}

export interface ConflictsFilter {
  /** Id of a series or of a session; all sessions to come where neither is said. */
  series?: string;
  session?: string;
  /** Only sessions that begin within so many days. */
  days?: number;
}

/** A session as it is being typed. */
export interface TypedSession {
  /** null while it is new. */
  sessionId: string | null;
  seriesId: string;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  regionIds: string[];
  speakerIds: string[];
  meetingUrl: string;
  /** Empty or absent: nobody says whose account it is. */
  meetingAccount?: string;
  hasModerator: boolean;
}

export const typedSessionRules = {
  sessionId: { kind: 'text', format: 'uuid', optional: true },
  seriesId: saveSessionRules.seriesId,
  startsLocal: saveSessionRules.startsLocal,
  endsLocal: saveSessionRules.endsLocal,
  timeZone: saveSessionRules.timeZone,
  regionIds: saveSessionRules.regionIds,
  speakerIds: { kind: 'list', format: 'uuid', maxLength: 500 },
  meetingUrl: { ...meetingAccessRules.url, optional: true },
  meetingAccount: { kind: 'text', maxLength: 200, optional: true },
  hasModerator: { kind: 'boolean' },
} as const satisfies RulesFor<TypedSession>;

export const conflictsFilterRules = {
  series: { kind: 'text', format: 'uuid', optional: true },
  session: { kind: 'text', format: 'uuid', optional: true },
} as const;
