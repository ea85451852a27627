import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which pictures stand in which text, of the working copy and of what was published: told by the text itself. */
export class ShowPicturesInTexts1764000000230 implements MigrationInterface {
  name = 'ShowPicturesInTexts1764000000230';

  async up(db: QueryRunner): Promise<void> {
    await createTable(db, 'recap_text_pictures', 'recap_id', 'recap_translations', 'CASCADE');
    await createTable(
      db,
      'recap_revision_pictures',
      'revision_id',
      'recap_revision_translations',
      'RESTRICT',
    );
    await db.query(`
      CREATE FUNCTION document_pictures(body jsonb) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE AS $$
        SELECT DISTINCT shown.id::uuid FROM (
          SELECT p.attrs ->> 'mediaId' FROM jsonb_path_query(body, 'strict $.** ? (@.type == "picture").attrs') p (attrs)
          UNION ALL
          SELECT id #>> '{}' FROM jsonb_path_query(body, 'strict $.** ? (@.type == "gallery").attrs.mediaIds[*]') g (id)
          UNION ALL
          SELECT v.attrs ->> 'posterId' FROM jsonb_path_query(body, 'strict $.** ? (@.type == "video").attrs') v (attrs)
        ) shown (id) WHERE shown.id IS NOT NULL
      $$
    `);
    await db.query(`
      CREATE FUNCTION note_recap_text_pictures() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM recap_text_pictures p WHERE p.recap_id = NEW.recap_id AND p.language = NEW.language;
        INSERT INTO recap_text_pictures (recap_id, language, media_id)
        SELECT NEW.recap_id, NEW.language, id FROM document_pictures(NEW.body) id;
        RETURN NULL;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER recap_translations_note_pictures AFTER INSERT OR UPDATE OF body ON recap_translations
      FOR EACH ROW EXECUTE FUNCTION note_recap_text_pictures()
    `);
    await db.query(`
      CREATE FUNCTION note_recap_revision_pictures() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO recap_revision_pictures (revision_id, language, media_id)
        SELECT NEW.revision_id, NEW.language, id FROM document_pictures(NEW.body) id;
        RETURN NULL;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER recap_revision_translations_note_pictures AFTER INSERT ON recap_revision_translations
      FOR EACH ROW EXECUTE FUNCTION note_recap_revision_pictures()
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER recap_revision_translations_note_pictures ON recap_revision_translations`);
    await db.query(`DROP FUNCTION note_recap_revision_pictures`);
    await db.query(`DROP TRIGGER recap_translations_note_pictures ON recap_translations`);
    await db.query(`DROP FUNCTION note_recap_text_pictures`);
    await db.query(`DROP FUNCTION document_pictures`);
    await db.query(`DROP TABLE "recap_revision_pictures"`);
    await db.query(`DROP TABLE "recap_text_pictures"`);
  }
}

async function createTable(
  db: QueryRunner,
  table: string,
  owner: string,
  texts: string,
  onDelete: 'CASCADE' | 'RESTRICT',
): Promise<void> {
  await db.query(`
    CREATE TABLE "${table}" (
      "${owner}" uuid NOT NULL,
      "language" text NOT NULL,
      "media_id" uuid NOT NULL,
      CONSTRAINT "pk_${table}" PRIMARY KEY ("${owner}", "language", "media_id")
    )
  `);
  await db.query(`CREATE INDEX "ix_${table}_media_id" ON "${table}" ("media_id")`);
  await db.query(
    `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_${owner}_language" FOREIGN KEY ("${owner}", "language")
     REFERENCES "${texts}"("${owner}", "language") ON DELETE ${onDelete} ON UPDATE NO ACTION`,
  );
  await db.query(
    `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_media_id" FOREIGN KEY ("media_id")
     REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  );
}
