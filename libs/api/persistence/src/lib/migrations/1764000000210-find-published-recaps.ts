import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readers filter and search recaps by: narrow rows of what is published now, kept by the database itself, so that whoever publishes
 * (a person, a worker, an import) cannot forget it.
 */
export class FindPublishedRecaps1764000000210 implements MigrationInterface {
  name = 'FindPublishedRecaps1764000000210';

  async up(db: QueryRunner): Promise<void> {
    await createTables(db);
    await createWords(db);
    await createHits(db);
    await createTrigger(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER recaps_are_found ON recaps`);
    await db.query(`DROP FUNCTION recap_is_found()`);
    await db.query(`DROP FUNCTION keep_recap_found(uuid)`);
    await db.query(`DROP FUNCTION recap_hits(text[], text[])`);
    await db.query(`DROP FUNCTION recap_query(text, text[])`);
    await db.query(`DROP FUNCTION recap_vector(text, text, text, text)`);
    await db.query(`DROP FUNCTION recap_body_words(jsonb)`);
    await db.query(`DROP FUNCTION recap_folded(text)`);
    await db.query(`DROP FUNCTION recap_stems(text)`);
    await db.query(`DROP TABLE "recap_search_words"`);
    await db.query(`DROP TABLE "recap_search_texts"`);
    await db.query(`DROP TABLE "published_recaps"`);
  }
}

async function createTables(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE "published_recaps" (
      "recap_id" uuid NOT NULL,
      "revision_id" uuid NOT NULL,
      "series_id" uuid NOT NULL,
      "published_on" date NOT NULL,
      "languages" text array NOT NULL,
      "session_ids" uuid array NOT NULL,
      "category_ids" uuid array NOT NULL,
      "region_ids" uuid array NOT NULL,
      CONSTRAINT "pk_published_recaps" PRIMARY KEY ("recap_id"),
      CONSTRAINT "fk_published_recaps_recap_id" FOREIGN KEY ("recap_id")
        REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT "fk_published_recaps_revision_id" FOREIGN KEY ("revision_id")
        REFERENCES "recap_revisions"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT "fk_published_recaps_series_id" FOREIGN KEY ("series_id")
        REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
    )
  `);
  await db.query(`
    CREATE INDEX "ix_published_recaps_series_id" ON "published_recaps" ("series_id", "published_on")
  `);
  await db.query(`CREATE INDEX "ix_published_recaps_published_on" ON "published_recaps" ("published_on")`);
  for (const column of ['session_ids', 'category_ids', 'region_ids'])
    await db.query(
      `CREATE INDEX "ix_published_recaps_${column}" ON "published_recaps" USING gin ("${column}")`,
    );
  await db.query(`
    CREATE TABLE "recap_search_texts" (
      "recap_id" uuid NOT NULL,
      "language" text NOT NULL,
      "words" text NOT NULL,
      "vector" tsvector NOT NULL,
      CONSTRAINT "pk_recap_search_texts" PRIMARY KEY ("recap_id", "language"),
      CONSTRAINT "fk_recap_search_texts_recap_id" FOREIGN KEY ("recap_id")
        REFERENCES "published_recaps"("recap_id") ON DELETE CASCADE ON UPDATE NO ACTION
    )
  `);
  await db.query(`
    CREATE INDEX "ix_recap_search_texts_vector" ON "recap_search_texts" USING gin ("vector") WITH (fastupdate = off)
  `);
  await db.query(`
    CREATE TABLE "recap_search_words" (
      "language" text NOT NULL,
      "word" text NOT NULL,
      "folded" text NOT NULL,
      CONSTRAINT "pk_recap_search_words" PRIMARY KEY ("language", "word")
    )
  `);
  await db.query(`
    CREATE INDEX "ix_recap_search_words_parts" ON "recap_search_words" USING gin ("folded" gin_trgm_ops)
  `);
  await db.query(`
    CREATE INDEX "ix_recap_search_words_beginning" ON "recap_search_words" ("folded" text_pattern_ops)
  `);
}

async function createWords(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION recap_stems(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE language
      WHEN 'de' THEN 'pg_catalog.german'::regconfig WHEN 'en' THEN 'pg_catalog.english'::regconfig
      WHEN 'es' THEN 'pg_catalog.spanish'::regconfig WHEN 'fr' THEN 'pg_catalog.french'::regconfig
      ELSE 'pg_catalog.simple'::regconfig END
  `);
  // Lower case twice: where the database's locale knows no umlauts, their capitals are letters only once they are stripped.
  await db.query(`
    CREATE FUNCTION recap_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(folded(words))
  `);
  // A line per block, whatever blocks there are: every node that has text of its own, or words beside it (captions, sources, titles,
  // footnotes). Runs of text in one block stay together.
  await db.query(`
    CREATE FUNCTION recap_body_words(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
      SELECT coalesce(string_agg(block.words, E'\\n' ORDER BY block.place) FILTER (WHERE block.words <> ''), '')
      FROM (
        SELECT found.place, concat_ws(E'\\n',
          nullif(found.block -> 'attrs' ->> 'title', ''), nullif(found.block -> 'attrs' ->> 'caption', ''),
          (SELECT string_agg(CASE part ->> 'type' WHEN 'text' THEN part ->> 'text' ELSE ' ' END, '' ORDER BY at)
           FROM jsonb_path_query(found.block, 'lax $.content[*] ? (exists (@.type))') WITH ORDINALITY AS parts (part, at)
           WHERE jsonb_path_exists(found.block, 'lax $.content[*] ? (@.type == "text")')),
          nullif(found.block -> 'attrs' ->> 'source', ''), nullif(found.block -> 'attrs' ->> 'note', '')) AS words
        FROM jsonb_path_query(body, 'strict $.** ? (
          exists (@.content[*] ? (@.type == "text")) || exists (@.attrs.title) || exists (@.attrs.caption)
          || exists (@.attrs.source) || exists (@.attrs.note))') WITH ORDINALITY AS found (block, place)
      ) block)
  `);
  // Twice: as the language bends its words, and without marks and umlauts however they are written. Either way of typing finds either.
  await db.query(`
    CREATE FUNCTION recap_vector(language text, title text, lead text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN
      setweight(to_tsvector(recap_stems(language), title), 'A')
      || setweight(to_tsvector(recap_stems(language), recap_folded(title)), 'A')
      || setweight(to_tsvector(recap_stems(language), lead), 'B')
      || setweight(to_tsvector(recap_stems(language), recap_folded(lead)), 'B')
      || to_tsvector(recap_stems(language), body)
      || to_tsvector(recap_stems(language), recap_folded(body))
  `);
  // All words must be found. From five letters on a word also finds what begins with it: German joins its words. Words that say
  // nothing in the language ("the", "und") are passed over; where no other is left nothing is found. Wants single words.
  await db.query(`
    CREATE FUNCTION recap_query(language text, words text[]) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
      SELECT coalesce(string_agg(
        '(' || concat_ws(' | ',
          nullif(plainto_tsquery(recap_stems(language), word)::text, ''),
          nullif(plainto_tsquery(recap_stems(language), recap_folded(word))::text, ''),
          CASE WHEN length(recap_folded(word)) >= 5
               THEN '''' || replace(replace(recap_folded(word), '\\', '\\\\'), '''', '''''') || ''':*' END
        ) || ')', ' & '), '')::tsquery
      FROM unnest(words) AS asked (word)
      WHERE numnode(plainto_tsquery(recap_stems(language), word)) > 0)
  `);
}

/**
 * Texts that have the words. Left to itself the planner reads all of them: it counts the few pages of the table, and not the many that its
 * long texts lie in.
 */
async function createHits(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION recap_hits(languages text[], words text[]) RETURNS TABLE (recap_id uuid, language text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off AS $$
      SELECT t.recap_id, t.language
      FROM unnest(recap_hits.languages) AS l (language)
      JOIN recap_search_texts t ON t.vector @@ recap_query(l.language, recap_hits.words) AND t.language = l.language
    $$
  `);
}

async function createTrigger(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION keep_recap_found(changed uuid) RETURNS void LANGUAGE plpgsql AS $$
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
      CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', v.title || ' ' || t.words)) w
      WHERE t.recap_id = changed AND w.lexeme ~ '^[^[:digit:][:punct:][:space:]]{4,40}$'
      ORDER BY t.language, w.lexeme
      ON CONFLICT DO NOTHING;
    END $$
  `);
  await db.query(`
    CREATE FUNCTION recap_is_found() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM keep_recap_found(NEW.id);
      RETURN NULL;
    END $$
  `);
  // At the end of the transaction: in whatever order recap and revision are written, both are there.
  await db.query(`
    CREATE CONSTRAINT TRIGGER recaps_are_found
    AFTER INSERT OR UPDATE OF state, current_revision, published_on, series_id ON recaps
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.current_revision IS NOT NULL) EXECUTE FUNCTION recap_is_found()
  `);
  await db.query(`SELECT keep_recap_found(id) FROM recaps WHERE state = 'published'`);
}
