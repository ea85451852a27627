import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence that somebody was there: marked by hand, or found in a meeting's report. */
export class MarkAttendance1764000000161 implements MigrationInterface {
  name = 'MarkAttendance1764000000161';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "attendances" (
        "registration_id" uuid NOT NULL,
        "evidence" text NOT NULL,
        "recorded_by" uuid,
        "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_attendances_evidence" CHECK (evidence IN ('manual','imported')),
        CONSTRAINT "pk_attendances" PRIMARY KEY ("registration_id", "evidence")
      )
    `);
    await db.query(
      `ALTER TABLE "attendances" ADD CONSTRAINT "fk_attendances_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "attendances"`);
  }
}
