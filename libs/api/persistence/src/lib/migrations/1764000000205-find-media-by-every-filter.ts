import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = {
  ix_media_words: `"media" USING gin ((searched_words(file_name, photographer, agency)) gin_trgm_ops)`,
  ix_media_translations_words: `"media_translations" USING gin ((searched_words(alt, caption)) gin_trgm_ops)`,
  ix_media_translations_described: `"media_translations" ("media_id", "language") WHERE alt <> ''`,
  ix_media_without_rights: `"media" ("uploaded_at") WHERE (photographer = '' AND agency = '') OR consent = 'open'`,
  ix_recaps_lead_media_id: `"recaps" ("lead_media_id")`,
  ix_recap_revisions_lead_media_id: `"recap_revisions" ("lead_media_id")`,
  ix_recap_revisions_gallery: `"recap_revisions" USING gin ("gallery")`,
  ix_series_cover_media_id: `"series" ("cover_media_id")`,
} as const;

/** A library of tens of thousands is searched and narrowed through indexes, and knows where each image is used. */
export class FindMediaByEveryFilter1764000000205 implements MigrationInterface {
  name = 'FindMediaByEveryFilter1764000000205';

  async up(db: QueryRunner): Promise<void> {
    // Its own search path keeps the planner from taking it apart, and then believing that to fold tens of thousands of texts costs
    // nothing; maintenance (ANALYZE) runs with none.
    await db.query(`
      CREATE FUNCTION searched_words(VARIADIC texts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 200
      SET search_path FROM CURRENT
      RETURN folded(array_to_string(texts, ' '))
    `);
    for (const [name, on] of Object.entries(INDEXES)) await db.query(`CREATE INDEX "${name}" ON ${on}`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await db.query(`DROP INDEX "${name}"`);
    await db.query(`DROP FUNCTION searched_words`);
  }
}
