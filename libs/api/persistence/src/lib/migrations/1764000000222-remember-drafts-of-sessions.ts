import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a session got its recap's draft: once, however many workers there are. */
export class RememberDraftsOfSessions1764000000222 implements MigrationInterface {
  name = 'RememberDraftsOfSessions1764000000222';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "session_recap_drafts" (
        "session_id" uuid NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_session_recap_drafts" PRIMARY KEY ("session_id"),
        CONSTRAINT "fk_session_recap_drafts_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "session_recap_drafts"`);
  }
}
