import type { Language } from '@reihe/shared-contracts';
import {
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
@Index('ix_media_sha256', ['sha256'])
@Index('ix_media_uploaded_at', ['uploadedAt'])
export class MediaRow {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') fileName: string;
  @Column('text') mimeType: string;
  @Column('int') width: number;
  @Column('int') height: number;
  @Column('int') byteSize: number;
  @Column('text') sha256: string;
  /** Widths for which a webp and a jpeg derivative exist, ascending. */
  @Column('int', { array: true }) widths: number[];
  @Column('text', { default: '' }) photographer: string;
  @Column('text', { default: '' }) agency: string;
  @Column('text', { default: '' }) licence: string;
  @Column('timestamptz', { default: () => 'now()' }) uploadedAt: Date;
}

@Entity('media_translations')
export class MediaTranslationRow {
  @PrimaryColumn('uuid') mediaId: string;
  @ManyToOne(() => MediaRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'media_id' })
  media?: Relation<MediaRow>;
  @PrimaryColumn('text') language: Language;
  @Column('text', { default: '' }) alt: string;
  @Column('text', { default: '' }) caption: string;
}
