import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Materials as they are shown, with the title in the reader's language or the next best. Who may have one is for the caller to ask:
 * `audience` says whom it is for.
 */
export class ReadWhatIsHandedOut1764000000164 implements MigrationInterface {
  name = 'ReadWhatIsHandedOut1764000000164';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION offered_materials(languages text[])
      RETURNS TABLE (session_id uuid, id uuid, audience text, sort_order integer, material jsonb) LANGUAGE sql STABLE AS $$
        SELECT m.session_id, m.id, m.audience, m.position,
               jsonb_build_object(
                 'id', m.id, 'kind', m.kind, 'title', m.titles ->> t.language, 'language', t.language,
                 'href', coalesce(m.url, '/api/v1/materials/' || m.id || '/file'),
                 'file', CASE WHEN m.file_name IS NOT NULL THEN jsonb_build_object(
                   'type', upper(substring(m.file_name FROM '[^.]+$')), 'byteSize', m.byte_size) END)
        FROM materials m
        CROSS JOIN LATERAL (
          SELECT k.language FROM jsonb_object_keys(m.titles) AS k (language)
          ORDER BY language_rank(k.language, languages, NULL), k.language LIMIT 1
        ) t
      $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION offered_materials(text[])`);
  }
}
