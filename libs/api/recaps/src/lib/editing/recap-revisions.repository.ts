import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Count } from '@reihe/shared-contracts';
import type { FiguresMode, UpdateNotes } from '@reihe/shared-editorial';
import type { RecapTextRow } from './recap.mapper';

/** A published state of a recap, as far as the working copy can go back to it. */
export interface RevisionContent {
  byline: string;
  leadMediaId: string | null;
  gallery: string[];
  sessionIds: string[];
  categoryIds: string[];
  regionIds: string[];
  figureValues: Record<string, Count> | null;
  texts: RecapTextRow[];
}

export interface NewRevision {
  staffId: string | null;
  note: UpdateNotes;
  figures: FiguresMode;
  /** When its figures are taken. */
  now: Date;
}

@Injectable()
export class RecapRevisionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Keeps the working copy as the next revision, without translations in progress and with what its figures are now. The recap is
   * locked by its claimed version.
   * @param staffId null: nobody's doing @returns its number
   */
  async add(recapId: string, { staffId, note, figures, now }: NewRevision): Promise<number> {
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
    await this.keepFigures(added.id, figures, now);
    return added.number;
  }

  /**
   * Publishes the revision that readers see once more, as it is but for its figures. The recap is locked.
   * @param of number of the revision whose figures are shown again; null: today's @returns its number and whether they are
   * frozen; null: there is none to repeat, or the figures of that one were never kept
   */
  async repeat(
    recapId: string,
    of: number | null,
    { staffId, note, figures, now }: NewRevision,
  ): Promise<{ number: number; figures: FiguresMode } | null> {
    const [added] = await this.database.query<{ id: string; number: number; figures: FiguresMode }>(
      `INSERT INTO recap_revisions
         (recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids, created_by_id, update_note,
          figures, figures_at, figure_values, session_values)
       SELECT c.id, (SELECT max(w.number) FROM recap_revisions w WHERE w.recap_id = c.id) + 1,
         v.byline, v.lead_media_id, v.gallery, v.session_ids, v.category_ids, v.region_ids, $2, $3,
         coalesce(o.figures, 'live'), coalesce(o.figures_at, now()), o.figure_values, o.session_values
       FROM recaps c JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
       LEFT JOIN recap_revisions o ON o.recap_id = c.id AND o.number = $4
       WHERE c.id = $1 AND ($4::int IS NULL OR o.figure_values IS NOT NULL)
       RETURNING id, number, figures`,
      [recapId, staffId, JSON.stringify(note), of],
    );
    if (!added) return null;
    await this.database.query(
      `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
       SELECT $2, t.language, t.title, t.lead, t.body, t.seo_title, t.seo_description
       FROM recaps c JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
       JOIN recap_revision_translations t ON t.revision_id = v.id WHERE c.id = $1`,
      [recapId, added.id],
    );
    if (of === null) await this.keepFigures(added.id, figures, now);
    return { number: added.number, figures: of === null ? figures : added.figures };
  }

  private async keepFigures(revisionId: string, figures: FiguresMode, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE recap_revisions SET figures = $2, figures_at = $3, figure_values = revision_figures(id),
         session_values = revision_sessions(id) WHERE id = $1`,
      [revisionId, figures, now],
    );
  }

  async one(recapId: string, number: number): Promise<RevisionContent | null> {
    const [found] = await this.database.query<{ revision: RevisionContent }>(
      `SELECT jsonb_build_object(
         'byline', v.byline, 'leadMediaId', v.lead_media_id, 'gallery', to_jsonb(v.gallery),
         'figureValues', v.figure_values, 'sessionIds', to_jsonb(v.session_ids), 'categoryIds', to_jsonb(v.category_ids), 'regionIds', to_jsonb(v.region_ids),
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
