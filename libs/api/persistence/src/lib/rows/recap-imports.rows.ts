import type { Language, RichNode } from '@reihe/shared-contracts';
import type { ImportKind, ImportNote, ImportRefusal, ImportState } from '@reihe/shared-editorial';
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
import { RecapRow } from './recaps.rows';
import { SeriesRow } from './series.rows';
import { StaffAccountRow } from './staff.rows';

/** One file (or feed) on its way to drafts; afterwards the report of it. */
@Entity('recap_imports')
@Check(
  'ck_recap_imports_state',
  `state IN ('receiving','reading','refused','ready','writing','pictures','done','undone')`,
)
@Check('ck_recap_imports_received', `received BETWEEN 0 AND byte_size`)
@Index('ix_recap_imports_due', ['createdAt'], { where: `state IN ('reading','writing','pictures')` })
@Index('ix_recap_imports_created_at', ['createdAt'])
export class RecapImportRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'staff_id' })
  staff?: Relation<StaffAccountRow>;
  @Column('text') state: ImportState;
  @Column('text') fileName: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) kind: ImportKind | null;
  @Column('jsonb', { nullable: true }) refusal: ImportRefusal | null;
  @Column('int', { default: 0 }) byteSize: number;
  @Column('int', { default: 0 }) received: number;
  @Column('int', { array: true, default: [] }) chunks: number[];
  @Column('boolean', { default: false }) fetchesPictures: boolean;
  @Column('boolean', { default: false }) keepsDates: boolean;
  @Column('int', { default: 0 }) written: number;
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
  @Column('int', { default: 0 }) attempts: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** One article in one language; those of one `group_key` become one recap. None of its `marks` is imported twice. */
@Entity('recap_import_articles')
@Index('uq_recap_import_articles_position', ['importId', 'position'], { unique: true })
@Index('ix_recap_import_articles_recap_id', ['recapId'])
export class RecapImportArticleRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @ManyToOne(() => RecapImportRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'import_id' })
  import?: Relation<RecapImportRow>;
  @Column('int', { default: 1 }) version: number;
  @Column('int') position: number;
  @Column('text') title: string;
  @Column('text', { default: '' }) slug: string;
  @Column('text', { nullable: true }) language: Language | null;
  @Column('text', { default: '' }) statedLanguage: string;
  @Column('text', { default: '' }) author: string;
  @Column('date', { nullable: true }) publishedOn: string | null;
  @Column('text', { default: '' }) lead: string;
  @Column('text', { default: '' }) address: string;
  @Column('jsonb') blocks: RichNode[];
  @Column('int') words: number;
  @Column('uuid', { array: true, default: [] }) categoryIds: string[];
  @Column('uuid', { array: true, default: [] }) sessionIds: string[];
  @Column('text') groupKey: string;
  @Column('text', { array: true }) marks: string[];
  /** What was found while reading, and since. */
  @Column('jsonb', { default: () => `'[]'` }) notes: ImportNote[];
  @Column('jsonb', { default: () => `'[]'` }) outcome: ImportNote[];
  @Column('boolean') isChosen: boolean;
  @Column('uuid', { nullable: true }) recapId: string | null;
  @ManyToOne(() => RecapRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  /** The recap's version as the import left it: while it has no other, nobody has touched it. */
  @Column('int', { nullable: true }) writtenVersion: number | null;
  @Column('boolean', { default: false }) hasItsPictures: boolean;
}

/** A picture of an article, with where it stands. */
@Entity('recap_import_pictures')
@Check('ck_recap_import_pictures_role', `role IN ('lead','picture','gallery')`)
@Check('ck_recap_import_pictures_state', `state IN ('due','done','failed')`)
@Index('ix_recap_import_pictures_article_id', ['articleId', 'position'])
export class RecapImportPictureRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') articleId: string;
  @ManyToOne(() => RecapImportArticleRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id' })
  article?: Relation<RecapImportArticleRow>;
  @Column('int') position: number;
  @Column('text') role: 'lead' | 'picture' | 'gallery';
  /** The block it follows; null: it stands first. */
  @Column('text', { nullable: true }) afterBlock: string | null;
  @Column('int', { nullable: true }) gallery: number | null;
  @Column('text', { default: '' }) address: string;
  /** Its path in the archive; null: it is not in there. */
  @Column('text', { nullable: true }) file: string | null;
  @Column('text', { default: '' }) alt: string;
  @Column('text', { default: '' }) caption: string;
  @Column('text', { default: 'due' }) state: 'due' | 'done' | 'failed';
  @Column('text', { nullable: true }) failure: string | null;
  @Column('uuid', { nullable: true }) mediaId: string | null;
  @ManyToOne(() => MediaRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
  @Column('boolean', { default: false }) isNew: boolean;
}

/** Where a text of a recap stood before, so that its old address leads on and its old day is not forgotten. */
@Entity('recap_origins')
@Index('ix_recap_origins_path', ['path'])
export class RecapOriginRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text', { default: '' }) address: string;
  /** Of the address, with its query, as a browser asks for it; empty: there is none. */
  @Column('text', { default: '' }) path: string;
  @Column('date', { nullable: true }) publishedOn: string | null;
}

/** By what an article is known again; the key keeps it from being imported twice. */
@Entity('recap_origin_marks')
@Index('ix_recap_origin_marks_recap_id', ['recapId', 'language'])
export class RecapOriginMarkRow {
  @PrimaryColumn('text') mark: string;
  @Column('uuid') recapId: string;
  @Column('text') language: Language;
  @ManyToOne(() => RecapOriginRow, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'recap_id', referencedColumnName: 'recapId' },
    { name: 'language', referencedColumnName: 'language' },
  ])
  origin?: Relation<RecapOriginRow>;
}
