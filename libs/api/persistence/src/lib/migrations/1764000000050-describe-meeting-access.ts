import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose meeting it is, how one gets in by telephone, what hosts should know, and when the door opens. */
export class DescribeMeetingAccess1764000000050 implements MigrationInterface {
  name = 'DescribeMeetingAccess1764000000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "sessions"
        ADD "meeting_provider" text,
        ADD "meeting_number" text NOT NULL DEFAULT '',
        ADD "meeting_dial_in" jsonb NOT NULL DEFAULT '[]',
        ADD "meeting_host_notes" text NOT NULL DEFAULT '',
        ADD "meeting_account" text NOT NULL DEFAULT '',
        ADD "meeting_opens_before" integer NOT NULL DEFAULT '15',
        ADD CONSTRAINT "ck_sessions_meeting_provider" CHECK (meeting_provider IN ('zoom','teams','webex','bigbluebutton','jitsi','other')),
        ADD CONSTRAINT "ck_sessions_meeting_opens_before" CHECK (meeting_opens_before BETWEEN 0 AND 1440)
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "sessions"
        DROP CONSTRAINT "ck_sessions_meeting_opens_before",
        DROP CONSTRAINT "ck_sessions_meeting_provider",
        DROP "meeting_opens_before",
        DROP "meeting_account",
        DROP "meeting_host_notes",
        DROP "meeting_dial_in",
        DROP "meeting_number",
        DROP "meeting_provider"
    `);
  }
}
