import type {
  Consent,
  ImageCrops,
  ImageFormat,
  Language,
  MediaFailure,
  MediaState,
  MediaSuggestions,
} from '@reihe/shared-contracts';
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

@Entity('media')
@Check('ck_media_state', `state IN ('preparing','ready','failed')`)
@Check('ck_media_failure', `(state = 'failed') = (failure IS NOT NULL)`)
@Check('ck_media_focus', `focus_x BETWEEN 0 AND 100 AND focus_y BETWEEN 0 AND 100`)
@Check('ck_media_consent', `consent IN ('open','agreed','not-needed')`)
@Index('ix_media_sha256', ['sha256'])
@Index('ix_media_uploaded_at', ['uploadedAt', 'id'])
@Index('ix_media_due', { synchronize: false })
@Index('ix_media_without_rights', ['uploadedAt'], {
  where: `(photographer = '' AND agency = '') OR consent = 'open'`,
})
@Index('ix_media_words', { synchronize: false })
@Index('ix_media_look', { synchronize: false })
export class MediaRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') fileName: string;
  @Column('text') mimeType: string;
  @Column('int') width: number;
  @Column('int') height: number;
  @Column('int') byteSize: number;
  @Column('text') sha256: string;
  @Column('text', { default: 'ready' }) state: MediaState;
  @Column('text', { nullable: true }) failure: MediaFailure | null;
  /** The stored file that sizes are made from; empty: the widest one that readers get. */
  @Column('text', { default: '' }) source: string;
  /** Widths for which a file of every format exists, ascending. */
  @Column('int', { array: true }) widths: number[];
  @Column('text', { array: true, default: ['webp', 'jpeg'] }) formats: ImageFormat[];
  /** Which set of files exists: a worker makes those of an older one anew. */
  @Column('int', { default: 0 }) recipe: number;
  /** A tiny image as a data address. */
  @Column('text', { default: '' }) placeholder: string;
  /** Parts of width and height in per cent. */
  @Column('int', { default: 50 }) focusX: number;
  @Column('int', { default: 50 }) focusY: number;
  /** Grows when the focal point moves; `cropsEdition` follows once the crops are made. */
  @Column('int', { default: 1 }) focusEdition: number;
  @Column('jsonb', { nullable: true }) crops: ImageCrops | null;
  @Column('int', { default: 0 }) cropsEdition: number;
  /** A worker has something to make. */
  @Column('boolean', { default: false }) isDue: boolean;
  /** A worker is at it until then at the latest; one that was killed gives it back by that. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
  @Column('int', { default: 0 }) attempts: number;
  @Column('text', { default: '' }) photographer: string;
  @Column('text', { default: '' }) agency: string;
  @Column('text', { default: '' }) licence: string;
  @Column('text', { default: '' }) licenceUrl: string;
  @Column('text', { default: 'open' }) consent: Consent;
  @Column('text', { default: '' }) consentNote: string;
  /** What the file said about itself when it came. */
  @Column('jsonb', { nullable: true }) suggestions: MediaSuggestions | null;
  /** 64 features of its brightness as one number; null: not computed, or too plain to tell anything. */
  @Column('bigint', { nullable: true }) look: string | null;
  @Column('timestamptz', { default: () => 'now()' }) uploadedAt: Date;
}

@Entity('media_translations')
@Index('ix_media_translations_described', ['mediaId', 'language'], { where: `alt <> ''` })
@Index('ix_media_translations_words', { synchronize: false })
export class MediaTranslationRow {
  @PrimaryColumn('uuid') mediaId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text', { default: '' }) alt: string;
  @Column('text', { default: '' }) caption: string;
}

/** Both ways, so that either finds the other. */
@Entity('media_look_alikes')
@Index('ix_media_look_alikes_other_id', ['otherId'])
export class MediaLookAlikeRow {
  @PrimaryColumn('uuid') mediaId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
  @PrimaryColumn('uuid') otherId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'other_id' })
  other?: Relation<MediaRow>;
  @Column('int') distance: number;
}

/** A file on its way into the library. */
@Entity('media_uploads')
@Check('ck_media_uploads_received', `received BETWEEN 0 AND byte_size`)
@Index('ix_media_uploads_touched_at', ['touchedAt'])
export class MediaUploadRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') staffId: string;
  @Column('text') fileName: string;
  @Column('int') byteSize: number;
  @Column('int', { default: 0 }) received: number;
  /** Where each stored part begins, ascending. */
  @Column('int', { array: true, default: [] }) chunks: number[];
  @Column('uuid', { nullable: true }) mediaId: string | null;
  @ManyToOne(() => MediaRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
  @Column('timestamptz') touchedAt: Date;
}
