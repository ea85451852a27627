import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the figures were when a revision was published: shown where they are frozen, compared with today's where they are live. */
export class KeepFiguresOfRevisions1764000000242 implements MigrationInterface {
  name = 'KeepFiguresOfRevisions1764000000242';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "recaps"
        ADD "figures" text NOT NULL DEFAULT 'live',
        ADD CONSTRAINT "ck_recaps_figures" CHECK (figures IN ('live','frozen'))
    `);
    await db.query(`
      ALTER TABLE "recap_revisions"
        ADD "figures" text NOT NULL DEFAULT 'live',
        ADD "figures_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        ADD "figure_values" jsonb,
        ADD "session_values" jsonb,
        ADD CONSTRAINT "ck_recap_revisions_figures" CHECK (
          figures = 'live' OR (figures = 'frozen' AND num_nulls(figure_values, session_values) = 0))
    `);
    // The values of a revision's texts by figureKey, in all languages at once: numbers have none.
    await db.query(`
      CREATE FUNCTION revision_figures(revision uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT coalesce((
          SELECT jsonb_object_agg(f.key, f.count)
          FROM figure_counts(
            (SELECT jsonb_agg(t.body) FROM recap_revision_translations t WHERE t.revision_id = v.id),
            c.series_id, v.session_ids) f
        ), '{}'::jsonb)
        FROM recap_revisions v JOIN recaps c ON c.id = v.recap_id WHERE v.id = revision_figures.revision
      $$
    `);
    // The figures that stand beside the text, by the session they are of.
    await db.query(`
      CREATE FUNCTION revision_sessions(revision uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT coalesce((
          SELECT jsonb_object_agg(s.id, coalesce((
            SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on)
                             ORDER BY f.origin, f.measure)
            FROM session_figures f WHERE f.session_id = s.id), '[]'::jsonb))
          FROM sessions s WHERE s.id = ANY (v.session_ids)
        ), '{}'::jsonb)
        FROM recap_revisions v WHERE v.id = revision_sessions.revision
      $$
    `);
    // What readers see now begins to be compared now.
    await db.query(`
      UPDATE recap_revisions v SET figure_values = revision_figures(v.id)
      FROM recaps c WHERE c.id = v.recap_id AND c.current_revision = v.number AND c.state = 'published'
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION revision_sessions(uuid)`);
    await db.query(`DROP FUNCTION revision_figures(uuid)`);
    await db.query(`
      ALTER TABLE "recap_revisions"
        DROP CONSTRAINT "ck_recap_revisions_figures",
        DROP COLUMN "session_values",
        DROP COLUMN "figure_values",
        DROP COLUMN "figures_at",
        DROP COLUMN "figures"
    `);
    await db.query(`ALTER TABLE "recaps" DROP CONSTRAINT "ck_recaps_figures", DROP COLUMN "figures"`);
  }
}
