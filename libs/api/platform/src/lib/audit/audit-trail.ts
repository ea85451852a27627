import { Injectable } from '@nestjs/common';
import type { Audited } from '@reihe/shared-contracts';
import { AuditRepository, type NewAuditEntry } from './audit.repository';

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
  constructor(private readonly entries: AuditRepository) {}

  record(change: AuditRecord): Promise<void> {
    return this.entries.append([entryOf(change)]);
  }

  /** In their order, by one statement. */
  async recordAll(changes: readonly AuditRecord[]): Promise<void> {
    if (changes.length > 0) await this.entries.append(changes.map(entryOf));
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
