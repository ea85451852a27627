import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose work a recap is, by when, and how recaps of a series begin. */
export class AssignRecaps1764000000221 implements MigrationInterface {
  name = 'AssignRecaps1764000000221';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_assignments" (
        "recap_id" uuid NOT NULL,
        "version" integer NOT NULL DEFAULT '1',
        "owner_id" uuid,
        "due_on" date,
        CONSTRAINT "pk_recap_assignments" PRIMARY KEY ("recap_id"),
        CONSTRAINT "fk_recap_assignments_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_assignments_owner_id" FOREIGN KEY ("owner_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(`CREATE INDEX "ix_recap_assignments_owner_id" ON "recap_assignments" ("owner_id")`);
    await db.query(`
      CREATE TABLE "series_recap_rules" (
        "series_id" uuid NOT NULL,
        "version" integer NOT NULL DEFAULT '1',
        "makes_drafts" boolean NOT NULL DEFAULT true,
        "due_after_days" integer NOT NULL DEFAULT '14',
        "title_patterns" jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT "ck_series_recap_rules_due" CHECK (due_after_days BETWEEN 0 AND 365),
        CONSTRAINT "pk_series_recap_rules" PRIMARY KEY ("series_id"),
        CONSTRAINT "fk_series_recap_rules_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "series_recap_rules"`);
    await db.query(`DROP TABLE "recap_assignments"`);
  }
}
