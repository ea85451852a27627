import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which figures stand in a text, and what they are: asked by pages, when they are frozen, and to tell what has changed. */
export class TellFiguresOfTexts1764000000241 implements MigrationInterface {
  name = 'TellFiguresOfTexts1764000000241';

  async up(db: QueryRunner): Promise<void> {
    // `key` as figureKey of the contracts. Takes one text, or an array of them.
    await db.query(`
      CREATE FUNCTION placed_figures(body jsonb)
      RETURNS TABLE (key text, measure text, session_id uuid, session_ids uuid[], rounding text)
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT DISTINCT
          (p.attrs ->> 'measure') || ':' || coalesce(array_to_string(i.ids, '+'), p.attrs ->> 'sessionId', 'series'),
          p.attrs ->> 'measure',
          CASE WHEN i.ids IS NULL THEN (p.attrs ->> 'sessionId')::uuid END,
          i.ids,
          coalesce(p.attrs ->> 'rounding', 'exact')
        FROM jsonb_path_query(placed_figures.body, 'strict $.** ? (@.type == "figureValue").attrs') AS p (attrs)
        CROSS JOIN LATERAL (
          SELECT array_agg(DISTINCT one::uuid ORDER BY one::uuid) AS ids
          FROM jsonb_path_query(p.attrs, 'lax $.sessionIds[*] ? (@ != null)') AS w (id)
          CROSS JOIN LATERAL (SELECT w.id #>> '{}') AS o (one)
        ) i
      $$
    `);
    // Of each measure the best that is known. None for single sessions that the recap is not about, and for drafts.
    await db.query(`
      CREATE FUNCTION figure_counts(body jsonb, series uuid, covered uuid[]) RETURNS TABLE (key text, count jsonb)
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT DISTINCT ON (w.key) w.key, count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on)
        FROM (
          SELECT DISTINCT p.key, p.measure, p.session_id, p.session_ids FROM placed_figures(figure_counts.body) p
        ) w
        CROSS JOIN LATERAL (
          SELECT f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on
          FROM sessions s JOIN session_figures f ON f.session_id = s.id
          WHERE s.id = w.session_id AND s.id = ANY (figure_counts.covered) AND s.state <> 'draft' AND f.measure = w.measure
          UNION ALL
          SELECT f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on
          FROM series_figures f
          WHERE w.session_id IS NULL AND w.session_ids IS NULL AND f.series_id = figure_counts.series
            AND f.measure = w.measure
          UNION ALL
          SELECT f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on
          FROM selection_figures(figure_counts.series, w.session_ids) f
          WHERE w.session_ids IS NOT NULL AND f.measure = w.measure
        ) f
        ORDER BY w.key, array_position(ARRAY['counted', 'imported', 'reported'], f.origin)
      $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION figure_counts(jsonb, uuid, uuid[])`);
    await db.query(`DROP FUNCTION placed_figures(jsonb)`);
  }
}
