import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { likeText, offsetOf } from '@reihe/api-platform';
import type { AuditEntry } from '@reihe/shared-contracts';
import type { AuditQuery } from './audit-log.queries';

type AuditLine = Omit<AuditEntry, 'at'> & { at: Date; total: number };

@Injectable()
export class AuditLogRepository {
  constructor(private readonly database: Database) {}

  list(query: AuditQuery): Promise<AuditLine[]> {
    return this.database.query<AuditLine>(
      `SELECT e.id::text AS id, e.at, s.name AS actor, e.actor_kind AS "actorKind", e.action, e.subject,
              e.subject_id AS "subjectId", e.before, e.after, count(*) OVER ()::int AS total
       FROM audit_entries e
       LEFT JOIN staff_accounts s ON e.actor_kind = 'staff' AND s.id = e.actor_id
       WHERE ($1::text IS NULL OR e.subject = $1)
         AND ($2::text IS NULL OR s.name ILIKE '%' || $2 || '%')
         AND ($3::text IS NULL OR starts_with(e.action, $3))
         AND ($4::date IS NULL OR e.at >= $4::date)
         AND ($5::date IS NULL OR e.at < $5::date + 1)
         AND ($6::text IS NULL OR e.subject_id::text = $6)
       ORDER BY e.at DESC, e.id DESC
       LIMIT $7 OFFSET $8`,
      [
        query.subject ?? null,
        query.actor === undefined ? null : likeText(query.actor),
        query.action ?? null,
        query.from ?? null,
        query.until ?? null,
        query.q ?? null,
        query.pageSize,
        offsetOf(query),
      ],
    );
  }
}
