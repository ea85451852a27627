import { Injectable } from '@nestjs/common';
import { Database, EditingPresenceRow } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Edited, EditorNews, EditorTab } from '@reihe/shared-contracts';
import { LessThan } from 'typeorm';

const TABLES: Record<Edited, string> = {
  series: 'series',
  session: 'sessions',
  speaker: 'speakers',
  recap: 'recaps',
};

const LAST_ENTRY = `
  SELECT e.at, CASE e.actor_kind WHEN 'staff' THEN e.actor_id END AS by
  FROM audit_entries e WHERE e.subject = $1 AND e.subject_id = $2 ORDER BY e.at DESC, e.id DESC`;

/** Answers of speakers and invitations are entries of a session's log, too, and save nothing; its versions are what was saved. */
const LAST_SAVES: Record<Edited, string> = {
  series: LAST_ENTRY,
  session: `
  SELECT v.at, v.account_id AS by FROM session_versions v WHERE v.session_id = $2 ORDER BY v.version DESC`,
  speaker: LAST_ENTRY,
  recap: LAST_ENTRY,
};

@Injectable()
export class PresenceRepository {
  constructor(private readonly database: Database) {}

  /** Notes one heartbeat and answers what is new, in one statement. Who was last seen before `goneBefore` has left. */
  async beat(
    { subject, subjectId, tab }: EditorTab,
    accountId: string,
    now: Date,
    goneBefore: Date,
  ): Promise<EditorNews> {
    const rows = await this.database.query<EditorNews>(
      `WITH beat AS (
         INSERT INTO editing_presences AS p (subject, subject_id, account_id, tab, since, seen_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT ON CONSTRAINT pk_editing_presences DO UPDATE SET
           since = CASE WHEN p.seen_at < $6 THEN excluded.since ELSE p.since END, seen_at = excluded.seen_at
       ), here AS (
         SELECT * FROM editing_presences WHERE subject = $1 AND subject_id = $2 AND seen_at >= $6
       )
       SELECT coalesce((
           SELECT jsonb_agg(jsonb_build_object('name', o.name, 'since', iso_instant(o.since)) ORDER BY o.since, o.name)
           FROM (
             SELECT a.name, min(h.since) AS since FROM here h JOIN staff_accounts a ON a.id = h.account_id
             WHERE h.account_id <> $3 GROUP BY a.id, a.name
           ) o
         ), '[]'::jsonb) AS others,
         (SELECT count(*)::int FROM here WHERE account_id = $3 AND tab <> $4) AS "ownTabs",
         (SELECT version FROM ${TABLES[subject]} WHERE id = $2) AS version,
         (SELECT jsonb_build_object('by', a.name, 'isOwn', coalesce(l.by = $3, false), 'at', iso_instant(l.at))
          FROM (${LAST_SAVES[subject]} LIMIT 1) l LEFT JOIN staff_accounts a ON a.id = l.by) AS "lastSave"`,
      [subject, subjectId, accountId, tab, now, goneBefore],
    );
    return oneRow(rows);
  }

  async leave({ subject, subjectId, tab }: EditorTab, accountId: string): Promise<void> {
    await this.database.of(EditingPresenceRow).delete({ subject, subjectId, accountId, tab });
  }

  async removeBefore(time: Date): Promise<void> {
    await this.database.of(EditingPresenceRow).delete({ seenAt: LessThan(time) });
  }
}
