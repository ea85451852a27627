import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is handed out after a session: recordings, slides, documents, links; for everybody or for those who are registered. */
export class HandOutMaterials1764000000160 implements MigrationInterface {
  name = 'HandOutMaterials1764000000160';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "materials" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "session_id" uuid NOT NULL,
        "position" integer NOT NULL,
        "kind" text NOT NULL,
        "audience" text NOT NULL,
        "titles" jsonb NOT NULL,
        "url" text,
        "file_name" text,
        "mime_type" text,
        "byte_size" integer,
        "sha256" text,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_materials_source" CHECK (num_nonnulls(url, file_name) = 1 AND num_nonnulls(file_name, mime_type, byte_size, sha256) IN (0, 4)),
        CONSTRAINT "ck_materials_audience" CHECK (audience IN ('public','registered')),
        CONSTRAINT "ck_materials_kind" CHECK (kind IN ('recording','slides','document','link')),
        CONSTRAINT "pk_materials" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_materials_session_id" ON "materials" ("session_id", "position")`);
    await db.query(
      `ALTER TABLE "materials" ADD CONSTRAINT "fk_materials_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "materials"`);
  }
}
