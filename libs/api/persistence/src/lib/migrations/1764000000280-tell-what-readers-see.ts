import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Processes keep pages that they rendered. What is on them beside series, sessions and registrations, of which the log tells already,
 * is told here: what is published, by whomever, and what staff change of all that recaps show.
 */
export class TellWhatReadersSee1764000000280 implements MigrationInterface {
  name = 'TellWhatReadersSee1764000000280';

  async up(db: QueryRunner): Promise<void> {
    // Without a payload: PostgreSQL tells the same thing once per transaction.
    await db.query(`
      CREATE FUNCTION tell_readers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('reihe_readers', '');
        RETURN NULL;
      END
      $$
    `);
    await db.query(`
      CREATE TRIGGER published_recaps_tell_readers AFTER INSERT OR UPDATE OR DELETE ON published_recaps
      FOR EACH STATEMENT EXECUTE FUNCTION tell_readers()
    `);
    await db.query(`
      CREATE TRIGGER audit_entries_tell_readers AFTER INSERT ON audit_entries
      FOR EACH ROW WHEN (NEW.subject IN ('media', 'category', 'region', 'speaker', 'count', 'setting'))
      EXECUTE FUNCTION tell_readers()
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER audit_entries_tell_readers ON audit_entries`);
    await db.query(`DROP TRIGGER published_recaps_tell_readers ON published_recaps`);
    await db.query(`DROP FUNCTION tell_readers()`);
  }
}
