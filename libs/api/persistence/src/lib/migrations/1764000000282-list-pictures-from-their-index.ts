import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The picture library is listed and counted by what the index holds: rows are wide, and a page shows few of them. */
export class ListPicturesFromTheirIndex1764000000282 implements MigrationInterface {
  name = 'ListPicturesFromTheirIndex1764000000282';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_media_uploaded_at"`);
    await db.query(`CREATE INDEX "ix_media_uploaded_at" ON "media" ("uploaded_at", "id")`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_media_uploaded_at"`);
    await db.query(`CREATE INDEX "ix_media_uploaded_at" ON "media" ("uploaded_at")`);
  }
}
