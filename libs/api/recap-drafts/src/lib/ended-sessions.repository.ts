import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

/** An installation that was away, or is new here, does not begin recaps of everything that ever was. */
const STILL_FRESH = `interval '7 days'`;

@Injectable()
export class EndedSessionsRepository {
  constructor(private readonly database: Database) {}

  /** Sessions that are over, took place and have neither a recap nor had a draft, the earliest first. */
  async withoutRecap(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id FROM sessions s LEFT JOIN series_recap_rules r ON r.series_id = s.series_id
       WHERE s.state IN ('published', 'held') AND s.ends_at BETWEEN $1::timestamptz - ${STILL_FRESH} AND $1
         AND coalesce(r.makes_drafts, true)
         AND NOT EXISTS (SELECT FROM recap_sessions w WHERE w.session_id = s.id)
         AND NOT EXISTS (SELECT FROM session_recap_drafts d WHERE d.session_id = s.id)
       ORDER BY s.ends_at, s.id LIMIT $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Makes a session's draft this transaction's to write. False: another worker's it is or was, somebody began a recap by hand, or
   * the session was moved or called off. The lock comes first, by a statement of its own: what follows then sees who was faster.
   */
  async claim(sessionId: string, now: Date): Promise<boolean> {
    await this.database.query(`SELECT 1 FROM sessions WHERE id = $1 FOR UPDATE`, [sessionId]);
    const claimed = await this.database.query(
      `INSERT INTO session_recap_drafts (session_id, created_at)
       SELECT s.id, $2 FROM sessions s
       WHERE s.id = $1 AND s.state IN ('published', 'held') AND s.ends_at <= $2
         AND NOT EXISTS (SELECT FROM recap_sessions w WHERE w.session_id = s.id)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [sessionId, now],
    );
    return claimed.length > 0;
  }

  /** Due so many days after the session, by the series' rules. @param ownerId null: nobody's yet */
  async assign(recapId: string, sessionId: string, ownerId: string | null): Promise<void> {
    await this.database.query(
      `INSERT INTO recap_assignments (recap_id, owner_id, due_on)
       SELECT $1, $3, (s.ends_at AT TIME ZONE s.time_zone)::date + coalesce(r.due_after_days, 14)
       FROM sessions s LEFT JOIN series_recap_rules r ON r.series_id = s.series_id WHERE s.id = $2
       ON CONFLICT DO NOTHING`,
      [recapId, sessionId, ownerId],
    );
  }
}
