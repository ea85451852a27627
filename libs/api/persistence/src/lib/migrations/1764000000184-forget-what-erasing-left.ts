import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasing and expiring left answers, needs and reasons behind: they go, as they would today. There is no way back. */
export class ForgetWhatErasingLeft1764000000184 implements MigrationInterface {
  name = 'ForgetWhatErasingLeft1764000000184';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TEMPORARY TABLE forgotten ON COMMIT DROP AS
      SELECT r.id FROM registrations r JOIN participants p ON p.id = r.participant_id
      WHERE r.state = 'expired' OR p.erased_at IS NOT NULL
    `);
    await db.query(`DELETE FROM answers WHERE registration_id IN (SELECT id FROM forgotten)`);
    await db.query(`
      UPDATE registrations SET accessibility_needs = '', decision_reason = ''
      WHERE id IN (SELECT id FROM forgotten) AND (accessibility_needs <> '' OR decision_reason <> '')
    `);
    await db.query(`
      UPDATE participant_merges SET reason = ''
      WHERE EXISTS (SELECT FROM participants p WHERE p.id IN (kept_id, absorbed_id) AND p.erased_at IS NOT NULL)
    `);
    await db.query(`DROP TABLE forgotten`);
  }

  async down(): Promise<void> {
    // What was forgotten is in no table to be brought back from.
  }
}
