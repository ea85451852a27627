import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is at an editor, and what they have typed and not saved yet. */
export class KeepWhoEditsAndWhat1764000000090 implements MigrationInterface {
  name = 'KeepWhoEditsAndWhat1764000000090';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNLOGGED TABLE "editing_presences" (
        "subject" text NOT NULL,
        "subject_id" uuid NOT NULL,
        "account_id" uuid NOT NULL,
        "tab" uuid NOT NULL,
        "since" TIMESTAMP WITH TIME ZONE NOT NULL,
        "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_editing_presences_subject" CHECK (subject IN ('series','session','speaker','recap')),
        CONSTRAINT "pk_editing_presences" PRIMARY KEY ("subject", "subject_id", "account_id", "tab")
      )
    `);
    await db.query(`CREATE INDEX "ix_editing_presences_account_id" ON "editing_presences" ("account_id")`);
    await db.query(`
      CREATE TABLE "editing_drafts" (
        "account_id" uuid NOT NULL,
        "subject" text NOT NULL,
        "key" text NOT NULL,
        "base_version" integer NOT NULL,
        "base" json NOT NULL,
        "form" json NOT NULL,
        "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_editing_drafts_subject" CHECK (subject IN ('series','session','speaker','recap')),
        CONSTRAINT "pk_editing_drafts" PRIMARY KEY ("account_id", "subject", "key")
      )
    `);
    await db.query(`CREATE INDEX "ix_editing_drafts_updated_at" ON "editing_drafts" ("updated_at")`);
    for (const table of ['editing_presences', 'editing_drafts']) {
      await db.query(`
        ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_account_id"
        FOREIGN KEY ("account_id") REFERENCES "staff_accounts" ("id") ON DELETE CASCADE
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "editing_drafts"`);
    await db.query(`DROP TABLE "editing_presences"`);
  }
}
