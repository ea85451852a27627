import type { Measure } from '@reihe/shared-contracts';
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
import { SessionRow } from './sessions.rows';
import { StaffAccountRow } from './staff.rows';

/** Numbers that do not come from rows: reported by a human or imported from a meeting report. Counted ones are views. */
@Entity('stated_counts')
@Check('ck_stated_counts_origin', `origin IN ('imported','reported')`)
@Check('ck_stated_counts_subject', `num_nonnulls(session_id, series_id) = 1`)
@Check('ck_stated_counts_value', `value >= 0`)
@Index('uq_stated_counts_session', ['sessionId', 'measure', 'origin'], {
  unique: true,
  where: `session_id IS NOT NULL`,
})
@Index('uq_stated_counts_series', ['seriesId', 'measure', 'origin'], {
  unique: true,
  where: `series_id IS NOT NULL`,
})
export class StatedCountRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @ManyToOne(() => SessionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
  @Column('uuid', { nullable: true }) seriesId: string | null;
  @ManyToOne(() => SeriesRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('text') measure: Measure;
  @Column('int') value: number;
  @Column('text') origin: 'imported' | 'reported';
  @Column('boolean', { default: false }) isAtLeast: boolean;
  /** Who said it, e.g. "host". */
  @Column('text') source: string;
  @Column('date') statedOn: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) enteredById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'entered_by_id' })
  enteredBy?: Relation<StaffAccountRow>;
  @Column('timestamptz', { default: () => 'now()' }) enteredAt: Date;
}
