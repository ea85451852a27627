import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One directory over all series: searched through an index, entries for one person found and merged without losing any. */
export class FindAndMergeSpeakers1764000000101 implements MigrationInterface {
  name = 'FindAndMergeSpeakers1764000000101';

  async up(db: QueryRunner): Promise<void> {
    // Trusted since PostgreSQL 13: the database's owner may add it.
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    // Letters without their marks, and German umlauts however they are written: Müller, Mueller and Muller are one.
    await db.query(`
      CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN replace(replace(replace(replace(
        translate(regexp_replace(normalize(lower(words), NFD), '[\\u0300-\\u036f]', '', 'g'), 'øłđðıþ', 'olddit'),
        'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
    `);
    // "Müller, Dr. Anna" and "Anna Mueller" differ in order and courtesy only; the title stands in a column of its own.
    await db.query(`
      CREATE FUNCTION person_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN (
        SELECT coalesce(string_agg(part, ' ' ORDER BY part), '')
        FROM regexp_split_to_table(regexp_replace(folded(name), '\\m(dr|prof)\\M', '', 'g'), '[^[:alnum:]]+') AS part
        WHERE part <> '')
    `);
    await db.query(
      `CREATE INDEX "ix_speakers_search" ON "speakers" USING gin ((folded(name)) gin_trgm_ops, (folded(city)) gin_trgm_ops)`,
    );
    await db.query(`CREATE INDEX "ix_speakers_person_key" ON "speakers" ((person_key(name)))`);
    await db.query(`CREATE INDEX "ix_speakers_email_key" ON "speakers" ((lower(email)))`);
    await db.query(
      `CREATE INDEX "ix_speaker_translations_organisation" ON "speaker_translations" USING gin ((folded(organisation)) gin_trgm_ops)`,
    );
    await db.query(`CREATE INDEX "ix_speakers_country" ON "speakers" ("country")`);
    await db.query(`
      ALTER TABLE "speakers"
        ADD "merged_into" uuid,
        ADD CONSTRAINT "ck_speakers_merged_into" CHECK (merged_into <> id),
        ADD CONSTRAINT "fk_speakers_merged_into" FOREIGN KEY ("merged_into")
          REFERENCES "speakers"("id") ON DELETE CASCADE ON UPDATE NO ACTION
    `);
    await db.query(`CREATE INDEX "ix_speakers_merged_into" ON "speakers" ("merged_into")`);
    await db.query(`
      CREATE TABLE "speaker_merges" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "kept_id" uuid NOT NULL,
        "absorbed_id" uuid NOT NULL,
        "contribution_ids" uuid array NOT NULL,
        "filled" text array NOT NULL,
        "merged_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "pk_speaker_merges" PRIMARY KEY ("id"),
        CONSTRAINT "fk_speaker_merges_kept_id" FOREIGN KEY ("kept_id")
          REFERENCES "speakers"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_speaker_merges_absorbed_id" FOREIGN KEY ("absorbed_id")
          REFERENCES "speakers"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
    // A session saved while two entries are merged still names the entry that went: the lock waits for the merge and then knows.
    await db.query(`
      CREATE FUNCTION contribution_of_the_entry_that_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE survivor uuid;
      BEGIN
        SELECT merged_into INTO survivor FROM speakers WHERE id = NEW.speaker_id FOR KEY SHARE;
        NEW.speaker_id := coalesce(survivor, NEW.speaker_id);
        RETURN NEW;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER contributions_follow_merges BEFORE INSERT OR UPDATE OF speaker_id ON contributions
      FOR EACH ROW WHEN (NEW.speaker_id IS NOT NULL) EXECUTE FUNCTION contribution_of_the_entry_that_goes_on()
    `);
    await db.query(`CREATE INDEX "ix_speaker_merges_kept_id" ON "speaker_merges" ("kept_id")`);
    await db.query(`CREATE UNIQUE INDEX "uq_speaker_merges_absorbed_id" ON "speaker_merges" ("absorbed_id")`);
  }

  /** pg_trgm stays: dropping what others may use by now is not this migration's to do. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER contributions_follow_merges ON contributions`);
    await db.query(`DROP FUNCTION contribution_of_the_entry_that_goes_on()`);
    await db.query(`DROP TABLE "speaker_merges"`);
    await db.query(`DROP INDEX "ix_speakers_merged_into"`);
    await db.query(`
      ALTER TABLE "speakers"
        DROP CONSTRAINT "fk_speakers_merged_into", DROP CONSTRAINT "ck_speakers_merged_into", DROP "merged_into"
    `);
    for (const index of ['country', 'email_key', 'person_key', 'search'])
      await db.query(`DROP INDEX "ix_speakers_${index}"`);
    await db.query(`DROP INDEX "ix_speaker_translations_organisation"`);
    await db.query(`DROP FUNCTION person_key(text)`);
    await db.query(`DROP FUNCTION folded(text)`);
  }
}
