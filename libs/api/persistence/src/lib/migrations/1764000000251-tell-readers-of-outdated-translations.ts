import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a translation that readers see is older than its original, as it was when it was published. */
export class TellReadersOfOutdatedTranslations1764000000251 implements MigrationInterface {
  name = 'TellReadersOfOutdatedTranslations1764000000251';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "recap_revision_translations" ADD "outdated_since" TIMESTAMP WITH TIME ZONE`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "recap_revision_translations" DROP COLUMN "outdated_since"`);
  }
}
