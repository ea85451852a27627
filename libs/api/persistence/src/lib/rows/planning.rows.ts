import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SeriesRow } from './series.rows';
import { SessionRow } from './sessions.rows';

/** Sessions that were created in one go. The id is the key that the screen made: sent twice, it makes one batch. */
@Entity('session_batches')
@Index('ix_session_batches_series_id', ['seriesId'])
export class SessionBatchRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  /** SHA-256 of what was asked for, hex: the same key with other entries is refused. */
  @Column('text') fingerprint: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

@Entity('session_batch_members')
@Index('uq_session_batch_members_session_id', ['sessionId'], { unique: true })
export class SessionBatchMemberRow {
  @PrimaryColumn('uuid') batchId: string;
  @ManyToOne(() => SessionBatchRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'batch_id' })
  batch?: Relation<SessionBatchRow>;
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
}
