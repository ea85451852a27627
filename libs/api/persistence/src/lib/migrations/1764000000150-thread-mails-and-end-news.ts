import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails of one session hang together, news can be unsubscribed from, and what is of no use later is not sent late. */
export class ThreadMailsAndEndNews1764000000150 implements MigrationInterface {
  name = 'ThreadMailsAndEndNews1764000000150';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "outbox_messages"
        ADD "thread_id" text, ADD "unsubscribe_url" text, ADD "useful_until" TIMESTAMP WITH TIME ZONE
    `);
    await db.query(`
      CREATE TABLE "unsubscribe_links" (
        "token_hash" text NOT NULL,
        "participant_id" uuid NOT NULL,
        "series_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_unsubscribe_links" PRIMARY KEY ("token_hash")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_unsubscribe_links_participant_id" ON "unsubscribe_links" ("participant_id")`,
    );
    await db.query(`
      CREATE TABLE "news_opt_outs" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "participant_id" uuid NOT NULL,
        "series_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_news_opt_outs" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_news_opt_outs_all" ON "news_opt_outs" ("participant_id") WHERE series_id IS NULL`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_news_opt_outs_series" ON "news_opt_outs" ("participant_id", "series_id") WHERE series_id IS NOT NULL`,
    );
    for (const table of ['unsubscribe_links', 'news_opt_outs']) {
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_participant_id" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "news_opt_outs"`);
    await db.query(`DROP TABLE "unsubscribe_links"`);
    await db.query(
      `ALTER TABLE "outbox_messages" DROP COLUMN "useful_until", DROP COLUMN "unsubscribe_url", DROP COLUMN "thread_id"`,
    );
  }
}
