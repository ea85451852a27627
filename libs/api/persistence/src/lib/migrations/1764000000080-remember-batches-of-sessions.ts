import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A batch is made once however often its key comes in, and can be taken back as one. */
export class RememberBatchesOfSessions1764000000080 implements MigrationInterface {
  name = 'RememberBatchesOfSessions1764000000080';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "session_batches" (
        "id" uuid NOT NULL,
        "series_id" uuid NOT NULL,
        "fingerprint" text NOT NULL,
        "created_at" timestamp with time zone NOT NULL DEFAULT now(),
        CONSTRAINT "pk_session_batches" PRIMARY KEY ("id"),
        CONSTRAINT "fk_session_batches_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE
      )
    `);
    await db.query(`CREATE INDEX "ix_session_batches_series_id" ON "session_batches" ("series_id")`);
    await db.query(`
      CREATE TABLE "session_batch_members" (
        "batch_id" uuid NOT NULL,
        "session_id" uuid NOT NULL,
        CONSTRAINT "pk_session_batch_members" PRIMARY KEY ("batch_id", "session_id"),
        CONSTRAINT "fk_session_batch_members_batch_id" FOREIGN KEY ("batch_id") REFERENCES "session_batches"("id") ON DELETE CASCADE,
        CONSTRAINT "fk_session_batch_members_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_session_batch_members_session_id" ON "session_batch_members" ("session_id")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "session_batch_members"`);
    await db.query(`DROP TABLE "session_batches"`);
  }
}
