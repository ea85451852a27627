import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recaps, their translations, addresses and revisions. */
export class CreateRecaps1763900000006 implements MigrationInterface {
  name = 'CreateRecaps1763900000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recaps" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid NOT NULL,
        "state" text NOT NULL DEFAULT 'draft',
        "byline" text NOT NULL DEFAULT '',
        "lead_media_id" uuid,
        "published_on" date,
        "publish_at" TIMESTAMP WITH TIME ZONE,
        "current_revision" integer,
        "published_version" integer,
        "review_comment" text,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_recaps_published" CHECK (state NOT IN ('published','archived') OR (published_on IS NOT NULL AND current_revision IS NOT NULL)),
        CONSTRAINT "ck_recaps_state" CHECK (state IN ('draft','in-review','scheduled','published','archived')),
        CONSTRAINT "pk_recaps" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_recaps_published" ON "recaps" ("published_on") WHERE state = 'published'`,
    );
    await db.query(`CREATE INDEX "ix_recaps_series_id" ON "recaps" ("series_id")`);
    await db.query(`
      CREATE TABLE "recap_translations" (
        "recap_id" uuid NOT NULL,
        "language" text NOT NULL,
        "title" text NOT NULL,
        "lead" text NOT NULL DEFAULT '',
        "body" jsonb NOT NULL,
        "seo_title" text NOT NULL DEFAULT '',
        "seo_description" text NOT NULL DEFAULT '',
        "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_recap_translations" PRIMARY KEY ("recap_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "recap_addresses" (
        "language" text NOT NULL,
        "slug" text NOT NULL,
        "recap_id" uuid NOT NULL,
        "is_current" boolean NOT NULL DEFAULT true,
        "published_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "pk_recap_addresses" PRIMARY KEY ("language", "slug")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_recap_addresses_current" ON "recap_addresses" ("recap_id", "language") WHERE is_current`,
    );
    await db.query(`
      CREATE TABLE "recap_sessions" (
        "recap_id" uuid NOT NULL,
        "session_id" uuid NOT NULL,
        CONSTRAINT "pk_recap_sessions" PRIMARY KEY ("recap_id", "session_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_recap_sessions_session_id" ON "recap_sessions" ("session_id")`);
    await db.query(`
      CREATE TABLE "recap_categories" (
        "recap_id" uuid NOT NULL,
        "category_id" uuid NOT NULL,
        CONSTRAINT "pk_recap_categories" PRIMARY KEY ("recap_id", "category_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_recap_categories_category_id" ON "recap_categories" ("category_id")`);
    await db.query(`
      CREATE TABLE "recap_regions" (
        "recap_id" uuid NOT NULL,
        "region_id" uuid NOT NULL,
        CONSTRAINT "pk_recap_regions" PRIMARY KEY ("recap_id", "region_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_recap_regions_region_id" ON "recap_regions" ("region_id")`);
    await db.query(`
      CREATE TABLE "recap_gallery" (
        "recap_id" uuid NOT NULL,
        "media_id" uuid NOT NULL,
        "position" integer NOT NULL,
        CONSTRAINT "pk_recap_gallery" PRIMARY KEY ("recap_id", "media_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_recap_gallery_media_id" ON "recap_gallery" ("media_id")`);
    await db.query(`
      CREATE TABLE "recap_revisions" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "recap_id" uuid NOT NULL,
        "number" integer NOT NULL,
        "byline" text NOT NULL,
        "lead_media_id" uuid,
        "gallery" uuid array NOT NULL,
        "session_ids" uuid array NOT NULL,
        "category_ids" uuid array NOT NULL,
        "region_ids" uuid array NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "created_by_id" uuid,
        CONSTRAINT "pk_recap_revisions" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_recap_revisions_number" ON "recap_revisions" ("recap_id", "number")`,
    );
    await db.query(`
      CREATE TABLE "recap_revision_translations" (
        "revision_id" uuid NOT NULL,
        "language" text NOT NULL,
        "title" text NOT NULL,
        "lead" text NOT NULL,
        "body" jsonb NOT NULL,
        "seo_title" text NOT NULL,
        "seo_description" text NOT NULL,
        CONSTRAINT "pk_recap_revision_translations" PRIMARY KEY ("revision_id", "language")
      )
    `);
    await db.query(
      `ALTER TABLE "recaps" ADD CONSTRAINT "fk_recaps_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recaps" ADD CONSTRAINT "fk_recaps_lead_media_id" FOREIGN KEY ("lead_media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_translations" ADD CONSTRAINT "fk_recap_translations_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_addresses" ADD CONSTRAINT "fk_recap_addresses_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_sessions" ADD CONSTRAINT "fk_recap_sessions_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_sessions" ADD CONSTRAINT "fk_recap_sessions_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_categories" ADD CONSTRAINT "fk_recap_categories_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_categories" ADD CONSTRAINT "fk_recap_categories_category_id" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_regions" ADD CONSTRAINT "fk_recap_regions_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_regions" ADD CONSTRAINT "fk_recap_regions_region_id" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_gallery" ADD CONSTRAINT "fk_recap_gallery_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_gallery" ADD CONSTRAINT "fk_recap_gallery_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_revisions" ADD CONSTRAINT "fk_recap_revisions_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_revisions" ADD CONSTRAINT "fk_recap_revisions_lead_media_id" FOREIGN KEY ("lead_media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_revisions" ADD CONSTRAINT "fk_recap_revisions_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "recap_revision_translations" ADD CONSTRAINT "fk_recap_revision_translations_revision_id" FOREIGN KEY ("revision_id") REFERENCES "recap_revisions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "recap_revision_translations"`);
    await db.query(`DROP TABLE "recap_revisions"`);
    await db.query(`DROP TABLE "recap_gallery"`);
    await db.query(`DROP TABLE "recap_regions"`);
    await db.query(`DROP TABLE "recap_categories"`);
    await db.query(`DROP TABLE "recap_sessions"`);
    await db.query(`DROP TABLE "recap_addresses"`);
    await db.query(`DROP TABLE "recap_translations"`);
    await db.query(`DROP TABLE "recaps"`);
  }
}
