import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Participants, their mailed links, registrations, and mail waiting to be sent. */
export class CreateRegistrations1763900000004 implements MigrationInterface {
  name = 'CreateRegistrations1763900000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "participants" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "email" text,
        "email_key" text,
        "name" text NOT NULL DEFAULT '',
        "organisation" text NOT NULL DEFAULT '',
        "job_position" text NOT NULL DEFAULT '',
        "city" text NOT NULL DEFAULT '',
        "country" text,
        "language" text NOT NULL,
        "time_zone" text NOT NULL,
        "verified_at" TIMESTAMP WITH TIME ZONE,
        "erased_at" TIMESTAMP WITH TIME ZONE,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_participants_erased" CHECK (erased_at IS NULL OR (email IS NULL AND email_key IS NULL AND name = '')),
        CONSTRAINT "ck_participants_email_key" CHECK (email_key = lower(email_key)),
        CONSTRAINT "pk_participants" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_participants_email_key" ON "participants" ("email_key")`);
    await db.query(`
      CREATE TABLE "participant_links" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "participant_id" uuid NOT NULL,
        "purpose" text NOT NULL,
        "token_hash" text NOT NULL,
        "expires_at" TIMESTAMP WITH TIME ZONE,
        "used_at" TIMESTAMP WITH TIME ZONE,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_participant_links_purpose" CHECK (purpose IN ('confirm','manage')),
        CONSTRAINT "pk_participant_links" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_participant_links_participant_id" ON "participant_links" ("participant_id")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_participant_links_token_hash" ON "participant_links" ("token_hash")`,
    );
    await db.query(`
      CREATE TABLE "registrations" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "session_id" uuid NOT NULL,
        "participant_id" uuid NOT NULL,
        "state" text NOT NULL DEFAULT 'unverified',
        "queue_number" bigint,
        "confirm_link_id" uuid,
        "name" text NOT NULL DEFAULT '',
        "organisation" text NOT NULL DEFAULT '',
        "job_position" text NOT NULL DEFAULT '',
        "city" text NOT NULL DEFAULT '',
        "country" text,
        "language" text NOT NULL,
        "time_zone" text NOT NULL,
        "privacy_notice" text NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "confirmed_at" TIMESTAMP WITH TIME ZONE,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "ck_registrations_queue" CHECK ((state = 'waitlisted') = (queue_number IS NOT NULL)),
        CONSTRAINT "ck_registrations_state" CHECK (state IN ('unverified','awaiting-approval','confirmed','waitlisted','declined','cancelled','expired')),
        CONSTRAINT "pk_registrations" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_registrations_unverified" ON "registrations" ("created_at") WHERE state = 'unverified'`,
    );
    await db.query(`CREATE INDEX "ix_registrations_participant_id" ON "registrations" ("participant_id")`);
    await db.query(
      `CREATE INDEX "ix_registrations_waiting" ON "registrations" ("session_id", "queue_number") WHERE state = 'waitlisted'`,
    );
    await db.query(
      `CREATE INDEX "ix_registrations_session_id_state" ON "registrations" ("session_id", "state")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_registrations_live" ON "registrations" ("session_id", "participant_id") WHERE state IN ('unverified','awaiting-approval','confirmed','waitlisted')`,
    );
    await db.query(`
      CREATE TABLE "outbox_messages" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "message_id" text NOT NULL,
        "template" text NOT NULL,
        "language" text NOT NULL,
        "to_address" text NOT NULL,
        "to_name" text NOT NULL DEFAULT '',
        "subject" text NOT NULL,
        "text" text NOT NULL,
        "html" text NOT NULL,
        "calendar" text,
        "calendar_method" text,
        "participant_id" uuid,
        "state" text NOT NULL DEFAULT 'queued',
        "attempts" integer NOT NULL DEFAULT '0',
        "not_before" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "claimed_at" TIMESTAMP WITH TIME ZONE,
        "sent_at" TIMESTAMP WITH TIME ZONE,
        "last_error" text,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_outbox_messages_state" CHECK (state IN ('queued','sending','sent','failed')),
        CONSTRAINT "pk_outbox_messages" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_participant_id" ON "outbox_messages" ("participant_id")`,
    );
    await db.query(`CREATE INDEX "ix_outbox_messages_created_at" ON "outbox_messages" ("created_at")`);
    await db.query(
      `CREATE INDEX "ix_outbox_messages_due" ON "outbox_messages" ("not_before") WHERE state IN ('queued','sending')`,
    );
    await db.query(`CREATE UNIQUE INDEX "uq_outbox_messages_message_id" ON "outbox_messages" ("message_id")`);
    await db.query(
      `ALTER TABLE "participant_links" ADD CONSTRAINT "fk_participant_links_participant_id" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "registrations" ADD CONSTRAINT "fk_registrations_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "registrations" ADD CONSTRAINT "fk_registrations_participant_id" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "registrations" ADD CONSTRAINT "fk_registrations_confirm_link_id" FOREIGN KEY ("confirm_link_id") REFERENCES "participant_links"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "outbox_messages" ADD CONSTRAINT "fk_outbox_messages_participant_id" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "outbox_messages"`);
    await db.query(`DROP TABLE "registrations"`);
    await db.query(`DROP TABLE "participant_links"`);
    await db.query(`DROP TABLE "participants"`);
  }
}
