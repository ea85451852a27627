import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may be done with an image, whether the people shown agreed, and what its file said about it. */
export class AskForRights1764000000201 implements MigrationInterface {
  name = 'AskForRights1764000000201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "media"
        ADD "licence_url" text NOT NULL DEFAULT '',
        ADD "consent" text NOT NULL DEFAULT 'open',
        ADD "consent_note" text NOT NULL DEFAULT '',
        ADD "suggestions" jsonb,
        ADD CONSTRAINT "ck_media_consent" CHECK (consent IN ('open','agreed','not-needed'))
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "media" DROP "licence_url", DROP "consent", DROP "consent_note", DROP "suggestions"
    `);
  }
}
