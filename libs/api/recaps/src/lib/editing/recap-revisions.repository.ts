import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { UpdateNotes } from '@reihe/shared-editorial';
import type { RecapTextRow } from './recap.mapper';

/** A published state of a recap, as far as the working copy can go back to it. */
export interface RevisionContent {
  byline: string;
  leadMediaId: string | null;
  gallery: string[];
  sessionIds: string[];
  categoryIds: string[];
  regionIds: string[];
  texts: RecapTextRow[];
}

@Injectable()
export class RecapRevisionsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps the working copy as the next revision, without translations in progress. The recap is locked by its claimed version. @returns its number */
  async add(recapId: string, staffId: string | null, note: UpdateNotes): Promise<number> {
    const [added] = await this.database.query<{ id: string; number: number }>(
      `INSERT INTO recap_revisions
         (recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids, created_by_id, update_note)
       SELECT c.id, coalesce((SELECT max(v.number) FROM recap_revisions v WHERE v.recap_id = c.id), 0) + 1,
         c.byline, c.lead_media_id,
         ARRAY(SELECT g.media_id FROM recap_gallery g WHERE g.recap_id = c.id ORDER BY g.position),
         ARRAY(SELECT s.session_id FROM recap_sessions s WHERE s.recap_id = c.id),
         ARRAY(SELECT k.category_id FROM recap_categories k WHERE k.recap_id = c.id),
         ARRAY(SELECT r.region_id FROM recap_regions r WHERE r.recap_id = c.id),
         $2, $3
       FROM recaps c WHERE c.id = $1
       RETURNING id, number`,
      [recapId, staffId, JSON.stringify(note)],
    );
    if (!added) throw new Error('The recap that is being published is gone.');
    await this.database.query(
      `INSERT INTO recap_revision_translations
         (revision_id, language, title, lead, body, seo_title, seo_description, outdated_since)
       SELECT $2, language, title, lead, body, seo_title, seo_description, outdated_since
       FROM recap_translations WHERE recap_id = $1 AND is_finished`,
      [recapId, added.id],
    );
    return added.number;
  }

  async one(recapId: string, number: number): Promise<RevisionContent | null> {
    const [found] = await this.database.query<{ revision: RevisionContent }>(
      `SELECT jsonb_build_object(
         'byline', v.byline, 'leadMediaId', v.lead_media_id, 'gallery', to_jsonb(v.gallery),
         'sessionIds', to_jsonb(v.session_ids), 'categoryIds', to_jsonb(v.category_ids), 'regionIds', to_jsonb(v.region_ids),
         'texts', (
           SELECT jsonb_agg(jsonb_build_object(
             'language', t.language, 'title', t.title, 'lead', t.lead, 'body', t.body,
             'seoTitle', t.seo_title, 'seoDescription', t.seo_description))
           FROM recap_revision_translations t WHERE t.revision_id = v.id)
       ) AS revision
       FROM recap_revisions v WHERE v.recap_id = $1 AND v.number = $2`,
      [recapId, number],
    );
    return found?.revision ?? null;
  }

  /** Today where the series is at home. */
  async todayOf(seriesId: string, now: Date): Promise<string> {
    const [row] = await this.database.query<{ today: string }>(
      `SELECT to_char($2::timestamptz AT TIME ZONE time_zone, 'YYYY-MM-DD') AS today FROM series WHERE id = $1`,
      [seriesId, now],
    );
    if (!row) throw new Error('A recap without series.');
    return row.today;
  }
}
