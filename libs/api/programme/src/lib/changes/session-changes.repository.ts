import { Injectable } from '@nestjs/common';
import { Database, SessionChangeRow } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { PendingChange } from '@reihe/shared-contracts';

type NewChange = Pick<
  SessionChangeRow,
  | 'sessionId'
  | 'sessionVersion'
  | 'changedBy'
  | 'kinds'
  | 'before'
  | 'after'
  | 'meetingBefore'
  | 'invitationsBefore'
>;

/** Changes that people are told of. Their time runs by the database's clock, as that of the mails which wait for it. */
@Injectable()
export class SessionChangesRepository {
  constructor(private readonly database: Database) {}

  async add(change: NewChange, undoSeconds: number): Promise<{ id: string; sendAfter: Date }> {
    const { sessionId, sessionVersion, changedBy, kinds, before, after, meetingBefore, invitationsBefore } =
      change;
    const added = await this.database.query<{ id: string; sendAfter: Date }>(
      `INSERT INTO session_changes
         (session_id, session_version, changed_by, kinds, before, after, meeting_before, undo_until, invitations_before)
       VALUES ($1, $2, (SELECT id FROM staff_accounts WHERE id = $3), $4, $5, $6, $7,
               clock_timestamp() + make_interval(secs => $8), $9)
       RETURNING id, undo_until AS "sendAfter"`,
      [
        sessionId,
        sessionVersion,
        changedBy,
        kinds,
        before,
        after,
        meetingBefore,
        undoSeconds,
        JSON.stringify(invitationsBefore),
      ],
    );
    return oneRow(added);
  }

  async countMessages(id: string): Promise<void> {
    await this.database.query(
      `UPDATE session_changes SET message_count = (SELECT count(*) FROM outbox_messages WHERE change_id = $1) WHERE id = $1`,
      [id],
    );
  }

  find(id: string, sessionId: string): Promise<SessionChangeRow | null> {
    return this.database.of(SessionChangeRow).findOneBy({ id, sessionId });
  }

  /** The session's last change, as long as nobody can have heard of it and nothing was changed since. */
  async pending(sessionId: string): Promise<PendingChange | null> {
    const [change] = await this.database.query<PendingChange>(
      `SELECT c.id, c.kinds, c.message_count AS messages,
              ceil(extract(epoch FROM c.undo_until - clock_timestamp()))::int AS "secondsLeft"
       FROM session_changes c JOIN sessions s ON s.id = c.session_id AND s.version = c.session_version
       WHERE c.session_id = $1 AND c.undone_at IS NULL AND c.undo_until > clock_timestamp()
       ORDER BY c.created_at DESC LIMIT 1`,
      [sessionId],
    );
    return change ?? null;
  }

  /** False: it is undone already, or too late. */
  async close(id: string): Promise<boolean> {
    const closed = await this.database.query(
      `WITH closed AS (
         UPDATE session_changes SET undone_at = clock_timestamp(), meeting_before = NULL, invitations_before = NULL
         WHERE id = $1 AND undone_at IS NULL AND undo_until > clock_timestamp() RETURNING id
       ) SELECT id FROM closed`,
      [id],
    );
    return closed.length === 1;
  }

  /** With them what speakers said: both are there for undoing alone. */
  async forgetMeetings(): Promise<void> {
    await this.database.query(
      `UPDATE session_changes SET meeting_before = NULL, invitations_before = NULL
       WHERE meeting_before IS NOT NULL AND undo_until <= clock_timestamp()`,
    );
  }

  async confirmedOf(sessionId: string): Promise<number> {
    const rows = await this.database.query<{ confirmed: number }>(
      `SELECT count(*)::int AS confirmed FROM registrations WHERE session_id = $1 AND state = 'confirmed'`,
      [sessionId],
    );
    return oneRow(rows).confirmed;
  }
}
