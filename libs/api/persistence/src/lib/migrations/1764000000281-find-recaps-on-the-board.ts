import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board of thousands of recaps finds those of a state, those in the making, and words of a title, without looking at each. */
export class FindRecapsOnTheBoard1764000000281 implements MigrationInterface {
  name = 'FindRecapsOnTheBoard1764000000281';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX "ix_recaps_state" ON "recaps" ("state")`);
    await db.query(`
      CREATE INDEX "ix_recaps_open" ON "recaps" ("series_id") WHERE state NOT IN ('published', 'archived')
    `);
    await db.query(`
      CREATE INDEX "ix_recap_translations_title" ON "recap_translations" USING gin ((lower(title)) gin_trgm_ops)
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_recap_translations_title"`);
    await db.query(`DROP INDEX "ix_recaps_open"`);
    await db.query(`DROP INDEX "ix_recaps_state"`);
  }
}
