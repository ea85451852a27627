import type { Audited } from '@reihe/shared-contracts';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Append-only: a trigger refuses changes and deletions. */
@Entity('audit_entries')
@Check('ck_audit_entries_actor_kind', `actor_kind IN ('staff','participant','speaker','system')`)
@Index('ix_audit_entries_subject', ['subject', 'subjectId', 'at'])
@Index('ix_audit_entries_at', ['at'])
export class AuditRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('text') actorKind: 'staff' | 'participant' | 'speaker' | 'system';
  /** Staff account or participant; no name, so that erasing a person needs no change here. */
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') action: string;
  @Column('text') subject: Audited;
  @Column('uuid') subjectId: string;
  @Column('jsonb', { nullable: true }) before: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after: Record<string, unknown> | null;
  @Column('text', { nullable: true }) correlationId: string | null;
}
