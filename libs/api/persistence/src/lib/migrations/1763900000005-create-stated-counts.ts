import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers a human stated or a report brought, beside the counted ones. */
export class CreateStatedCounts1763900000005 implements MigrationInterface {
  name = 'CreateStatedCounts1763900000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "stated_counts" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid,
        "series_id" uuid,
        "measure" text NOT NULL,
        "value" integer NOT NULL,
        "origin" text NOT NULL,
        "is_at_least" boolean NOT NULL DEFAULT false,
        "source" text NOT NULL,
        "stated_on" date NOT NULL,
        "note" text,
        "entered_by_id" uuid,
        "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_stated_counts_value" CHECK (value >= 0),
        CONSTRAINT "ck_stated_counts_subject" CHECK (num_nonnulls(session_id, series_id) = 1),
        CONSTRAINT "ck_stated_counts_origin" CHECK (origin IN ('imported','reported')),
        CONSTRAINT "pk_stated_counts" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_stated_counts_series" ON "stated_counts" ("series_id", "measure", "origin") WHERE series_id IS NOT NULL`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_stated_counts_session" ON "stated_counts" ("session_id", "measure", "origin") WHERE session_id IS NOT NULL`,
    );
    await db.query(
      `ALTER TABLE "stated_counts" ADD CONSTRAINT "fk_stated_counts_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "stated_counts" ADD CONSTRAINT "fk_stated_counts_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "stated_counts" ADD CONSTRAINT "fk_stated_counts_entered_by_id" FOREIGN KEY ("entered_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "stated_counts"`);
  }
}
