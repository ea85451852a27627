import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pressed "Join": a hint of attendance beside the counts, never one of them. */
export class CreateJoinHints1764000000052 implements MigrationInterface {
  name = 'CreateJoinHints1764000000052';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "join_hints" (
        "registration_id" uuid NOT NULL,
        "session_id" uuid NOT NULL,
        "first_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "last_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "presses" integer NOT NULL,
        CONSTRAINT "ck_join_hints_presses" CHECK (presses > 0 AND last_at >= first_at),
        CONSTRAINT "pk_join_hints" PRIMARY KEY ("registration_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_join_hints_session_id" ON "join_hints" ("session_id")`);
    await db.query(
      `ALTER TABLE "join_hints" ADD CONSTRAINT "fk_join_hints_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "join_hints" ADD CONSTRAINT "fk_join_hints_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "join_hints"`);
  }
}
