import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of sessions that can be undone for a while, and mails about them that wait until it is too late for that. */
export class HoldBackNews1764000000070 implements MigrationInterface {
  name = 'HoldBackNews1764000000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "session_changes" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "session_version" integer NOT NULL,
        "changed_by" uuid,
        "kinds" text array NOT NULL,
        "before" jsonb NOT NULL,
        "after" jsonb NOT NULL,
        "meeting_before" jsonb,
        "message_count" integer NOT NULL DEFAULT '0',
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
        "undo_until" TIMESTAMP WITH TIME ZONE NOT NULL,
        "undone_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "ck_session_changes_kinds" CHECK (kinds <@ ARRAY['moved','meeting','cancelled'] AND kinds <> '{}'),
        CONSTRAINT "pk_session_changes" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_session_changes_session_id" ON "session_changes" ("session_id", "created_at")`,
    );
    await db.query(
      `CREATE INDEX "ix_session_changes_meeting_before" ON "session_changes" ("undo_until") WHERE meeting_before IS NOT NULL`,
    );
    await db.query(
      `ALTER TABLE "session_changes" ADD CONSTRAINT "fk_session_changes_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session_changes" ADD CONSTRAINT "fk_session_changes_changed_by" FOREIGN KEY ("changed_by") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(`
      ALTER TABLE "outbox_messages"
        ADD "session_id" uuid, ADD "change_id" uuid, ADD "session_news" jsonb,
        ADD "send_after" TIMESTAMP WITH TIME ZONE,
        ALTER "created_at" SET DEFAULT clock_timestamp(),
        ADD CONSTRAINT "ck_outbox_messages_held" CHECK (send_after IS NULL OR not_before >= send_after),
        ADD CONSTRAINT "fk_outbox_messages_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE SET NULL ON UPDATE NO ACTION,
        ADD CONSTRAINT "fk_outbox_messages_change_id" FOREIGN KEY ("change_id") REFERENCES "session_changes"("id") ON DELETE SET NULL ON UPDATE NO ACTION
    `);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_session_id" ON "outbox_messages" ("session_id") WHERE state = 'queued'`,
    );
    await db.query(`CREATE INDEX "ix_outbox_messages_change_id" ON "outbox_messages" ("change_id")`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE "outbox_messages" DROP COLUMN "session_id", DROP COLUMN "change_id", DROP COLUMN "session_news", DROP COLUMN "send_after", ALTER "created_at" SET DEFAULT now()`,
    );
    await db.query(`DROP TABLE "session_changes"`);
  }
}
