import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SeriesRow } from './series.rows';

/** What readers may see of who took part in a series, as it was last counted and suppressed. Of no single person. */
@Entity('published_breakdowns')
export class PublishedBreakdownRow {
  @PrimaryColumn('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('timestamptz') countedAt: Date;
  /** How many there were: it is counted anew when there are enough more. */
  @Column('int') participants: number;
  @Column('int') participations: number;
  @Column('int') attended: number;
  @Column('jsonb') breakdown: object;
  /** Keys of what is not shown: to be hidden first the next time. */
  @Column('text', { array: true }) hidden: string[];
}
