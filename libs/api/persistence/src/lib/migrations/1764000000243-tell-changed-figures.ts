import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which figures of published texts are not what they were, whether somebody said that this is right, and whom it was told. */
export class TellChangedFigures1764000000243 implements MigrationInterface {
  name = 'TellChangedFigures1764000000243';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_figure_notices" (
        "recap_id" uuid NOT NULL,
        "revision" integer NOT NULL,
        "kept" jsonb NOT NULL DEFAULT '{}',
        "told" jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT "pk_recap_figure_notices" PRIMARY KEY ("recap_id"),
        CONSTRAINT "fk_recap_figure_notices_recap_id" FOREIGN KEY ("recap_id")
          REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
    await db.query(`
      CREATE TABLE "recap_figure_digests" (
        "account_id" uuid NOT NULL,
        "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "pk_recap_figure_digests" PRIMARY KEY ("account_id"),
        CONSTRAINT "fk_recap_figure_digests_account_id" FOREIGN KEY ("account_id")
          REFERENCES "staff_accounts"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
    await db.query(`ALTER TABLE "series_recap_rules" ADD "tells_figures" boolean NOT NULL DEFAULT true`);
    // As roundedCount of the contracts; a spec compares the two.
    await db.query(`
      CREATE FUNCTION rounding_step(rounding text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE rounding WHEN 'tens' THEN 10 WHEN 'hundreds' THEN 100 WHEN 'thousands' THEN 1000 ELSE 1 END
    `);
    await db.query(`
      CREATE FUNCTION rounded_count(count jsonb, rounding text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (
        SELECT CASE WHEN r.value IN (0, w.value) THEN w.value || ' ' || (rounded_count.count ->> 'isAtLeast')
                    ELSE r.value || ' true' END
        FROM (SELECT (rounded_count.count ->> 'value')::int AS value) w
        CROSS JOIN LATERAL (
          SELECT w.value / rounding_step(rounded_count.rounding) * rounding_step(rounded_count.rounding) AS value
        ) r)
    `);
    await db.query(CHANGED_FIGURES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION changed_figures(uuid)`);
    await db.query(`DROP FUNCTION rounded_count(jsonb, text)`);
    await db.query(`DROP FUNCTION rounding_step(text)`);
    await db.query(`ALTER TABLE "series_recap_rules" DROP COLUMN "tells_figures"`);
    await db.query(`DROP TABLE "recap_figure_digests"`);
    await db.query(`DROP TABLE "recap_figure_notices"`);
  }
}

/**
 * Of what a published recap shows. Frozen: what readers see is not what the records say, as it is rounded. Live: what readers see is more
 * than a step of its rounding away from what it was. In either case since it was published, or since somebody kept it as it is.
 */
const CHANGED_FIGURES = `
  CREATE FUNCTION changed_figures(recap uuid)
  RETURNS TABLE (key text, measure text, session_id uuid, session_ids uuid[], rounding text, before jsonb, now jsonb)
  LANGUAGE sql STABLE AS $$
    SELECT w.key, w.measure, w.session_id, w.session_ids, w.rounding, w.shown, w.now
    FROM recaps c
    JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
    LEFT JOIN recap_figure_notices n ON n.recap_id = c.id AND n.revision = v.number
    CROSS JOIN LATERAL (SELECT revision_figures(v.id) AS counts OFFSET 0) today
    CROSS JOIN LATERAL (
      SELECT p.*, v.figure_values -> p.key AS shown, today.counts -> p.key AS now,
             CASE WHEN n.kept ? p.key THEN nullif(n.kept -> p.key, 'null'::jsonb) ELSE v.figure_values -> p.key END AS base
      FROM placed_figures(
        (SELECT jsonb_agg(t.body) FROM recap_revision_translations t WHERE t.revision_id = v.id)) p
    ) w
    WHERE c.id = changed_figures.recap AND c.state = 'published' AND v.figure_values IS NOT NULL
      AND CASE
        WHEN v.figures = 'frozen' THEN
          rounded_count(w.base, w.rounding) IS DISTINCT FROM rounded_count(w.now, w.rounding)
          AND rounded_count(w.shown, w.rounding) IS DISTINCT FROM rounded_count(w.now, w.rounding)
        WHEN w.base IS NULL OR w.now IS NULL THEN (w.base IS NULL) <> (w.now IS NULL)
        ELSE abs((w.now ->> 'value')::int - (w.base ->> 'value')::int) > rounding_step(w.rounding)
      END
  $$
`;
