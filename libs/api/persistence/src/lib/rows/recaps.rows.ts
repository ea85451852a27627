import type { Count, Language, RecapState, RichDocument, Translations } from '@reihe/shared-contracts';
import type { FiguresMode, TranslationBasis } from '@reihe/shared-editorial';
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
import { SeriesRow } from './series.rows';
import { SessionRow } from './sessions.rows';
import { StaffAccountRow } from './staff.rows';
import { CategoryRow, RegionRow } from './taxonomy.rows';

/** The working copy. Readers see the current revision. */
@Entity('recaps')
@Check('ck_recaps_state', `state IN ('draft','in-review','approved','scheduled','published','archived')`)
@Check('ck_recaps_approved', `state NOT IN ('approved','scheduled') OR approved_at IS NOT NULL`)
@Check(
  'ck_recaps_scheduled',
  `num_nonnulls(publish_at, publish_local, publish_time_zone) = CASE WHEN state = 'scheduled' THEN 3 ELSE 0 END`,
)
@Check(
  'ck_recaps_not_appeared',
  `publish_gaps IS NULL OR (state = 'scheduled' AND publish_tried_at IS NOT NULL)`,
)
@Check(
  'ck_recaps_published',
  `state NOT IN ('published','archived') OR (published_on IS NOT NULL AND current_revision IS NOT NULL)`,
)
@Check('ck_recaps_figures', `figures IN ('live','frozen')`)
@Index('ix_recaps_series_id', ['seriesId'])
@Index('ix_recaps_lead_media_id', ['leadMediaId'])
@Index('ix_recaps_published', ['publishedOn'], { where: `state = 'published'` })
@Index('ix_recaps_scheduled', ['publishAt'], { where: `state = 'scheduled'` })
@Index('ix_recaps_state', ['state'])
@Index('ix_recaps_open', ['seriesId'], { where: `state NOT IN ('published', 'archived')` })
export class RecapRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid') seriesId: string;
  @ManyToOne(() => SeriesRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'series_id' })
  series?: Relation<SeriesRow>;
  @Column('text', { default: 'draft' }) state: RecapState;
  @Column('text', { default: '' }) byline: string;
  @Column('uuid', { nullable: true }) leadMediaId: string | null;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'lead_media_id' })
  leadMedia?: Relation<MediaRow>;
  /** ISO date shown to readers. */
  @Column('date', { nullable: true }) publishedOn: string | null;
  /** The typed wall clock and its zone stand beside the instant. All three or none. */
  @Column('timestamptz', { nullable: true }) publishAt: Date | null;
  @Column('text', { nullable: true }) publishLocal: string | null;
  @Column('text', { nullable: true }) publishTimeZone: string | null;
  /** When it should have appeared but did not, and what was missing then. */
  @Column('timestamptz', { nullable: true }) publishTriedAt: Date | null;
  @Column('jsonb', { nullable: true }) publishGaps: object[] | null;
  /** Number of the revision readers see. */
  @Column('int', { nullable: true }) currentRevision: number | null;
  /** `version` at the time of the current revision: a later version has unpublished changes. */
  @Column('int', { nullable: true }) publishedVersion: number | null;
  /** How the next revision is to be published. */
  @Column('text', { default: 'live' }) figures: FiguresMode;
  @Column('text', { nullable: true }) reviewComment: string | null;
  @Column('uuid', { nullable: true }) reviewerId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'reviewer_id' })
  reviewer?: Relation<StaffAccountRow>;
  /** Who changed the text last. */
  @Column('uuid', { nullable: true }) lastWriterId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'last_writer_id' })
  lastWriter?: Relation<StaffAccountRow>;
  @Column('uuid', { nullable: true }) approvedById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'approved_by_id' })
  approvedBy?: Relation<StaffAccountRow>;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt: Date;
}

@Entity('recap_translations')
@Check('ck_recap_translations_outdated', `outdated_since IS NULL OR is_finished`)
@Check('ck_recap_translations_reviewed', `reviewed_at IS NULL OR (is_finished AND outdated_since IS NULL)`)
@Check('ck_recap_translations_reviewer', `reviewed_by_id IS NULL OR reviewed_at IS NOT NULL`)
@Index('ix_recap_translations_title', { synchronize: false })
export class RecapTranslationRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') title: string;
  @Column('text', { default: '' }) lead: string;
  @Column('jsonb') body: RichDocument;
  @Column('text', { default: '' }) seoTitle: string;
  @Column('text', { default: '' }) seoDescription: string;
  /** When this language's text last changed; older than the default language's means stale. */
  @Column('timestamptz', { default: () => 'now()' }) changedAt: Date;
  /** What it is a translation of; empty for the original, and where that is not known. */
  @Column('jsonb', { default: () => `'{}'` }) basis: TranslationBasis;
  /** Of a translation: readers may see it. */
  @Column('boolean', { default: true }) isFinished: boolean;
  /** When the original was changed first since; only of what is finished. */
  @Column('timestamptz', { nullable: true }) outdatedSince: Date | null;
  /** Who changed this language's text last. */
  @Column('uuid', { nullable: true }) writerId: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'writer_id' })
  writer?: Relation<StaffAccountRow>;
  @Column('uuid', { nullable: true }) reviewedById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'reviewed_by_id' })
  reviewedBy?: Relation<StaffAccountRow>;
  /** Ends with the text (trigger). */
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
}

/**
 * Every address a recap has or had. A published one is never deleted (trigger) nor given to another recap (primary key):
 * the non-current ones redirect.
 */
@Entity('recap_addresses')
@Index('ix_recap_addresses_recap_id', ['recapId', 'language'])
@Index('uq_recap_addresses_current', ['recapId', 'language'], { unique: true, where: `is_current` })
export class RecapAddressRow {
  @PrimaryColumn('text') language: Language;
  @PrimaryColumn('text') slug: string;
  @Column('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('boolean', { default: true }) isCurrent: boolean;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}

@Entity('recap_sessions')
@Index('ix_recap_sessions_session_id', ['sessionId'])
export class RecapSessionRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @PrimaryColumn('uuid') sessionId: string;
  @ManyToOne(() => SessionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'session_id' })
  session?: Relation<SessionRow>;
}

@Entity('recap_categories')
@Index('ix_recap_categories_category_id', ['categoryId'])
export class RecapCategoryRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @PrimaryColumn('uuid') categoryId: string;
  @ManyToOne(() => CategoryRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'category_id' })
  category?: Relation<CategoryRow>;
}

@Entity('recap_regions')
@Index('ix_recap_regions_region_id', ['regionId'])
export class RecapRegionRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @PrimaryColumn('uuid') regionId: string;
  @ManyToOne(() => RegionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_id' })
  region?: Relation<RegionRow>;
}

@Entity('recap_gallery')
@Index('ix_recap_gallery_media_id', ['mediaId'])
export class RecapGalleryRow {
  @PrimaryColumn('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @PrimaryColumn('uuid') mediaId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
  @Column('int') position: number;
}

/** The pictures that stand in a text, kept true by a trigger: what is shown cannot be deleted. */
@Entity('recap_text_pictures')
@Index('ix_recap_text_pictures_media_id', ['mediaId'])
export class RecapTextPictureRow {
  @PrimaryColumn('uuid') recapId: string;
  @PrimaryColumn('text') language: Language;
  @ManyToOne(() => RecapTranslationRow, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'recap_id', referencedColumnName: 'recapId' },
    { name: 'language', referencedColumnName: 'language' },
  ])
  text?: Relation<RecapTranslationRow>;
  @PrimaryColumn('uuid') mediaId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
}

/** What was published, whole: readable and restorable for good. */
@Entity('recap_revisions')
@Check(
  'ck_recap_revisions_figures',
  `figures = 'live' OR (figures = 'frozen' AND num_nulls(figure_values, session_values) = 0)`,
)
@Index('uq_recap_revisions_number', ['recapId', 'number'], { unique: true })
@Index('ix_recap_revisions_lead_media_id', ['leadMediaId'])
@Index('ix_recap_revisions_gallery', { synchronize: false })
export class RecapRevisionRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('int') number: number;
  @Column('text') byline: string;
  @Column('uuid', { nullable: true }) leadMediaId: string | null;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'lead_media_id' })
  leadMedia?: Relation<MediaRow>;
  /** Media ids in order. */
  @Column('uuid', { array: true }) gallery: string[];
  @Column('uuid', { array: true }) sessionIds: string[];
  @Column('uuid', { array: true }) categoryIds: string[];
  @Column('uuid', { array: true }) regionIds: string[];
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  /** What readers are told about an update, per language. */
  @Column('jsonb', { default: () => `'{}'` }) updateNote: Translations<{ text: string }>;
  @Column('text', { default: 'live' }) figures: FiguresMode;
  /** When the values were taken: shown where they are frozen, what changes are told from where they are live. */
  @Column('timestamptz', { default: () => 'now()' }) figuresAt: Date;
  /** Of the texts, by figureKey; null: nobody kept them, nothing is compared with them. */
  @Column('jsonb', { nullable: true }) figureValues: Record<string, Count> | null;
  /** Of the sessions looked back on, by their ids. */
  @Column('jsonb', { nullable: true }) sessionValues: Record<string, Count[]> | null;
  @Column('uuid', { nullable: true }) createdById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'created_by_id' })
  createdBy?: Relation<StaffAccountRow>;
}

@Entity('recap_revision_translations')
export class RecapRevisionTranslationRow {
  @PrimaryColumn('uuid') revisionId: string;
  @ManyToOne(() => RecapRevisionRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'revision_id' })
  revision?: Relation<RecapRevisionRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text') title: string;
  @Column('text') lead: string;
  @Column('jsonb') body: RichDocument;
  @Column('text') seoTitle: string;
  @Column('text') seoDescription: string;
  /** Since when it was older than its original when it was published. */
  @Column('timestamptz', { nullable: true }) outdatedSince: Date | null;
}

/** The same of what was published: a revision that can be restored keeps its pictures. */
@Entity('recap_revision_pictures')
@Index('ix_recap_revision_pictures_media_id', ['mediaId'])
export class RecapRevisionPictureRow {
  @PrimaryColumn('uuid') revisionId: string;
  @PrimaryColumn('text') language: Language;
  @ManyToOne(() => RecapRevisionTranslationRow, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'revision_id', referencedColumnName: 'revisionId' },
    { name: 'language', referencedColumnName: 'language' },
  ])
  text?: Relation<RecapRevisionTranslationRow>;
  @PrimaryColumn('uuid') mediaId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
}

/** What a translation was before a file was taken into it. */
@Entity('recap_translation_imports')
@Index('ix_recap_translation_imports_recap_id', ['recapId'])
export class RecapTranslationImportRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') recapId: string;
  @ManyToOne(() => RecapRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recap_id' })
  recap?: Relation<RecapRow>;
  @Column('text') language: Language;
  @Column('text') fileName: string;
  /** The text; null: there was none. */
  @Column('jsonb', { nullable: true }) before: object | null;
  @Column('jsonb') basis: TranslationBasis;
  /** Of the text that came of it. */
  @Column('text') afterFingerprint: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdById: string | null;
  @ManyToOne(() => StaffAccountRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'created_by_id' })
  createdBy?: Relation<StaffAccountRow>;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}
