import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for what is asked every minute (whose session is over) and under a session's lock (which of its news never went). */
export class LookUpEndedSessionsAndUnsentNews1764000000193 implements MigrationInterface {
  name = 'LookUpEndedSessionsAndUnsentNews1764000000193';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX "ix_sessions_ends_at" ON "sessions" ("ends_at")`);
    await db.query(`DROP INDEX "ix_outbox_messages_session_id"`);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_session_id" ON "outbox_messages" ("session_id") WHERE state IN ('queued','failed')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_outbox_messages_session_id"`);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_session_id" ON "outbox_messages" ("session_id") WHERE state = 'queued'`,
    );
    await db.query(`DROP INDEX "ix_sessions_ends_at"`);
  }
}
