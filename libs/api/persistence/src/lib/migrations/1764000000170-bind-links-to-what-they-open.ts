import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADDED = {
  registration_id: 'uuid',
  new_email: 'text',
  sealed_token: 'text',
};

/**
 * Links that give up one place with one click, that prove a new address, and that a calendar subscribes to. The last is shown again
 * on every visit, so its token is kept, sealed under the installation's secret.
 */
export class BindLinksToWhatTheyOpen1764000000170 implements MigrationInterface {
  name = 'BindLinksToWhatTheyOpen1764000000170';

  async up(db: QueryRunner): Promise<void> {
    for (const [column, type] of Object.entries(ADDED))
      await db.query(`ALTER TABLE "participant_links" ADD "${column}" ${type}`);
    await db.query(`ALTER TABLE "participant_links" DROP CONSTRAINT "ck_participant_links_purpose"`);
    await db.query(
      `ALTER TABLE "participant_links" ADD CONSTRAINT "ck_participant_links_purpose" CHECK (purpose IN ('confirm','manage','release','email','calendar'))`,
    );
    await db.query(
      `ALTER TABLE "participant_links" ADD CONSTRAINT "ck_participant_links_of" CHECK ((purpose = 'release') = (registration_id IS NOT NULL) AND (purpose = 'email') = (new_email IS NOT NULL) AND (purpose = 'calendar') = (sealed_token IS NOT NULL))`,
    );
    await db.query(
      `CREATE INDEX "ix_participant_links_registration_id" ON "participant_links" ("registration_id") WHERE registration_id IS NOT NULL`,
    );
    await db.query(
      `ALTER TABLE "participant_links" ADD CONSTRAINT "fk_participant_links_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM "participant_links" WHERE purpose NOT IN ('confirm','manage')`);
    await db.query(`DROP INDEX "ix_participant_links_registration_id"`);
    await db.query(`ALTER TABLE "participant_links" DROP CONSTRAINT "ck_participant_links_of"`);
    await db.query(`ALTER TABLE "participant_links" DROP CONSTRAINT "ck_participant_links_purpose"`);
    await db.query(
      `ALTER TABLE "participant_links" ADD CONSTRAINT "ck_participant_links_purpose" CHECK (purpose IN ('confirm','manage'))`,
    );
    for (const column of Object.keys(ADDED).reverse())
      await db.query(`ALTER TABLE "participant_links" DROP COLUMN "${column}"`);
  }
}
