import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are found however they are set: French writes "cœur" and people type "coeur"; and where the database's locale knows ASCII alone, it
 * takes every other sign for a letter, so that "L’eau", "¿Cuándo" and "„Wort“" would each be one word that nobody types.
 */
export class FindWordsHoweverTheyAreSet1764000000270 implements MigrationInterface {
  name = 'FindWordsHoweverTheyAreSet1764000000270';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION recap_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN translate(words, E'‘’‚‛“”„‟«»‹›–—…¿¡·\\u00a0\\u2009\\u202f', repeat(' ', 21))
    `);
    await db.query(`
      CREATE OR REPLACE FUNCTION recap_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN lower(folded(
        replace(replace(replace(replace(words, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE')))
    `);
    await keepVectors(db, (words) => `recap_plain(${words})`);
    await keepFound(db, (words) => `recap_plain(${words})`);
    await keepAnew(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION recap_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN lower(folded(words))
    `);
    await keepVectors(db, (words) => words);
    await keepFound(db, (words) => words);
    await db.query(`DROP FUNCTION recap_plain(text)`);
    await keepAnew(db);
  }
}

/** As before, but for what the words go through first. */
async function keepVectors(db: QueryRunner, plain: (words: string) => string): Promise<void> {
  const twice = (words: string) => `
    (to_tsvector(recap_stems(language), ${plain(words)})
      || to_tsvector(recap_stems(language), recap_folded(${plain(words)})))`;
  await db.query(`
    CREATE OR REPLACE FUNCTION recap_vector(language text, title text, lead text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN setweight(${twice('title')}, 'A') || setweight(${twice('lead')}, 'B') || ${twice('body')}
  `);
}

/** As before, but for what the words go through before spellings are proposed from them. */
async function keepFound(db: QueryRunner, plain: (words: string) => string): Promise<void> {
  await db.query(`
    CREATE OR REPLACE FUNCTION keep_recap_found(changed uuid) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      seen record;
    BEGIN
      SELECT c.series_id, c.published_on, v.id AS revision_id, v.session_ids, v.category_ids, v.region_ids INTO seen
      FROM recaps c JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
      WHERE c.id = changed AND c.state = 'published';
      IF NOT FOUND THEN
        DELETE FROM published_recaps WHERE recap_id = changed;
        RETURN;
      END IF;
      INSERT INTO published_recaps AS p
        (recap_id, revision_id, series_id, published_on, languages, session_ids, category_ids, region_ids)
      VALUES (changed, seen.revision_id, seen.series_id, seen.published_on,
        ARRAY(SELECT t.language FROM recap_revision_translations t WHERE t.revision_id = seen.revision_id ORDER BY t.language),
        seen.session_ids, seen.category_ids, seen.region_ids)
      ON CONFLICT (recap_id) DO UPDATE SET
        revision_id = excluded.revision_id, series_id = excluded.series_id, published_on = excluded.published_on,
        languages = excluded.languages, session_ids = excluded.session_ids, category_ids = excluded.category_ids,
        region_ids = excluded.region_ids;
      DELETE FROM recap_search_texts WHERE recap_id = changed;
      INSERT INTO recap_search_texts (recap_id, language, words, vector)
      SELECT changed, t.language, concat_ws(E'\\n', nullif(t.lead, ''), w.body),
        recap_vector(t.language, t.title, t.lead, w.body)
      FROM recap_revision_translations t CROSS JOIN LATERAL (SELECT recap_body_words(t.body) AS body) w
      WHERE t.revision_id = seen.revision_id;
      -- In one order, so that two who publish at once do not wait for each other. Words stay when their recap goes: what is proposed
      -- to readers must find something, and that is asked each time.
      INSERT INTO recap_search_words (language, word, folded)
      SELECT DISTINCT t.language, w.lexeme, recap_folded(w.lexeme)
      FROM recap_search_texts t
      JOIN recap_revision_translations v ON v.revision_id = seen.revision_id AND v.language = t.language
      CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', ${plain(`v.title || ' ' || t.words`)})) w
      WHERE t.recap_id = changed AND w.lexeme ~ '^[^[:digit:][:punct:][:space:]]{4,40}$'
      ORDER BY t.language, w.lexeme
      ON CONFLICT DO NOTHING;
    END $$
  `);
}

/** Words that nobody could type go; all others come again with their recap. */
async function keepAnew(db: QueryRunner): Promise<void> {
  await db.query(`DELETE FROM recap_search_words`);
  await db.query(`SELECT keep_recap_found(recap_id) FROM published_recaps`);
}
