import type { Language, ToldAudience } from '@reihe/shared-contracts';
import type { OutboxState } from '@reihe/shared-registration';
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
import { SessionChangeRow } from './session-changes.rows';
import { SessionRow } from './sessions.rows';

/** What a mail about a changed session tells, so that a later change knows what its reader knew before. */
export interface SessionNewsOf {
  audience: ToldAudience;
  /** ISO instants: the time its reader knew, wherever the mail came to replace another that never went. */
  knownStartsAt: string;
  knownEndsAt: string;
  tellsMeeting: boolean;
  /** Whether the mail that it came to replace told of another link already. */
  owesMeeting: boolean;
}

/** A mail, written in the transaction that causes it and sent from here, at least once, with a stable Message-ID. */
@Entity('outbox_messages')
@Check('ck_outbox_messages_state', `state IN ('queued','sending','sent','failed')`)
@Check('ck_outbox_messages_held', `send_after IS NULL OR not_before >= send_after`)
@Index('uq_outbox_messages_message_id', ['messageId'], { unique: true })
@Index('ix_outbox_messages_due', ['canWait', 'notBefore'], { where: `state IN ('queued','sending')` })
@Index('ix_outbox_messages_created_at', ['createdAt'])
@Index('ix_outbox_messages_participant_id', ['participantId'])
@Index('ix_outbox_messages_session_id', ['sessionId'], { where: `state IN ('queued','failed')` })
@Index('ix_outbox_messages_change_id', ['changeId'], { where: 'change_id IS NOT NULL' })
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
  /** Of a mail that tells of a changed session: which, by which change if it can still be undone, and what it tells. */
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('uuid', { nullable: true }) changeId: string | null;
  @ManyToOne(() => SessionChangeRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'change_id' })
  change?: Relation<SessionChangeRow>;
  @Column('jsonb', { nullable: true }) sessionNews: SessionNewsOf | null;
  /** Message-ID at the root of what this reader gets about one session; null: about none, or about several. */
  @Column('text', { nullable: true }) threadId: string | null;
  /** Where news are unsubscribed from by one click; null: it is about a place held, or not for a participant. */
  @Column('text', { nullable: true }) unsubscribeUrl: string | null;
  /** Not sent after this: a reminder of what has begun helps nobody. */
  @Column('timestamptz', { nullable: true }) usefulUntil: Date | null;
  /** Goes after what somebody is waiting for: one of a letter to hundreds. */
  @Column('boolean', { default: false }) canWait: boolean;
  @Column('text', { default: 'queued' }) state: OutboxState;
  @Column('int', { default: 0 }) attempts: number;
  /** When it is due, or due again; workers read this alone, so it is never before `sendAfter`. */
  @Column('timestamptz', { default: () => 'now()' }) notBefore: Date;
  /** Held back until then; null: not at all. */
  @Column('timestamptz', { nullable: true }) sendAfter: Date | null;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('text', { nullable: true }) lastError: string | null;
  /** By the clock, not of the transaction's begin: it says whether a mail was written before or after a change of its session. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt: Date;
}
