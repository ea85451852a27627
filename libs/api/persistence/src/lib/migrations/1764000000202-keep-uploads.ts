import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way into the library, so that they go on where a connection broke. */
export class KeepUploads1764000000202 implements MigrationInterface {
  name = 'KeepUploads1764000000202';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "media_uploads" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "staff_id" uuid NOT NULL,
        "file_name" text NOT NULL,
        "byte_size" integer NOT NULL,
        "received" integer NOT NULL DEFAULT '0',
        "chunks" integer array NOT NULL DEFAULT '{}',
        "media_id" uuid,
        "touched_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_media_uploads_received" CHECK (received BETWEEN 0 AND byte_size),
        CONSTRAINT "pk_media_uploads" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_media_uploads_touched_at" ON "media_uploads" ("touched_at")`);
    await db.query(
      `ALTER TABLE "media_uploads" ADD CONSTRAINT "fk_media_uploads_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "media_uploads"`);
  }
}
