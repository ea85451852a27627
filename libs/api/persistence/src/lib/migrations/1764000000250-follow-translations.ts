import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each translation is, since when its original says something else, who wrote it and who looked it through. */
export class FollowTranslations1764000000250 implements MigrationInterface {
  name = 'FollowTranslations1764000000250';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "recap_translations"
        ADD "is_finished" boolean NOT NULL DEFAULT true,
        ADD "outdated_since" TIMESTAMP WITH TIME ZONE,
        ADD "writer_id" uuid,
        ADD "reviewed_by_id" uuid,
        ADD "reviewed_at" TIMESTAMP WITH TIME ZONE,
        ADD CONSTRAINT "fk_recap_translations_writer_id" FOREIGN KEY ("writer_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION,
        ADD CONSTRAINT "fk_recap_translations_reviewed_by_id" FOREIGN KEY ("reviewed_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION,
        ADD CONSTRAINT "ck_recap_translations_outdated" CHECK (outdated_since IS NULL OR is_finished),
        ADD CONSTRAINT "ck_recap_translations_reviewed" CHECK (reviewed_at IS NULL OR (is_finished AND outdated_since IS NULL)),
        ADD CONSTRAINT "ck_recap_translations_reviewer" CHECK (reviewed_by_id IS NULL OR reviewed_at IS NOT NULL)
    `);
    // What readers have by now they keep; how far it is is told anew with the next save. An approved text is not touched otherwise.
    await db.query(`ALTER TABLE "recap_translations" DISABLE TRIGGER approved_text_stays`);
    await db.query(`
      UPDATE recap_translations t SET outdated_since = source.changed_at
      FROM recaps c JOIN series y ON y.id = c.series_id
      JOIN recap_translations source ON source.recap_id = c.id AND source.language = y.default_language
      WHERE t.recap_id = c.id AND t.changed_at < source.changed_at
    `);
    await db.query(`ALTER TABLE "recap_translations" ENABLE TRIGGER approved_text_stays`);
    await db.query(`
      CREATE FUNCTION recap_text_state(
        language text, default_language text, is_finished boolean, outdated_since timestamptz, reviewed_at timestamptz
      ) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE
        WHEN language = default_language THEN 'original' WHEN NOT is_finished THEN 'in-progress'
        WHEN outdated_since IS NOT NULL THEN 'outdated' WHEN reviewed_at IS NOT NULL THEN 'reviewed'
        ELSE 'translated' END
    `);
    // Whoever changes the words: what was looked through is another text. Another picture in it is none.
    await db.query(`
      CREATE FUNCTION review_ends_with_the_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.reviewed_at := NULL;
        NEW.reviewed_by_id := NULL;
        RETURN NEW;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER review_ends_with_the_text BEFORE UPDATE OF title, lead, body ON recap_translations
      FOR EACH ROW WHEN (
        OLD.reviewed_at IS NOT NULL AND (
          (OLD.title, OLD.lead) IS DISTINCT FROM (NEW.title, NEW.lead)
          OR recap_body_words(OLD.body) IS DISTINCT FROM recap_body_words(NEW.body)))
      EXECUTE FUNCTION review_ends_with_the_text()
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER review_ends_with_the_text ON recap_translations`);
    await db.query(`DROP FUNCTION review_ends_with_the_text()`);
    await db.query(`DROP FUNCTION recap_text_state(text, text, boolean, timestamptz, timestamptz)`);
    await db.query(`
      ALTER TABLE "recap_translations"
        DROP CONSTRAINT "ck_recap_translations_reviewer",
        DROP CONSTRAINT "ck_recap_translations_reviewed",
        DROP CONSTRAINT "ck_recap_translations_outdated",
        DROP CONSTRAINT "fk_recap_translations_reviewed_by_id",
        DROP CONSTRAINT "fk_recap_translations_writer_id",
        DROP COLUMN "reviewed_at",
        DROP COLUMN "reviewed_by_id",
        DROP COLUMN "writer_id",
        DROP COLUMN "outdated_since",
        DROP COLUMN "is_finished"
    `);
  }
}
