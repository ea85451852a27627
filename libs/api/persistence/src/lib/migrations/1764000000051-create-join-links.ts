import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address of one's own to join a session at; it stays the same when the meeting's link changes. */
export class CreateJoinLinks1764000000051 implements MigrationInterface {
  name = 'CreateJoinLinks1764000000051';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "join_links" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "registration_id" uuid,
        "speaker_id" uuid,
        "token_hash" text NOT NULL,
        "sealed_token" text NOT NULL,
        "is_current" boolean NOT NULL DEFAULT true,
        "told_starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_join_links_holder" CHECK (num_nonnulls(registration_id, speaker_id) = 1),
        CONSTRAINT "pk_join_links" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_join_links_speaker_id" ON "join_links" ("speaker_id")`);
    await db.query(`CREATE INDEX "ix_join_links_registration_id" ON "join_links" ("registration_id")`);
    await db.query(
      `CREATE UNIQUE INDEX "uq_join_links_session_id_speaker_id" ON "join_links" ("session_id", "speaker_id") WHERE is_current`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_join_links_registration_id" ON "join_links" ("registration_id") WHERE is_current`,
    );
    await db.query(`CREATE UNIQUE INDEX "uq_join_links_token_hash" ON "join_links" ("token_hash")`);
    await db.query(
      `ALTER TABLE "join_links" ADD CONSTRAINT "fk_join_links_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "join_links" ADD CONSTRAINT "fk_join_links_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "join_links" ADD CONSTRAINT "fk_join_links_speaker_id" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "join_links"`);
  }
}
