import type { Page } from './paging';
import type { SaveSession, SessionState } from './sessions';

/** A session's content as one save left it; for staff only, it holds the meeting link. */
export type SessionContent = Omit<SaveSession, 'version' | 'clockChoice'>;

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
