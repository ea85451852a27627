import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old addresses and days of recaps that were imported, and by what they are known again. */
export class RememberWhereRecapsStood1764000000261 implements MigrationInterface {
  name = 'RememberWhereRecapsStood1764000000261';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_origins" (
        "recap_id" uuid NOT NULL,
        "language" text NOT NULL,
        "address" text NOT NULL DEFAULT '',
        "path" text NOT NULL DEFAULT '',
        "published_on" date,
        CONSTRAINT "pk_recap_origins" PRIMARY KEY ("recap_id", "language"),
        CONSTRAINT "fk_recap_origins_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
    await db.query(`CREATE INDEX "ix_recap_origins_path" ON "recap_origins" ("path")`);
    await db.query(`
      CREATE TABLE "recap_origin_marks" (
        "mark" text NOT NULL,
        "recap_id" uuid NOT NULL,
        "language" text NOT NULL,
        CONSTRAINT "pk_recap_origin_marks" PRIMARY KEY ("mark"),
        CONSTRAINT "fk_recap_origin_marks_recap_id_language" FOREIGN KEY ("recap_id", "language") REFERENCES "recap_origins"("recap_id", "language") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE INDEX "ix_recap_origin_marks_recap_id" ON "recap_origin_marks" ("recap_id", "language")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "recap_origin_marks"`);
    await db.query(`DROP TABLE "recap_origins"`);
  }
}
