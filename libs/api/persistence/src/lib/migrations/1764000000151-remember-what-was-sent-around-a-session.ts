import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders, thanks and news of recaps go once: each has a key, written in the transaction of its mail. */
export class RememberWhatWasSentAroundASession1764000000151 implements MigrationInterface {
  name = 'RememberWhatWasSentAroundASession1764000000151';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "sent_reminders" (
        "registration_id" uuid NOT NULL,
        "lead_minutes" integer NOT NULL,
        "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "message_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_sent_reminders" PRIMARY KEY ("registration_id", "lead_minutes", "starts_at")
      )
    `);
    await db.query(`CREATE INDEX "ix_sent_reminders_message_id" ON "sent_reminders" ("message_id")`);
    await db.query(`
      CREATE TABLE "sent_thanks" (
        "registration_id" uuid NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_sent_thanks" PRIMARY KEY ("registration_id")
      )
    `);
    await db.query(`
      CREATE TABLE "sent_recap_news" (
        "participant_id" uuid NOT NULL,
        "recap_id" uuid NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_sent_recap_news" PRIMARY KEY ("participant_id", "recap_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_sent_recap_news_recap_id" ON "sent_recap_news" ("recap_id")`);
    const keys = [
      ['sent_reminders', 'registration_id', 'registrations', 'CASCADE'],
      ['sent_reminders', 'message_id', 'outbox_messages', 'SET NULL'],
      ['sent_thanks', 'registration_id', 'registrations', 'CASCADE'],
      ['sent_recap_news', 'participant_id', 'participants', 'CASCADE'],
      ['sent_recap_news', 'recap_id', 'recaps', 'CASCADE'],
    ];
    for (const [table, column, other, action] of keys) {
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_${column}" FOREIGN KEY ("${column}") REFERENCES "${other}"("id") ON DELETE ${action} ON UPDATE NO ACTION`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "sent_recap_news"`);
    await db.query(`DROP TABLE "sent_thanks"`);
    await db.query(`DROP TABLE "sent_reminders"`);
  }
}
