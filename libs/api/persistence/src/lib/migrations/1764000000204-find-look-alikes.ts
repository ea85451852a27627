import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Images that look alike, by 64 features of their brightness. Two that differ in seven at most have at least one of eight bytes in
 * common, which an index finds; the pairs are kept, so that lists need not compare everything with everything.
 */
export class FindLookAlikes1764000000204 implements MigrationInterface {
  name = 'FindLookAlikes1764000000204';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "media" ADD "look" bigint`);
    await db.query(`
      CREATE FUNCTION look_bytes(look bigint) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ARRAY[
        (look & 255)::integer, 256 + ((look >> 8) & 255)::integer, 512 + ((look >> 16) & 255)::integer,
        768 + ((look >> 24) & 255)::integer, 1024 + ((look >> 32) & 255)::integer, 1280 + ((look >> 40) & 255)::integer,
        1536 + ((look >> 48) & 255)::integer, 1792 + ((look >> 56) & 255)::integer]
    `);
    await db.query(
      `CREATE INDEX "ix_media_look" ON "media" USING gin ((look_bytes(look))) WHERE look IS NOT NULL`,
    );
    await db.query(`
      CREATE TABLE "media_look_alikes" (
        "media_id" uuid NOT NULL,
        "other_id" uuid NOT NULL,
        "distance" integer NOT NULL,
        CONSTRAINT "pk_media_look_alikes" PRIMARY KEY ("media_id", "other_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_media_look_alikes_other_id" ON "media_look_alikes" ("other_id")`);
    for (const column of ['media_id', 'other_id'])
      await db.query(
        `ALTER TABLE "media_look_alikes" ADD CONSTRAINT "fk_media_look_alikes_${column}" FOREIGN KEY ("${column}") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "media_look_alikes"`);
    await db.query(`DROP INDEX "ix_media_look"`);
    await db.query(`DROP FUNCTION look_bytes`);
    await db.query(`ALTER TABLE "media" DROP "look"`);
  }
}
