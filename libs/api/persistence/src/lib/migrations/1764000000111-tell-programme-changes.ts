import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every change is written to the audit log in its transaction, so the log is where open views are told from: at commit, to all
 * processes, in ids only.
 */
export class TellProgrammeChanges1764000000111 implements MigrationInterface {
  name = 'TellProgrammeChanges1764000000111';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION tell_programme_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        changed_session uuid;
      BEGIN
        IF NEW.subject = 'session' THEN
          changed_session := NEW.subject_id;
        ELSIF NEW.subject = 'registration' THEN
          SELECT r.session_id INTO changed_session FROM registrations r WHERE r.id = NEW.subject_id;
        END IF;
        PERFORM pg_notify('reihe_programme', json_build_object(
          'sessionId', changed_session,
          'seriesId', CASE WHEN NEW.subject = 'series' THEN NEW.subject_id END,
          'staffId', CASE WHEN NEW.actor_kind = 'staff' THEN NEW.actor_id END
        )::text);
        RETURN NULL;
      END
      $$
    `);
    await db.query(`
      CREATE TRIGGER audit_entries_tell_programme_change AFTER INSERT ON audit_entries
      FOR EACH ROW WHEN (NEW.subject IN ('series', 'session', 'registration'))
      EXECUTE FUNCTION tell_programme_change()
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER audit_entries_tell_programme_change ON audit_entries`);
    await db.query(`DROP FUNCTION tell_programme_change()`);
  }
}
