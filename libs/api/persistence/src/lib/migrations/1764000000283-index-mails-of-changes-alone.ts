import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nearly no mail is about a change of a session, and each that is written wrote into that index too. */
export class IndexMailsOfChangesAlone1764000000283 implements MigrationInterface {
  name = 'IndexMailsOfChangesAlone1764000000283';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_outbox_messages_change_id"`);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_change_id" ON "outbox_messages" ("change_id") WHERE change_id IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_outbox_messages_change_id"`);
    await db.query(`CREATE INDEX "ix_outbox_messages_change_id" ON "outbox_messages" ("change_id")`);
  }
}
