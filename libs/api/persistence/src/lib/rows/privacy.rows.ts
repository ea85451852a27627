import type {
  FrozenFigures,
  PrivacyRecordCounts,
  PrivacyRecordKind,
  RetentionBasis,
  RetentionCounts,
} from '@reihe/shared-figures';
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
import { SeriesRow } from './series.rows';

/** How long personal data of a series is kept, or of all that have no rule of their own. Until when: the view `session_retention`. */
@Entity('retention_rules')
@Check('ck_retention_rules_months', `months BETWEEN 1 AND 240`)
@Check('ck_retention_rules_counts_from', `counts_from IN ('series','session')`)
@Index('uq_retention_rules_series_id', ['seriesId'], { unique: true, where: `series_id IS NOT NULL` })
@Index('uq_retention_rules_default', { synchronize: false })
export class RetentionRuleRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  /** null: of every series without a rule of its own. */
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  /** null: for ever. */
  @Column('int', { nullable: true }) months: number | null;
  @Column('text', { default: 'series' }) countsFrom: RetentionBasis;
  /** Id of a member of staff. */
  @Column('uuid', { nullable: true }) setBy: string | null;
  @Column('timestamptz') setAt: Date;
}

/** What a series came to at the moment before personal data went. Holds nobody. */
@Entity('frozen_figures')
@Index('ix_frozen_figures_series_id', ['seriesId', 'asOf'])
export class FrozenFiguresRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('timestamptz') asOf: Date;
  @Column('jsonb') figures: FrozenFigures;
}

/** That personal data of a series went, or should have gone and would have changed a figure: then nothing went. */
@Entity('retention_runs')
@Check('ck_retention_runs_outcome', `outcome IN ('done','failed')`)
@Check('ck_retention_runs_frozen', `(outcome = 'done') = (frozen_id IS NOT NULL)`)
@Index('ix_retention_runs_at', ['at'])
@Index('ix_retention_runs_series_id', ['seriesId', 'at'])
export class RetentionRunRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('text') outcome: 'done' | 'failed';
  /** Id of a member of staff; null: the nightly job. */
  @Column('uuid', { nullable: true }) startedBy: string | null;
  @Column('timestamptz') at: Date;
  @Column('uuid', { array: true }) sessionIds: string[];
  @Column('jsonb') counts: RetentionCounts;
  /** Figures that would have changed. */
  @Column('text', { array: true, default: () => `'{}'` }) changed: string[];
  @Column('uuid', { nullable: true }) frozenId: string | null;
  @ManyToOne(() => FrozenFiguresRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'frozen_id' })
  frozen?: Relation<FrozenFiguresRow>;
}

/** That somebody was erased or told everything. Append-only, and by reference: whose it was is nowhere any more. */
@Entity('privacy_records')
@Check('ck_privacy_records_kind', `kind IN ('erase','erase-guest','export')`)
@Check('ck_privacy_records_actor_kind', `actor_kind IN ('staff','participant')`)
@Index('ix_privacy_records_at', ['at'])
@Index('ix_privacy_records_subject_id', ['subjectId'])
export class PrivacyRecordRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') kind: PrivacyRecordKind;
  /** Of a participant, or of a guest in a meeting report. */
  @Column('uuid') subjectId: string;
  @Column('text') actorKind: 'staff' | 'participant';
  @Column('uuid', { nullable: true }) actorId: string | null;
  /** Of the request, as staff typed it. */
  @Column('text', { default: '' }) reference: string;
  @Column('jsonb') counts: PrivacyRecordCounts;
  @Column('timestamptz') at: Date;
}
