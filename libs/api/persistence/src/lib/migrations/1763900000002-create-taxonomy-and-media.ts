import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions (a tree with countries), categories, media. */
export class CreateTaxonomyAndMedia1763900000002 implements MigrationInterface {
  name = 'CreateTaxonomyAndMedia1763900000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "regions" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "slug" text NOT NULL,
        "parent_id" uuid,
        "tint" text NOT NULL,
        "position" integer NOT NULL DEFAULT '0',
        CONSTRAINT "ck_regions_not_own_parent" CHECK (parent_id <> id),
        CONSTRAINT "pk_regions" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_regions_parent_id" ON "regions" ("parent_id")`);
    await db.query(`CREATE UNIQUE INDEX "uq_regions_slug" ON "regions" ("slug")`);
    await db.query(`
      CREATE TABLE "region_translations" (
        "region_id" uuid NOT NULL,
        "language" text NOT NULL,
        "name" text NOT NULL,
        CONSTRAINT "pk_region_translations" PRIMARY KEY ("region_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "region_countries" (
        "region_id" uuid NOT NULL,
        "country" text NOT NULL,
        CONSTRAINT "ck_region_countries_country" CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT "pk_region_countries" PRIMARY KEY ("region_id", "country")
      )
    `);
    await db.query(`
      CREATE TABLE "categories" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "slug" text NOT NULL,
        "position" integer NOT NULL DEFAULT '0',
        CONSTRAINT "pk_categories" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_categories_slug" ON "categories" ("slug")`);
    await db.query(`
      CREATE TABLE "category_translations" (
        "category_id" uuid NOT NULL,
        "language" text NOT NULL,
        "name" text NOT NULL,
        CONSTRAINT "pk_category_translations" PRIMARY KEY ("category_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "media" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "file_name" text NOT NULL,
        "mime_type" text NOT NULL,
        "width" integer NOT NULL,
        "height" integer NOT NULL,
        "byte_size" integer NOT NULL,
        "sha256" text NOT NULL,
        "widths" integer array NOT NULL,
        "photographer" text NOT NULL DEFAULT '',
        "agency" text NOT NULL DEFAULT '',
        "licence" text NOT NULL DEFAULT '',
        "uploaded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_media" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_media_uploaded_at" ON "media" ("uploaded_at")`);
    await db.query(`CREATE INDEX "ix_media_sha256" ON "media" ("sha256")`);
    await db.query(`
      CREATE TABLE "media_translations" (
        "media_id" uuid NOT NULL,
        "language" text NOT NULL,
        "alt" text NOT NULL DEFAULT '',
        "caption" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_media_translations" PRIMARY KEY ("media_id", "language")
      )
    `);
    await db.query(
      `ALTER TABLE "regions" ADD CONSTRAINT "fk_regions_parent_id" FOREIGN KEY ("parent_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "region_translations" ADD CONSTRAINT "fk_region_translations_region_id" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "region_countries" ADD CONSTRAINT "fk_region_countries_region_id" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "category_translations" ADD CONSTRAINT "fk_category_translations_category_id" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "media_translations" ADD CONSTRAINT "fk_media_translations_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "media_translations"`);
    await db.query(`DROP TABLE "media"`);
    await db.query(`DROP TABLE "category_translations"`);
    await db.query(`DROP TABLE "categories"`);
    await db.query(`DROP TABLE "region_countries"`);
    await db.query(`DROP TABLE "region_translations"`);
    await db.query(`DROP TABLE "regions"`);
  }
}
