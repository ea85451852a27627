import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a worker makes of an image, and how far it is. Images from before stay as they are and get the rest as soon as a worker
 * starts: their recipe is none.
 */
export class PrepareImagesInAWorker1764000000200 implements MigrationInterface {
  name = 'PrepareImagesInAWorker1764000000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "media"
        ADD "state" text NOT NULL DEFAULT 'ready',
        ADD "failure" text,
        ADD "source" text NOT NULL DEFAULT '',
        ADD "formats" text array NOT NULL DEFAULT '{webp,jpeg}',
        ADD "recipe" integer NOT NULL DEFAULT '0',
        ADD "placeholder" text NOT NULL DEFAULT '',
        ADD "focus_x" integer NOT NULL DEFAULT '50',
        ADD "focus_y" integer NOT NULL DEFAULT '50',
        ADD "focus_edition" integer NOT NULL DEFAULT '1',
        ADD "crops" jsonb,
        ADD "crops_edition" integer NOT NULL DEFAULT '0',
        ADD "is_due" boolean NOT NULL DEFAULT false,
        ADD "claimed_until" TIMESTAMP WITH TIME ZONE,
        ADD "attempts" integer NOT NULL DEFAULT '0',
        ADD CONSTRAINT "ck_media_state" CHECK (state IN ('preparing','ready','failed')),
        ADD CONSTRAINT "ck_media_failure" CHECK ((state = 'failed') = (failure IS NOT NULL)),
        ADD CONSTRAINT "ck_media_focus" CHECK (focus_x BETWEEN 0 AND 100 AND focus_y BETWEEN 0 AND 100)
    `);
    await db.query(
      `CREATE INDEX "ix_media_due" ON "media" ("state", "recipe" DESC, "uploaded_at") WHERE is_due OR state <> 'ready'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_media_due"`);
    await db.query(`
      ALTER TABLE "media"
        DROP "state", DROP "failure", DROP "source", DROP "formats", DROP "recipe", DROP "placeholder", DROP "focus_x",
        DROP "focus_y", DROP "focus_edition", DROP "crops", DROP "crops_edition", DROP "is_due", DROP "claimed_until", DROP "attempts"
    `);
  }
}
