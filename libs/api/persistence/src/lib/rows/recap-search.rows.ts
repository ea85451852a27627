import type { Language } from '@reihe/shared-contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RecapRevisionRow, RecapRow } from './recaps.rows';
import { SeriesRow } from './series.rows';

/** What is published now, to be filtered: written by the trigger `recaps_are_found` alone. */
@Entity('published_recaps')
@Index('ix_published_recaps_series_id', ['seriesId', 'publishedOn'])
@Index('ix_published_recaps_published_on', ['publishedOn'])
@Index('ix_published_recaps_session_ids', { synchronize: false })
@Index('ix_published_recaps_category_ids', { synchronize: false })
@Index('ix_published_recaps_region_ids', { synchronize: false })
export class PublishedRecapRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('uuid') revisionId: string;
  @ManyToOne(() => RecapRevisionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'revision_id' })
  revision?: Relation<RecapRevisionRow>;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('date') publishedOn: string;
  @Column('text', { array: true }) languages: Language[];
  @Column('uuid', { array: true }) sessionIds: string[];
  @Column('uuid', { array: true }) categoryIds: string[];
  @Column('uuid', { array: true }) regionIds: string[];
}

/** A published recap's words in one language, for full text search. */
@Entity('recap_search_texts')
@Index('ix_recap_search_texts_vector', { synchronize: false })
export class RecapSearchTextRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => PublishedRecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<PublishedRecapRow>;
  @PrimaryColumn('text') language: Language;
  /** Lead and text, a line per block; what snippets are cut from. */
  @Column('text') words: string;
  @Column('tsvector') vector: string;
}

/** Every word that was ever published in a language, to be proposed to who mistypes one. */
@Entity('recap_search_words')
@Index('ix_recap_search_words_parts', { synchronize: false })
@Index('ix_recap_search_words_beginning', { synchronize: false })
export class RecapSearchWordRow {
  @PrimaryColumn('text') language: Language;
  @PrimaryColumn('text') word: string;
  /** Without marks and umlauts. */
  @Column('text') folded: string;
}
