import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the programme's views filter by: each filter alone finds its sessions by an index. */
export class FindSessionsByEveryFilter1764000000110 implements MigrationInterface {
  name = 'FindSessionsByEveryFilter1764000000110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await db.query(
      `CREATE INDEX "ix_sessions_time" ON "sessions" USING gist (tstzrange("starts_at", "ends_at"))`,
    );
    await db.query(`CREATE INDEX "ix_sessions_kind_starts_at" ON "sessions" ("kind", "starts_at")`);
    await db.query(`
      CREATE INDEX "ix_sessions_without_link" ON "sessions" ("ends_at")
      WHERE state = 'published' AND meeting_url = ''
    `);
    await db.query(`CREATE INDEX "ix_sessions_languages" ON "sessions" USING gin ("languages")`);
    await db.query(`CREATE INDEX "ix_sessions_interpretation" ON "sessions" USING gin ("interpretation")`);
    await db.query(`CREATE INDEX "ix_sessions_slug_parts" ON "sessions" USING gin ("slug" gin_trgm_ops)`);
    await db.query(`
      CREATE INDEX "ix_session_translations_title_parts" ON "session_translations" USING gin (lower("title") gin_trgm_ops)
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_session_translations_title_parts"`);
    await db.query(`DROP INDEX "ix_sessions_slug_parts"`);
    await db.query(`DROP INDEX "ix_sessions_interpretation"`);
    await db.query(`DROP INDEX "ix_sessions_languages"`);
    await db.query(`DROP INDEX "ix_sessions_without_link"`);
    await db.query(`DROP INDEX "ix_sessions_kind_starts_at"`);
    await db.query(`DROP INDEX "ix_sessions_time"`);
    // The extension stays: it may have been there before, and others may use it by now.
  }
}
