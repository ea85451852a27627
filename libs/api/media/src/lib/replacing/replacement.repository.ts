import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { MediaReplacement } from '@reihe/shared-editorial';

export type ReplacedUse = MediaReplacement['uses'][number] & {
  /** Languages in which readers see it. */
  languages: Language[];
};

/** $1 image. Which texts show it is known without reading them. */
const USES = `
  SELECT 'recap' AS kind, r.id,
    (SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}') FROM recap_translations t
     WHERE t.recap_id = r.id AND t.title <> '') AS titles,
    coalesce(v.shows, false) AS "isPublished", coalesce(v.languages, '[]') AS languages
  FROM recaps r
  LEFT JOIN LATERAL (
    SELECT v.lead_media_id = $1 OR v.gallery @> ARRAY[$1::uuid]
        OR EXISTS (SELECT FROM recap_revision_pictures p WHERE p.revision_id = v.id AND p.media_id = $1) AS shows,
      jsonb_agg(t.language) AS languages
    FROM recap_revisions v JOIN recap_revision_translations t ON t.revision_id = v.id
    WHERE v.recap_id = r.id AND v.number = r.current_revision GROUP BY v.id
  ) v ON r.state = 'published'
  WHERE v.shows OR r.id IN (
    SELECT id FROM recaps WHERE lead_media_id = $1
    UNION SELECT recap_id FROM recap_gallery WHERE media_id = $1
    UNION SELECT recap_id FROM recap_text_pictures WHERE media_id = $1)
  UNION ALL
  SELECT 'series', y.id,
    (SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}') FROM series_translations t
     WHERE t.series_id = y.id AND t.title <> ''),
    y.state = 'published', '[]'
  FROM series y WHERE y.cover_media_id = $1
  UNION ALL
  SELECT 'speaker', k.id, jsonb_build_object('en', k.name), true, '[]' FROM speakers k WHERE k.photo_media_id = $1
  ORDER BY 1, 2`;

/** One image in the place of another, in working copies and in what readers see; revisions of the past keep theirs. */
@Injectable()
export class ReplacementRepository {
  constructor(private readonly database: Database) {}

  usesOf(id: string): Promise<ReplacedUse[]> {
    return this.database.query(USES, [id]);
  }

  /** Whoever edits one of them waits, or is told afterwards that somebody else saved. */
  async lock(recapIds: readonly string[]): Promise<void> {
    await this.database.query(`SELECT FROM recaps WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [
      recapIds,
    ]);
  }

  /**
   * In the working copies. One that had nothing unpublished has nothing afterwards: its readers get the same change.
   * @param published those whose readers see the image
   */
  async inRecaps(
    recapIds: readonly string[],
    published: readonly string[],
    old: string,
    by: string,
  ): Promise<void> {
    await this.database.query(
      `UPDATE recaps SET version = version + 1, updated_at = now(),
         lead_media_id = CASE WHEN lead_media_id = $2 THEN $3 ELSE lead_media_id END,
         published_version = CASE WHEN id = ANY ($4::uuid[]) AND published_version = version
                                  THEN version + 1 ELSE published_version END
       WHERE id = ANY ($1::uuid[])`,
      [recapIds, old, by, published],
    );
    // A gallery shows a picture once: where the other one is in it already, this one only goes.
    await this.database.query(
      `DELETE FROM recap_gallery g WHERE g.media_id = $1
         AND EXISTS (SELECT FROM recap_gallery o WHERE o.recap_id = g.recap_id AND o.media_id = $2)`,
      [old, by],
    );
    await this.database.query(`UPDATE recap_gallery SET media_id = $2 WHERE media_id = $1`, [old, by]);
    // Ids stand in documents as whole strings, which no words of a text are. The words stay as old as they are: no translation is outdated by another picture.
    await this.database.query(
      `UPDATE recap_translations SET body = replace(body::text, '"' || $2 || '"', '"' || $3 || '"')::jsonb,
         basis = replace(basis::text, $2::uuid::text, $3::uuid::text)::jsonb
       WHERE (recap_id, language) IN (
         SELECT recap_id, language FROM recap_text_pictures WHERE recap_id = ANY ($1::uuid[]) AND media_id = $2)`,
      [recapIds, old, by],
    );
  }

  /** What readers see becomes another revision, alike but for the image. */
  async inRevisions(recapIds: readonly string[], old: string, by: string, staffId: string): Promise<void> {
    await this.database.query(
      `WITH added AS (
         INSERT INTO recap_revisions
           (recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids, created_by_id)
         SELECT v.recap_id, (SELECT max(o.number) + 1 FROM recap_revisions o WHERE o.recap_id = v.recap_id), v.byline,
           CASE WHEN v.lead_media_id = $2 THEN $3 ELSE v.lead_media_id END,
           CASE WHEN v.gallery @> ARRAY[$3::uuid] THEN array_remove(v.gallery, $2) ELSE array_replace(v.gallery, $2, $3) END,
           v.session_ids, v.category_ids, v.region_ids, $4
         FROM recap_revisions v JOIN recaps r ON r.id = v.recap_id AND r.current_revision = v.number
         WHERE r.id = ANY ($1::uuid[])
         RETURNING id, recap_id, number),
       texts AS (
         INSERT INTO recap_revision_translations
           (revision_id, language, title, lead, body, seo_title, seo_description, outdated_since)
         SELECT a.id, t.language, t.title, t.lead, replace(t.body::text, '"' || $2 || '"', '"' || $3 || '"')::jsonb,
           t.seo_title, t.seo_description, t.outdated_since
         FROM added a JOIN recaps r ON r.id = a.recap_id
         JOIN recap_revisions v ON v.recap_id = r.id AND v.number = r.current_revision
         JOIN recap_revision_translations t ON t.revision_id = v.id)
       UPDATE recaps r SET current_revision = a.number FROM added a WHERE r.id = a.recap_id`,
      [recapIds, old, by, staffId],
    );
  }

  async inSeriesAndSpeakers(old: string, by: string): Promise<void> {
    await this.database.query(
      `UPDATE series SET cover_media_id = $2, version = version + 1 WHERE cover_media_id = $1`,
      [old, by],
    );
    await this.database.query(
      `UPDATE speakers SET photo_media_id = $2, version = version + 1 WHERE photo_media_id = $1`,
      [old, by],
    );
  }
}
