import { Injectable } from '@nestjs/common';
import { Database, type AuditRow } from '@reihe/api-persistence';

export interface NewAuditEntry extends Pick<
  AuditRow,
  'actorKind' | 'actorId' | 'action' | 'subject' | 'subjectId'
> {
  before: object | null;
  after: object | null;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async append(entries: readonly NewAuditEntry[]): Promise<void> {
    await this.database.query(
      `INSERT INTO audit_entries (actor_kind, actor_id, action, subject, subject_id, before, after)
       SELECT "actorKind", "actorId", action, subject, "subjectId", before, after
       FROM jsonb_to_recordset($1) AS e ("at" int, "actorKind" text, "actorId" uuid, action text, subject text,
                                         "subjectId" uuid, before jsonb, after jsonb)
       ORDER BY "at"`,
      [JSON.stringify(entries.map((entry, at) => ({ at, ...entry })))],
    );
  }
}
