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
         (SELECT jsonb_build_object('by', a.name, 'isOwn', coalesce(e.actor_id = $3, false), 'at', iso_instant(e.at))
          FROM audit_entries e
          LEFT JOIN staff_accounts a ON e.actor_kind = 'staff' AND a.id = e.actor_id
          WHERE e.subject = $1 AND e.subject_id = $2
          ORDER BY e.at DESC, e.id DESC LIMIT 1) AS "lastSave"`,
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
