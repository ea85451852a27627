import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that were made before show every number, and say so. */
export class HideSmallInReports1764000000304 implements MigrationInterface {
  name = 'HideSmallInReports1764000000304';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "funder_reports" ADD "hides_small" boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "funder_reports" DROP COLUMN "hides_small"`);
  }
}
