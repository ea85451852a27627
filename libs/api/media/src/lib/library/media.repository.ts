import { Injectable } from '@nestjs/common';
import { Database, MediaRow, MediaTranslationRow } from '@reihe/api-persistence';
import { likeText, offsetOf } from '@reihe/api-platform';
import {
  ADMIN_LANGUAGES,
  type FocalPoint,
  type Language,
  type MediaCredit,
  type MediaRights,
  type MediaText,
  type MediaUse,
  type Translations,
} from '@reihe/shared-contracts';
import type { LookAlikeRecord } from './media.mapper';
import type { MediaQuery } from './media.bodies';
import { listMedia, RECORD } from './media.sql';

/** One image with its texts and where it is used, as the list reads it. */
export interface MediaRecord
  extends
    Pick<
      MediaRow,
      | 'id'
      | 'version'
      | 'fileName'
      | 'mimeType'
      | 'width'
      | 'height'
      | 'byteSize'
      | 'state'
      | 'failure'
      | 'widths'
      | 'formats'
      | 'placeholder'
      | 'crops'
      | 'focusX'
      | 'focusY'
      | 'suggestions'
      | 'uploadedAt'
    >,
    MediaCredit,
    MediaRights {
  translations: Translations<MediaText>;
  usedIn: MediaUse[];
  lookAlikes: number;
}

export type NewMedia = Partial<MediaRow> &
  Pick<MediaRow, 'id' | 'fileName' | 'mimeType' | 'width' | 'height' | 'byteSize' | 'sha256' | 'widths'>;

@Injectable()
export class MediaRepository {
  constructor(private readonly database: Database) {}

  list(query: MediaQuery): Promise<(MediaRecord & { total: number })[]> {
    const languages: readonly Language[] = query.language ? [query.language] : ADMIN_LANGUAGES;
    return this.database.query(listMedia(query.filter, Boolean(query.q)), [
      query.q ? `%${likeText(query.q)}%` : null,
      languages,
      query.pageSize,
      offsetOf(query),
    ]);
  }

  async byId(id: string): Promise<MediaRecord | null> {
    const [record] = await this.byIds([id]);
    return record ?? null;
  }

  byIds(ids: readonly string[]): Promise<MediaRecord[]> {
    return this.database.query<MediaRecord>(`SELECT ${RECORD} FROM media m WHERE m.id = ANY ($1::uuid[])`, [
      ids,
    ]);
  }

  /** One file is one image, however many send it at once: whoever comes second waits here until the first is done. */
  async idOfContent(sha256: string): Promise<string | null> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [sha256]);
    const row = await this.database.of(MediaRow).findOne({ where: { sha256 }, select: { id: true } });
    return row?.id ?? null;
  }

  async insert(row: NewMedia): Promise<void> {
    await this.database.of(MediaRow).insert(row);
  }

  claimVersion(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('media', id, version);
  }

  async saveFacts(id: string, facts: Partial<MediaCredit & MediaRights>): Promise<void> {
    if (Object.keys(facts).length > 0) await this.database.of(MediaRow).update({ id }, facts);
  }

  /** Crops around the new place are due; the old ones are shown until then. */
  async saveFocus(id: string, { x, y }: FocalPoint): Promise<void> {
    await this.database.query(
      `UPDATE media SET focus_x = $2, focus_y = $3, focus_edition = focus_edition + 1, is_due = true, attempts = 0
       WHERE id = $1 AND (focus_x, focus_y) <> ($2, $3)`,
      [id, x, y],
    );
  }

  async saveTexts(mediaId: string, translations: Translations<MediaText>): Promise<void> {
    const rows = Object.entries(translations).map(([language, { alt, caption }]) => ({
      mediaId,
      language,
      alt,
      caption,
    }));
    const texts = this.database.of(MediaTranslationRow);
    await texts.delete({ mediaId });
    await texts.insert(rows as MediaTranslationRow[]);
  }

  lookAlikes(id: string): Promise<LookAlikeRecord[]> {
    return this.database.query(
      `SELECT ${RECORD}, l.distance
       FROM media_look_alikes l JOIN media m ON m.id = l.other_id WHERE l.media_id = $1 ORDER BY l.distance, m.id`,
      [id],
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.of(MediaRow).delete({ id });
  }
}
