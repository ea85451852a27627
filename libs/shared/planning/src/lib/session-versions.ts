import type { RulesFor } from '@reihe/shared-contracts';
import type { Page } from '@reihe/shared-contracts';
import {
  saveSessionRules,
  type ChangeState,
  type SaveSession,
  type SessionState,
} from '@reihe/shared-contracts';

/** A session's content as one save left it; for staff only, it holds the meeting link. */
export type SessionContent = Omit<SaveSession, 'version' | 'clockChoice' | 'announcement' | 'isQuiet'>;

export interface SessionVersion {
  version: number;
  at: string;
  /** Staff name; null for Reihe itself, and where nobody was noted. */
  by: string | null;
  /** As in the audit log, e.g. `session.save`. */
  action: string;
  state: SessionState;
  content: SessionContent;
}

/** Newest first. */
export interface SessionHistory extends Page<SessionVersion> {
  /** The content before the oldest of these; null where none is kept. */
  before: SessionContent | null;
}

/** `version` is the present one, as with any save; who is told of it is asked as with any save. */
export type RestoreSession = ChangeState & Pick<SaveSession, 'announcement' | 'isQuiet'>;

export const restoreSessionRules = {
  version: saveSessionRules.version,
  announcement: saveSessionRules.announcement,
  isQuiet: saveSessionRules.isQuiet,
} as const satisfies RulesFor<RestoreSession>;
