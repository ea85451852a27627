import type { Translations } from '@reihe/shared-contracts';
import type {
  LeftOutReason,
  MessageKind,
  MessageSelection,
  MessageState,
  MessageText,
} from '@reihe/shared-registration';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { OutboxRow } from './outbox.rows';
import { ParticipantRow, RegistrationRow } from './participants.rows';
import { RecapRow } from './recaps.rows';
import { SeriesRow } from './series.rows';
import { SessionRow } from './sessions.rows';
import { StaffAccountRow } from './staff.rows';

/** Behind "unsubscribe" in one mail: whose, and from news of which series. Only the hash of its token is kept. */
@Entity('unsubscribe_links')
@Index('ix_unsubscribe_links_participant_id', ['participantId'])
export class UnsubscribeLinkRow {
  @PrimaryColumn('text') tokenHash: string;
  @Column('uuid') participantId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** Who wants no news of a series, or with none of any. What is about a place held goes to them all the same. */
@Entity('news_opt_outs')
@Index('uq_news_opt_outs_series', ['participantId', 'seriesId'], {
  unique: true,
  where: 'series_id IS NOT NULL',
})
@Index('uq_news_opt_outs_all', ['participantId'], { unique: true, where: 'series_id IS NULL' })
export class NewsOptOutRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') participantId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** A reminder that was written. For another start of the session there is another. */
@Entity('sent_reminders')
@Index('ix_sent_reminders_message_id', ['messageId'])
export class SentReminderRow {
  @PrimaryColumn('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @PrimaryColumn('int') leadMinutes: number;
  @PrimaryColumn('timestamptz') startsAt: Date;
  /** The digest that holds it. */
  @Column('uuid', { nullable: true }) messageId: string | null;
  @ManyToOne(() => OutboxRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'message_id' })
  message?: Relation<OutboxRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

@Entity('sent_thanks')
export class SentThanksRow {
  @PrimaryColumn('uuid') registrationId: string;
  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: Relation<RegistrationRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** That somebody knows of a recap: by news of it, or because the thanks named it. */
@Entity('sent_recap_news')
@Index('ix_sent_recap_news_recap_id', ['recapId'])
export class SentRecapNewsRow {
  @PrimaryColumn('uuid') participantId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** What an organiser writes to participants of a session or series. */
@Entity('messages')
@Check('ck_messages_owner', `num_nonnulls(series_id, session_id) = 1`)
@Check('ck_messages_state', `state IN ('draft','sending','paused','sent')`)
@Check('ck_messages_kind', `kind IN ('place','news')`)
@Index('ix_messages_series_id', ['seriesId', 'createdAt'])
@Index('ix_messages_session_id', ['sessionId', 'createdAt'])
@Index('ix_messages_sending', ['startedAt'], { where: `state = 'sending'` })
export class MessageRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  /** Whoever changes it holds the row's lock; so does each step of the sending. */
  @Column('text', { default: 'draft' }) state: MessageState;
  @Column('text', { default: 'place' }) kind: MessageKind;
  @Column('jsonb') selection: MessageSelection;
  @Column('jsonb', { default: () => `'{}'` }) texts: Translations<MessageText>;
  @Column('uuid', { nullable: true }) createdById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'created_by_id' })
  createdBy?: Relation<StaffAccountRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** Whom a message is for, fixed when it was sent; the key keeps anybody from getting it twice. */
@Entity('message_recipients')
@Check('ck_message_recipients_outcome', `outcome IN ('waiting','written','left-out')`)
@Check('ck_message_recipients_left_out', `(outcome = 'left-out') = (left_out_reason IS NOT NULL)`)
@Index('ix_message_recipients_waiting', ['messageId', 'position'], { where: `outcome = 'waiting'` })
@Index('ix_message_recipients_participant_id', ['participantId'])
@Index('ix_message_recipients_outbox_id', ['outboxId'], { where: 'outbox_id IS NOT NULL' })
export class MessageRecipientRow {
  @PrimaryColumn('uuid') messageId: string;
  @ManyToOne(() => MessageRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id' })
  message?: Relation<MessageRow>;
  @PrimaryColumn('uuid') participantId: string;
  @ManyToOne(() => ParticipantRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'participant_id' })
  participant?: Relation<ParticipantRow>;
  @Column('int') position: number;
  /** Why they are among them: at least one must still stand when their turn comes. */
  @Column('uuid', { array: true }) registrationIds: string[];
  @Column('text', { default: 'waiting' }) outcome: 'waiting' | 'written' | 'left-out';
  @Column('text', { nullable: true }) leftOutReason: LeftOutReason | null;
  @Column('uuid', { nullable: true }) outboxId: string | null;
  @ManyToOne(() => OutboxRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'outbox_id' })
  outbox?: Relation<OutboxRow>;
  /** Marked by hand: the mail came back. */
  @Column('timestamptz', { nullable: true }) bouncedAt: Date | null;
}
