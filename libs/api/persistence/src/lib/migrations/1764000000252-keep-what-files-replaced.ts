import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a translation was before a file was taken into it, so that it can be gone back to. */
export class KeepWhatFilesReplaced1764000000252 implements MigrationInterface {
  name = 'KeepWhatFilesReplaced1764000000252';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_translation_imports" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "recap_id" uuid NOT NULL,
        "language" text NOT NULL,
        "file_name" text NOT NULL,
        "before" jsonb,
        "basis" jsonb NOT NULL,
        "after_fingerprint" text NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "created_by_id" uuid,
        "undone_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "pk_recap_translation_imports" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_translation_imports_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_translation_imports_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(`
      CREATE INDEX "ix_recap_translation_imports_recap_id" ON "recap_translation_imports" ("recap_id")
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "recap_translation_imports"`);
  }
}
