import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisers write to participants, and what became of it for each of them. */
export class WriteToParticipants1764000000152 implements MigrationInterface {
  name = 'WriteToParticipants1764000000152';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "messages" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid,
        "session_id" uuid,
        "state" text NOT NULL DEFAULT 'draft',
        "kind" text NOT NULL DEFAULT 'place',
        "selection" jsonb NOT NULL,
        "texts" jsonb NOT NULL DEFAULT '{}',
        "created_by_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "started_at" TIMESTAMP WITH TIME ZONE,
        "finished_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "ck_messages_kind" CHECK (kind IN ('place','news')),
        CONSTRAINT "ck_messages_state" CHECK (state IN ('draft','sending','paused','sent')),
        CONSTRAINT "ck_messages_owner" CHECK (num_nonnulls(series_id, session_id) = 1),
        CONSTRAINT "pk_messages" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_messages_sending" ON "messages" ("started_at") WHERE state = 'sending'`);
    await db.query(`CREATE INDEX "ix_messages_session_id" ON "messages" ("session_id", "created_at")`);
    await db.query(`CREATE INDEX "ix_messages_series_id" ON "messages" ("series_id", "created_at")`);
    await db.query(`
      CREATE TABLE "message_recipients" (
        "message_id" uuid NOT NULL,
        "participant_id" uuid NOT NULL,
        "position" integer NOT NULL,
        "registration_ids" uuid array NOT NULL,
        "outcome" text NOT NULL DEFAULT 'waiting',
        "left_out_reason" text,
        "outbox_id" uuid,
        "bounced_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "ck_message_recipients_left_out" CHECK ((outcome = 'left-out') = (left_out_reason IS NOT NULL)),
        CONSTRAINT "ck_message_recipients_outcome" CHECK (outcome IN ('waiting','written','left-out')),
        CONSTRAINT "pk_message_recipients" PRIMARY KEY ("message_id", "participant_id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_message_recipients_outbox_id" ON "message_recipients" ("outbox_id") WHERE outbox_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX "ix_message_recipients_participant_id" ON "message_recipients" ("participant_id")`,
    );
    await db.query(
      `CREATE INDEX "ix_message_recipients_waiting" ON "message_recipients" ("message_id", "position") WHERE outcome = 'waiting'`,
    );
    const keys = [
      ['messages', 'series_id', 'series', 'CASCADE'],
      ['messages', 'session_id', 'sessions', 'CASCADE'],
      ['messages', 'created_by_id', 'staff_accounts', 'SET NULL'],
      ['message_recipients', 'message_id', 'messages', 'CASCADE'],
      ['message_recipients', 'participant_id', 'participants', 'CASCADE'],
      ['message_recipients', 'outbox_id', 'outbox_messages', 'SET NULL'],
    ];
    for (const [table, column, other, action] of keys) {
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_${column}" FOREIGN KEY ("${column}") REFERENCES "${other}"("id") ON DELETE ${action} ON UPDATE NO ACTION`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "message_recipients"`);
    await db.query(`DROP TABLE "messages"`);
  }
}
