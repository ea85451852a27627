import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is published of who took part stays as it was counted until enough more people did (ADR 35). */
export class KeepPublishedBreakdowns1764000000301 implements MigrationInterface {
  name = 'KeepPublishedBreakdowns1764000000301';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "published_breakdowns" (
        "series_id" uuid NOT NULL,
        "counted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "participants" integer NOT NULL,
        "participations" integer NOT NULL,
        "attended" integer NOT NULL,
        "breakdown" jsonb NOT NULL,
        "hidden" text array NOT NULL,
        CONSTRAINT "pk_published_breakdowns" PRIMARY KEY ("series_id")
      )
    `);
    await db.query(
      `ALTER TABLE "published_breakdowns" ADD CONSTRAINT "fk_published_breakdowns_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "published_breakdowns"`);
  }
}
