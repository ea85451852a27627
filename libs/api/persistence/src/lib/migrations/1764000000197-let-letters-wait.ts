import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter to hundreds goes after the mails that somebody is waiting for. */
export class LetLettersWait1764000000197 implements MigrationInterface {
  name = 'LetLettersWait1764000000197';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "outbox_messages" ADD "can_wait" boolean NOT NULL DEFAULT false`);
    await db.query(
      `UPDATE "outbox_messages" SET "can_wait" = true
       WHERE state IN ('queued','sending') AND template IN ('thanks','recap-published','organiser-message')`,
    );
    await db.query(`DROP INDEX "ix_outbox_messages_due"`);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_due" ON "outbox_messages" ("can_wait", "not_before") WHERE state IN ('queued','sending')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_outbox_messages_due"`);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_due" ON "outbox_messages" ("not_before") WHERE state IN ('queued','sending')`,
    );
    await db.query(`ALTER TABLE "outbox_messages" DROP COLUMN "can_wait"`);
  }
}
