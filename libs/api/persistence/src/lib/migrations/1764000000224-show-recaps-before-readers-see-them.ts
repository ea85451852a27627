import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret addresses of the working copy. */
export class ShowRecapsBeforeReadersSeeThem1764000000224 implements MigrationInterface {
  name = 'ShowRecapsBeforeReadersSeeThem1764000000224';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_previews" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "recap_id" uuid NOT NULL,
        "token_hash" text NOT NULL,
        "created_by_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "revoked_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "pk_recap_previews" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_previews_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_previews_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_recap_previews_token_hash" ON "recap_previews" ("token_hash")`);
    await db.query(`CREATE INDEX "ix_recap_previews_recap_id" ON "recap_previews" ("recap_id")`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "recap_previews"`);
  }
}
