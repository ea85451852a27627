import type { Language, SeriesState } from '@reihe/shared-contracts';
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
import { MediaRow } from './media.rows';
import { CategoryRow } from './taxonomy.rows';

@Entity('series')
@Check('ck_series_state', `state IN ('draft','published')`)
@Check('ck_series_period', `ends_on >= starts_on`)
@Index('ix_series_cover_media_id', ['coverMediaId'])
@Index('uq_series_slug', ['slug'], { unique: true })
export class SeriesRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') slug: string;
  @Column('text', { default: 'draft' }) state: SeriesState;
  /** ISO dates. */
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') defaultLanguage: Language;
  @Column('text') timeZone: string;
  @Column('boolean', { default: false }) isSample: boolean;
  @Column('uuid', { nullable: true }) coverMediaId: string | null;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'cover_media_id' })
  coverMedia?: Relation<MediaRow>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt: Date;
}

@Entity('series_translations')
export class SeriesTranslationRow {
  @PrimaryColumn('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') title: string;
  @Column('text', { default: '' }) summary: string;
  @Column('text', { default: '' }) host: string;
  @Column('text', { default: '' }) commissioner: string;
}

@Entity('series_categories')
@Index('ix_series_categories_category_id', ['categoryId'])
export class SeriesCategoryRow {
  @PrimaryColumn('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @PrimaryColumn('uuid') categoryId: string;
  @ManyToOne(() => CategoryRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id' })
  category?: Relation<CategoryRow>;
}
