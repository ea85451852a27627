import type { MigrationInterface, QueryRunner } from 'typeorm';

const trigger = (told: string) => `
  CREATE TRIGGER audit_entries_tell_programme_change AFTER INSERT ON audit_entries
  FOR EACH ROW WHEN (${told})
  EXECUTE FUNCTION tell_programme_change()`;

/**
 * A transaction that notifies holds one lock of the whole server until its commit is on the disk. With people registering that
 * made all their commits wait for each other: a quarter of what they reach without. So the process tells of what participants do,
 * after the commit and gathered (AuditTrail); what staff do is still told by the database.
 */
export class TellRegistrationsAfterCommit1764000000180 implements MigrationInterface {
  name = 'TellRegistrationsAfterCommit1764000000180';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER audit_entries_tell_programme_change ON audit_entries`);
    await db.query(
      trigger(
        `NEW.subject IN ('series', 'session') OR (NEW.subject = 'registration' AND NEW.actor_kind = 'staff')`,
      ),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER audit_entries_tell_programme_change ON audit_entries`);
    await db.query(trigger(`NEW.subject IN ('series', 'session', 'registration')`));
  }
}
