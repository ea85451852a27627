import { Injectable } from '@nestjs/common';
import type { Audited } from '@reihe/shared-contracts';
import { AuditRepository, type NewAuditEntry } from './audit.repository';
import { RegistrationNews } from './registration-news';

export type Actor = { kind: 'staff' | 'participant' | 'speaker'; id: string } | { kind: 'system' };

export interface AuditRecord {
  actor: Actor;
  /** `<subject>.<verb>`, e.g. `session.publish`. */
  action: string;
  subject: Audited;
  subjectId: string;
  /** States around the change; personal data by reference (ids) only. */
  before?: object | null;
  after?: object | null;
}

/** Invariant 9: every change is recorded in the transaction that makes it. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly entries: AuditRepository,
    private readonly news: RegistrationNews,
  ) {}

  record(change: AuditRecord): Promise<void> {
    return this.recordAll([change]);
  }

  /** In their order, by one statement. Open views hear of it once the transaction is committed. */
  async recordAll(changes: readonly AuditRecord[]): Promise<void> {
    if (changes.length === 0) return;
    await this.entries.append(changes.map(entryOf));
    // What staff do is told by the database itself.
    const told = changes.filter(({ actor, subject }) => subject === 'registration' && actor.kind !== 'staff');
    if (told.length === 0) return;
    this.entries.afterCommit(() => {
      this.news.tell(told.map(({ subjectId }) => subjectId));
    });
  }
}

function entryOf({ actor, action, subject, subjectId, before, after }: AuditRecord): NewAuditEntry {
  return {
    actorKind: actor.kind,
    actorId: actor.kind === 'system' ? null : actor.id,
    action,
    subject,
    subjectId,
    before: before ?? null,
    after: after ?? null,
  };
}
