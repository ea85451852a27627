import type { AdminLanguage } from '@reihe/shared-contracts';
import type {
  FunderReportBasis,
  FunderReportFailure,
  FunderReportFormat,
  FunderReportState,
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
import { StaffAccountRow } from './staff.rows';

/** A report for funders: what was asked for, the figures as they were gathered, and the file's marks. The file lies in the storage. */
@Entity('funder_reports')
@Check('ck_funder_reports_format', `format IN ('pdf','docx','html')`)
@Check('ck_funder_reports_basis', `basis IN ('places','attendance')`)
@Check('ck_funder_reports_state', `state IN ('queued','working','ready','failed')`)
@Check('ck_funder_reports_failure', `(failure IS NOT NULL) = (state = 'failed')`)
@Check('ck_funder_reports_period', `ends_on >= starts_on`)
@Check('ck_funder_reports_ready', `state <> 'ready' OR num_nulls(data, as_of, sha256, byte_size) = 0`)
@Index('ix_funder_reports_series_id', ['seriesId', 'createdAt'])
@Index('ix_funder_reports_due', ['createdAt'], { where: `state IN ('queued','working')` })
export class FunderReportRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'staff_id' })
  staff?: Relation<StaffAccountRow>;
  @Column('text') language: AdminLanguage;
  @Column('text') format: FunderReportFormat;
  @Column('text') basis: FunderReportBasis;
  /** ISO days, both included; null: no limit. */
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('boolean', { default: false }) hidesSmall: boolean;
  @Column('text', { default: 'queued' }) state: FunderReportState;
  @Column('text', { nullable: true }) failure: FunderReportFailure | null;
  @Column('int', { default: 0 }) done: number;
  @Column('int', { default: 0 }) steps: number;
  /** What the file is written from; it holds no person. */
  @Column('jsonb', { nullable: true }) data: object | null;
  /** Of the data without their moment, hex: the same figures are the same report. */
  @Column('text', { nullable: true }) dataSha256: string | null;
  @Column('timestamptz', { nullable: true }) asOf: Date | null;
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('int', { nullable: true }) byteSize: number | null;
  /** Of the file, hex. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
  @Column('int', { default: 0 }) attempts: number;
  @Column('timestamptz') createdAt: Date;
}
