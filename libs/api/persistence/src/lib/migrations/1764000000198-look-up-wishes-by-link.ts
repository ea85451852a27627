import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail that answers a form lists what its link confirms; and a link that is dropped looks for its wishes. */
export class LookUpWishesByLink1764000000198 implements MigrationInterface {
  name = 'LookUpWishesByLink1764000000198';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "ix_registrations_confirm_link_id" ON "registrations" ("confirm_link_id") WHERE confirm_link_id IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_registrations_confirm_link_id"`);
  }
}
