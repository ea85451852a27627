import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the organiser's table filters by. Registering is the hottest write of all, so the filters that tell little (country,
 * language, origin, the day) share one index within a session; only what is rare or typed has one of its own.
 */
export class FindRegistrationsByEveryFilter1764000000140 implements MigrationInterface {
  name = 'FindRegistrationsByEveryFilter1764000000140';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "ix_registrations_desk" ON "registrations" ("session_id", "created_at", "country", "language", "origin")`,
    );
    await db.query(
      `CREATE INDEX "ix_registrations_accessibility" ON "registrations" ("session_id") WHERE accessibility_needs <> ''`,
    );
    await db.query(`
      CREATE INDEX "ix_registrations_words" ON "registrations"
      USING gin (folded(name || ' ' || organisation || ' ' || job_position || ' ' || city) gin_trgm_ops)
    `);
    await db.query(
      `CREATE INDEX "ix_participants_email_parts" ON "participants" USING gin ("email_key" gin_trgm_ops)`,
    );
    // Long answers are read, never looked up.
    await db.query(`
      CREATE INDEX "ix_answers_chosen" ON "answers" USING gin ("value" jsonb_path_ops)
      WHERE asked ->> 'kind' IN ('choice', 'many', 'country', 'consent')
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_answers_chosen"`);
    await db.query(`DROP INDEX "ix_participants_email_parts"`);
    await db.query(`DROP INDEX "ix_registrations_words"`);
    await db.query(`DROP INDEX "ix_registrations_accessibility"`);
    await db.query(`DROP INDEX "ix_registrations_desk"`);
  }
}
