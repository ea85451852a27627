import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Feedback, and apart from it who gave any: an anonymous one names no registration, and neither table has a moment that would
 * say which belongs to which.
 */
export class CollectFeedback1764000000163 implements MigrationInterface {
  name = 'CollectFeedback1764000000163';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "feedback" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "registration_id" uuid,
        "key_hash" text,
        "rating" integer,
        "comment" text NOT NULL DEFAULT '',
        "answers" jsonb NOT NULL DEFAULT '[]',
        "given_on" date NOT NULL,
        CONSTRAINT "ck_feedback_giver" CHECK (registration_id IS NULL OR key_hash IS NULL),
        CONSTRAINT "ck_feedback_rating" CHECK (rating BETWEEN 1 AND 5),
        CONSTRAINT "pk_feedback" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_feedback_session_id" ON "feedback" ("session_id")`);
    await db.query(`CREATE UNIQUE INDEX "uq_feedback_registration_id" ON "feedback" ("registration_id")`);
    await db.query(`CREATE UNIQUE INDEX "uq_feedback_key_hash" ON "feedback" ("key_hash")`);
    await db.query(
      `ALTER TABLE "feedback" ADD CONSTRAINT "fk_feedback_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "feedback" ADD CONSTRAINT "fk_feedback_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(`
      CREATE TABLE "feedback_givers" (
        "registration_id" uuid NOT NULL,
        "is_anonymous" boolean NOT NULL,
        CONSTRAINT "pk_feedback_givers" PRIMARY KEY ("registration_id")
      )
    `);
    await db.query(
      `ALTER TABLE "feedback_givers" ADD CONSTRAINT "fk_feedback_givers_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "feedback_givers"`);
    await db.query(`DROP TABLE "feedback"`);
  }
}
