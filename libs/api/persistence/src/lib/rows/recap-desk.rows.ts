import type { Count, Language, Translations } from '@reihe/shared-contracts';
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
import { RecapRow } from './recaps.rows';
import { SeriesRow } from './series.rows';
import { SessionRow } from './sessions.rows';
import { StaffAccountRow } from './staff.rows';

/** Whose work a recap is and by when. Apart from the recap, so that assigning it does not get in the way of who writes. */
@Entity('recap_assignments')
@Index('ix_recap_assignments_owner_id', ['ownerId'])
export class RecapAssignmentRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<StaffAccountRow>;
  @Column('date', { nullable: true }) dueOn: string | null;
}

/** How recaps of a series begin. A series without a row has the defaults. */
@Entity('series_recap_rules')
@Check('ck_series_recap_rules_due', `due_after_days BETWEEN 0 AND 365`)
export class SeriesRecapRulesRow {
  @PrimaryColumn('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('int', { default: 1 }) version: number;
  @Column('boolean', { default: true }) makesDrafts: boolean;
  /** Days after the last session it looks back on. */
  @Column('int', { default: 14 }) dueAfterDays: number;
  @Column('jsonb', { default: () => `'{}'` }) titlePatterns: Translations<{ pattern: string }>;
  /** Whether owners are written to when figures of published recaps have changed. */
  @Column('boolean', { default: true }) tellsFigures: boolean;
}

/** What was said about changed figures of the revision that readers see; of an older one it says nothing. */
@Entity('recap_figure_notices')
export class RecapFigureNoticeRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('int') revision: number;
  /** By figureKey, as they were when somebody kept what is published; null: there was no record. */
  @Column('jsonb', { default: () => `'{}'` }) kept: Record<string, Count | null>;
  /** The same, as they were when the owner was last told by mail. */
  @Column('jsonb', { default: () => `'{}'` }) told: Record<string, Count | null>;
}

/** When somebody was last written to about changed figures: once a day at most. */
@Entity('recap_figure_digests')
export class RecapFigureDigestRow {
  @PrimaryColumn('uuid') accountId: string;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Relation<StaffAccountRow>;
  @Column('timestamptz') sentAt: Date;
}

/** That a session got its draft; the key keeps it from getting another one, also after the draft is gone. */
@Entity('session_recap_drafts')
export class SessionRecapDraftRow {
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** A remark on words of the working copy. The words are kept with what stands around them: the text moves on. */
@Entity('recap_comments')
@Check('ck_recap_comments_resolved', `resolved_by_id IS NULL OR resolved_at IS NOT NULL`)
@Index('ix_recap_comments_recap_id', ['recapId', 'createdAt'])
export class RecapCommentRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('text') language: Language;
  @Column('text', { nullable: true }) blockId: string | null;
  @Column('text') quote: string;
  @Column('text', { default: '' }) before: string;
  @Column('text', { default: '' }) after: string;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'author_id' })
  author?: Relation<StaffAccountRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('uuid', { nullable: true }) resolvedById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'resolved_by_id' })
  resolvedBy?: Relation<StaffAccountRow>;
}

@Entity('recap_comment_answers')
@Index('ix_recap_comment_answers_comment_id', ['commentId', 'createdAt'])
export class RecapCommentAnswerRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') commentId: string;
  @ManyToOne(() => RecapCommentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'comment_id' })
  comment?: Relation<RecapCommentRow>;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'author_id' })
  author?: Relation<StaffAccountRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** Behind a secret address: the working copy for somebody without an account. Only the hash of its token is kept. */
@Entity('recap_previews')
@Index('uq_recap_previews_token_hash', ['tokenHash'], { unique: true })
@Index('ix_recap_previews_recap_id', ['recapId'])
export class RecapPreviewRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('text') tokenHash: string;
  @Column('uuid', { nullable: true }) createdById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'created_by_id' })
  createdBy?: Relation<StaffAccountRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
