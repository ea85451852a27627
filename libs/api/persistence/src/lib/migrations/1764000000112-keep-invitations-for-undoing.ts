import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Undoing a change that took a part away, or gave it to somebody else, puts back what its speaker had been asked and had said. */
export class KeepInvitationsForUndoing1764000000112 implements MigrationInterface {
  name = 'KeepInvitationsForUndoing1764000000112';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "session_changes" ADD "invitations_before" jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "session_changes" DROP "invitations_before"`);
  }
}
