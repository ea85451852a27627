import { Injectable } from '@nestjs/common';
import { Database, type AuditRow } from '@reihe/api-persistence';

export interface NewAuditEntry extends Pick<
  AuditRow,
  'actorKind' | 'actorId' | 'action' | 'subject' | 'subjectId'
> {
  before: object | null;
  after: object | null;
}

/** As the trigger on the log tells of what staff do. */
const TELL = `
  SELECT pg_notify('reihe_programme', json_build_object('sessionId', session_id, 'seriesId', NULL, 'staffId', NULL)::text)
  FROM (SELECT DISTINCT session_id FROM registrations WHERE id = ANY ($1::uuid[])) changed`;

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async append(entries: readonly NewAuditEntry[]): Promise<void> {
    await this.database.write(
      `INSERT INTO audit_entries (actor_kind, actor_id, action, subject, subject_id, before, after)
       SELECT "actorKind", "actorId", action, subject, "subjectId", before, after
       FROM jsonb_to_recordset($1) AS e ("at" int, "actorKind" text, "actorId" uuid, action text, subject text,
                                         "subjectId" uuid, before jsonb, after jsonb)
       ORDER BY "at"`,
      [JSON.stringify(entries.map((entry, at) => ({ at, ...entry })))],
    );
  }

  afterCommit(task: () => void): void {
    this.database.afterCommit(task);
  }

  /** Tells open views of the sessions of these registrations; outside of any transaction. */
  async tellOfRegistrations(ids: readonly string[]): Promise<void> {
    await this.database.prepared(TELL, [ids]);
  }
}
