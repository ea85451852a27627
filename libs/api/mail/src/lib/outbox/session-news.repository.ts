import { Injectable } from '@nestjs/common';
import { Database, type SessionNewsOf } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';

/** A mail about a changed session that never went, now deleted. */
export interface UnsentNews {
  /** Whose it was; see `newsReader`. */
  reader: string;
  tells: SessionNewsOf;
}

/** A mail of a change as it stands in the outbox. */
export interface NewsMessage {
  language: Language;
  subject: string;
  text: string;
  html: string;
  hasCalendarEntry: boolean;
  tells: SessionNewsOf;
}

/** One person is one reader: a participant by id, whoever else by address. */
export function newsReader(to: { participantId: string | null; email: string }): string {
  return to.participantId ?? to.email.toLowerCase();
}

const READER = `coalesce(participant_id::text, lower(to_address)) AS reader, session_news AS tells`;

/** Mails about changed sessions, as long as they have not gone. Call inside the transaction of a change, under the session's lock. */
@Injectable()
export class SessionNewsMessages {
  constructor(private readonly database: Database) {}

  /**
   * Takes all mails about a session back that have not gone: a newer one replaces them. Also those that the server did not take,
   * for tried again they would come after the newer one. A message that a worker has claimed goes its way.
   */
  replaceWaiting(sessionId: string): Promise<UnsentNews[]> {
    return this.database.query(
      `WITH replaced AS (
         DELETE FROM outbox_messages
         WHERE session_id = $1 AND session_news IS NOT NULL AND state IN ('queued', 'failed')
         RETURNING participant_id, to_address, session_news
       ) SELECT ${READER} FROM replaced`,
      [sessionId],
    );
  }

  /** People who gave their places back are not told any more, unless they speak. */
  async dropWaiting(places: readonly { sessionId: string; participantId: string }[]): Promise<void> {
    if (places.length === 0) return;
    await this.database.query(
      `DELETE FROM outbox_messages
       WHERE (session_id, participant_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
         AND session_news->>'audience' <> 'speaker' AND state IN ('queued', 'failed')`,
      [places.map(({ sessionId }) => sessionId), places.map(({ participantId }) => participantId)],
    );
  }

  /**
   * Deletes every mail of a change. `gone` counts those for which it is too late; then the caller takes the transaction back. The
   * deletion waits for a worker that is claiming one of them and then leaves it: looking first and deleting after would not.
   */
  async takeBack(changeId: string): Promise<{ unsent: UnsentNews[]; gone: number }> {
    const unsent = await this.database.query<UnsentNews>(
      `WITH unsent AS (
         DELETE FROM outbox_messages
         WHERE change_id = $1 AND state = 'queued' AND attempts = 0
         RETURNING participant_id, to_address, session_news
       ) SELECT ${READER} FROM unsent`,
      [changeId],
    );
    const [left] = await this.database.query<{ gone: number }>(
      `SELECT count(*)::int AS gone FROM outbox_messages WHERE change_id = $1`,
      [changeId],
    );
    return { unsent, gone: left?.gone ?? 0 };
  }

  ofChange(changeId: string): Promise<NewsMessage[]> {
    return this.database.query(
      `SELECT language, subject, text, html, calendar IS NOT NULL AS "hasCalendarEntry", session_news AS tells
       FROM outbox_messages WHERE change_id = $1 ORDER BY language, created_at`,
      [changeId],
    );
  }

  /** Who of these got a mail since then that says when this session is, or several are, other than mails about its change. */
  async informedSince(since: Date, sessionId: string, participantIds: readonly string[]): Promise<string[]> {
    const informed = await this.database.query<{ id: string }>(
      `SELECT DISTINCT participant_id AS id FROM outbox_messages
       WHERE participant_id = ANY ($3::uuid[]) AND created_at >= $1 AND session_news IS NULL
         AND template IN ('registration-confirmed', 'already-registered', 'promoted', 'reminder', 'organiser-message')
         AND (thread_id IS NULL OR starts_with(thread_id, '<session-' || $2 || '.'))`,
      [since, sessionId, participantIds],
    );
    return informed.map(({ id }) => id);
  }
}
