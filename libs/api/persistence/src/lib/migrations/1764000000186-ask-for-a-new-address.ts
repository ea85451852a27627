import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody known asks to be written to at another address: answered before anybody looks whose it is, as for a lost link. */
export class AskForANewAddress1764000000186 implements MigrationInterface {
  name = 'AskForANewAddress1764000000186';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "link_requests" ADD "participant_id" uuid`);
    await db.query(`ALTER TABLE "link_requests" ADD "new_email" text`);
    await db.query(
      `ALTER TABLE "link_requests" ADD CONSTRAINT "ck_link_requests_new_email" CHECK ((participant_id IS NULL) = (new_email IS NULL))`,
    );
    await db.query(
      `ALTER TABLE "link_requests" ADD CONSTRAINT "fk_link_requests_participant_id" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM "link_requests" WHERE participant_id IS NOT NULL`);
    await db.query(`ALTER TABLE "link_requests" DROP CONSTRAINT "fk_link_requests_participant_id"`);
    await db.query(`ALTER TABLE "link_requests" DROP CONSTRAINT "ck_link_requests_new_email"`);
    await db.query(`ALTER TABLE "link_requests" DROP COLUMN "new_email"`);
    await db.query(`ALTER TABLE "link_requests" DROP COLUMN "participant_id"`);
  }
}
