import { Injectable } from '@nestjs/common';
import { Database, MediaRow, MediaTranslationRow } from '@reihe/api-persistence';
import { likeText, offsetOf } from '@reihe/api-platform';
import { LANGUAGES, type MediaText, type MediaUse, type Translations } from '@reihe/shared-contracts';
import type { MediaQuery } from './media.bodies';

/** One image with its texts and where it is used, as the list reads it. */
export interface MediaRecord extends Omit<MediaRow, 'uploadedAt' | 'sha256'> {
  uploadedAt: Date;
  translations: Translations<MediaText>;
  usedIn: MediaUse[];
}

/** Everything that shows an image; revisions keep their gallery as an array, which no foreign key watches. */
const USED_IN = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', u.kind, 'id', u.id, 'titles', u.titles)
                            ORDER BY u.kind, u.titles::text, u.id), '[]')
  FROM (
    SELECT 'recap' AS kind, r.id, (
      SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}')
      FROM recap_translations t WHERE t.recap_id = r.id AND t.title <> ''
    ) AS titles
    FROM recaps r
    WHERE r.id IN (
      SELECT id FROM recaps WHERE lead_media_id = m.id
      UNION SELECT recap_id FROM recap_gallery WHERE media_id = m.id
      UNION SELECT recap_id FROM recap_revisions WHERE lead_media_id = m.id OR gallery @> ARRAY[m.id]
    )
    UNION ALL
    SELECT 'series', y.id, (
      SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}')
      FROM series_translations t WHERE t.series_id = y.id AND t.title <> ''
    )
    FROM series y WHERE y.cover_media_id = m.id
    UNION ALL
    SELECT 'speaker', k.id, jsonb_build_object('en', k.name) FROM speakers k WHERE k.photo_media_id = m.id
  ) u
)`;

const RECORD = `
  m.id, m.version, m.file_name AS "fileName", m.mime_type AS "mimeType", m.width, m.height, m.byte_size AS "byteSize",
  m.widths, m.photographer, m.agency, m.licence, m.uploaded_at AS "uploadedAt",
  coalesce((
    SELECT jsonb_object_agg(t.language, jsonb_build_object('alt', t.alt, 'caption', t.caption))
    FROM media_translations t WHERE t.media_id = m.id
  ), '{}') AS translations,
  ${USED_IN} AS "usedIn"`;

@Injectable()
export class MediaRepository {
  constructor(private readonly database: Database) {}

  list(query: MediaQuery): Promise<(MediaRecord & { total: number })[]> {
    return this.database.query(
      `SELECT ${RECORD}, count(*) OVER ()::int AS total
       FROM media m
       WHERE ($1::text IS NULL OR m.file_name ILIKE $1 OR m.photographer ILIKE $1 OR m.agency ILIKE $1
              OR EXISTS (SELECT FROM media_translations t WHERE t.media_id = m.id AND (t.alt ILIKE $1 OR t.caption ILIKE $1)))
         AND ($2::text IS DISTINCT FROM 'credit' OR (m.photographer = '' AND m.agency = ''))
         AND ($2::text IS DISTINCT FROM 'alt' OR $3 > (
               SELECT count(*) FROM media_translations t WHERE t.media_id = m.id AND t.alt <> ''))
       ORDER BY m.uploaded_at DESC, m.id
       LIMIT $4 OFFSET $5`,
      [
        query.q ? `%${likeText(query.q)}%` : null,
        query.missing ?? null,
        LANGUAGES.length,
        query.pageSize,
        offsetOf(query),
      ],
    );
  }

  async byId(id: string): Promise<MediaRecord | null> {
    const [record] = await this.database.query<MediaRecord>(`SELECT ${RECORD} FROM media m WHERE m.id = $1`, [
      id,
    ]);
    return record ?? null;
  }

  async idOfContent(sha256: string): Promise<string | null> {
    const row = await this.database.of(MediaRow).findOne({ where: { sha256 }, select: { id: true } });
    return row?.id ?? null;
  }

  async insert(row: Omit<MediaRow, 'version' | 'uploadedAt'>): Promise<void> {
    await this.database.of(MediaRow).insert(row);
  }

  claimVersion(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('media', id, version);
  }

  async saveCredit(id: string, credit: Pick<MediaRow, 'photographer' | 'agency' | 'licence'>): Promise<void> {
    await this.database.of(MediaRow).update({ id }, credit);
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

  async remove(id: string): Promise<void> {
    await this.database.of(MediaRow).delete({ id });
  }

  async widthsOf(id: string): Promise<number[] | null> {
    const row = await this.database.of(MediaRow).findOne({ where: { id }, select: { widths: true } });
    return row?.widths ?? null;
  }
}
