import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Paragraph by paragraph what a translation is one of: so it is told which of them the original has changed since. */
export class RememberWhatWasTranslated1764000000231 implements MigrationInterface {
  name = 'RememberWhatWasTranslated1764000000231';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "recap_translations" ADD "basis" jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "recap_translations" DROP COLUMN "basis"`);
  }
}
