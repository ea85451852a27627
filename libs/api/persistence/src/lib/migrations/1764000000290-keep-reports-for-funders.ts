import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports for funders, with the figures that each was written from. */
export class KeepReportsForFunders1764000000290 implements MigrationInterface {
  name = 'KeepReportsForFunders1764000000290';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "funder_reports" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "series_id" uuid NOT NULL,
        "staff_id" uuid,
        "language" text NOT NULL,
        "format" text NOT NULL,
        "basis" text NOT NULL,
        "starts_on" date,
        "ends_on" date,
        "state" text NOT NULL DEFAULT 'queued',
        "failure" text,
        "done" integer NOT NULL DEFAULT '0',
        "steps" integer NOT NULL DEFAULT '0',
        "data" jsonb,
        "data_sha256" text,
        "as_of" TIMESTAMP WITH TIME ZONE,
        "file_name" text,
        "byte_size" integer,
        "sha256" text,
        "claimed_until" TIMESTAMP WITH TIME ZONE,
        "attempts" integer NOT NULL DEFAULT '0',
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_funder_reports_format" CHECK (format IN ('pdf','docx','html')),
        CONSTRAINT "ck_funder_reports_basis" CHECK (basis IN ('places','attendance')),
        CONSTRAINT "ck_funder_reports_state" CHECK (state IN ('queued','working','ready','failed')),
        CONSTRAINT "ck_funder_reports_failure" CHECK ((failure IS NOT NULL) = (state = 'failed')),
        CONSTRAINT "ck_funder_reports_period" CHECK (ends_on >= starts_on),
        CONSTRAINT "ck_funder_reports_ready" CHECK (state <> 'ready' OR num_nulls(data, as_of, sha256, byte_size) = 0),
        CONSTRAINT "pk_funder_reports" PRIMARY KEY ("id"),
        CONSTRAINT "fk_funder_reports_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_funder_reports_staff_id" FOREIGN KEY ("staff_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE INDEX "ix_funder_reports_series_id" ON "funder_reports" ("series_id", "created_at")`,
    );
    await db.query(
      `CREATE INDEX "ix_funder_reports_due" ON "funder_reports" ("created_at") WHERE state IN ('queued','working')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "funder_reports"`);
  }
}
