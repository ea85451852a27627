import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day leads back to whoever was seen to answer on it: anonymous feedback keeps none, nor does that of erased people. */
export class ForgetDaysOfAnonymousFeedback1764000000194 implements MigrationInterface {
  name = 'ForgetDaysOfAnonymousFeedback1764000000194';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "feedback" ALTER "given_on" DROP NOT NULL`);
    await db.query(`UPDATE feedback SET given_on = NULL WHERE registration_id IS NULL`);
    await db.query(
      `ALTER TABLE "feedback" ADD CONSTRAINT "ck_feedback_day" CHECK (key_hash IS NULL OR given_on IS NULL)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "feedback" DROP CONSTRAINT "ck_feedback_day"`);
    // What was forgotten does not come back: the session's own day says nothing about anybody.
    await db.query(
      `UPDATE feedback f SET given_on = s.ends_at::date FROM sessions s WHERE s.id = f.session_id AND f.given_on IS NULL`,
    );
    await db.query(`ALTER TABLE "feedback" ALTER "given_on" SET NOT NULL`);
  }
}
