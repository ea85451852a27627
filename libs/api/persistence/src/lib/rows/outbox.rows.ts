import type { Language, OutboxState } from '@reihe/shared-contracts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { ParticipantRow } from './participants.rows';

/** A mail, written in the transaction that causes it and sent from here, at least once, with a stable Message-ID. */
@Entity('outbox_messages')
@Check('ck_outbox_messages_state', `state IN ('queued','sending','sent','failed')`)
@Index('uq_outbox_messages_message_id', ['messageId'], { unique: true })
@Index('ix_outbox_messages_due', ['notBefore'], { where: `state IN ('queued','sending')` })
@Index('ix_outbox_messages_created_at', ['createdAt'])
@Index('ix_outbox_messages_participant_id', ['participantId'])
export class OutboxRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') messageId: string;
  @Column('text') template: string;
  @Column('text') language: Language;
  @Column('text') toAddress: string;
  @Column('text', { default: '' }) toName: string;
  @Column('text') subject: string;
  @Column('text') text: string;
  @Column('text') html: string;
  /** iCalendar text, with its METHOD beside it, where the mail carries a calendar entry. */
  @Column('text', { nullable: true }) calendar: string | null;
  @Column('text', { nullable: true }) calendarMethod: 'PUBLISH' | 'REQUEST' | 'CANCEL' | null;
  @Column('uuid', { nullable: true }) participantId: string | null;
  @ManyToOne(() => ParticipantRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @Column('text', { default: 'queued' }) state: OutboxState;
  @Column('int', { default: 0 }) attempts: number;
  @Column('timestamptz', { default: () => 'now()' }) notBefore: Date;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('text', { nullable: true }) lastError: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
