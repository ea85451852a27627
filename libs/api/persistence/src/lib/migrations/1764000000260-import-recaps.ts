import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files with recaps of elsewhere, what was read in them, and what became of it. */
export class ImportRecaps1764000000260 implements MigrationInterface {
  name = 'ImportRecaps1764000000260';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "recap_imports" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid NOT NULL,
        "staff_id" uuid,
        "state" text NOT NULL,
        "file_name" text NOT NULL,
        "address" text,
        "kind" text,
        "refusal" jsonb,
        "byte_size" integer NOT NULL DEFAULT '0',
        "received" integer NOT NULL DEFAULT '0',
        "chunks" integer array NOT NULL DEFAULT '{}',
        "fetches_pictures" boolean NOT NULL DEFAULT false,
        "keeps_dates" boolean NOT NULL DEFAULT false,
        "written" integer NOT NULL DEFAULT '0',
        "claimed_until" TIMESTAMP WITH TIME ZONE,
        "attempts" integer NOT NULL DEFAULT '0',
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_recap_imports_state" CHECK (state IN ('receiving','reading','refused','ready','writing','pictures','done','undone')),
        CONSTRAINT "ck_recap_imports_received" CHECK (received BETWEEN 0 AND byte_size),
        CONSTRAINT "pk_recap_imports" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_imports_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_imports_staff_id" FOREIGN KEY ("staff_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE INDEX "ix_recap_imports_due" ON "recap_imports" ("created_at") WHERE state IN ('reading','writing','pictures')`,
    );
    await db.query(`CREATE INDEX "ix_recap_imports_created_at" ON "recap_imports" ("created_at")`);
    await db.query(`
      CREATE TABLE "recap_import_articles" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "import_id" uuid NOT NULL,
        "version" integer NOT NULL DEFAULT '1',
        "position" integer NOT NULL,
        "title" text NOT NULL,
        "slug" text NOT NULL DEFAULT '',
        "language" text,
        "stated_language" text NOT NULL DEFAULT '',
        "author" text NOT NULL DEFAULT '',
        "published_on" date,
        "lead" text NOT NULL DEFAULT '',
        "address" text NOT NULL DEFAULT '',
        "blocks" jsonb NOT NULL,
        "words" integer NOT NULL,
        "category_ids" uuid array NOT NULL DEFAULT '{}',
        "session_ids" uuid array NOT NULL DEFAULT '{}',
        "group_key" text NOT NULL,
        "marks" text array NOT NULL,
        "notes" jsonb NOT NULL DEFAULT '[]',
        "outcome" jsonb NOT NULL DEFAULT '[]',
        "is_chosen" boolean NOT NULL,
        "recap_id" uuid,
        "written_version" integer,
        "has_its_pictures" boolean NOT NULL DEFAULT false,
        CONSTRAINT "pk_recap_import_articles" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_import_articles_import_id" FOREIGN KEY ("import_id") REFERENCES "recap_imports"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_import_articles_recap_id" FOREIGN KEY ("recap_id") REFERENCES "recaps"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_recap_import_articles_position" ON "recap_import_articles" ("import_id", "position")`,
    );
    await db.query(
      `CREATE INDEX "ix_recap_import_articles_recap_id" ON "recap_import_articles" ("recap_id")`,
    );
    await db.query(`
      CREATE TABLE "recap_import_pictures" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "article_id" uuid NOT NULL,
        "position" integer NOT NULL,
        "role" text NOT NULL,
        "after_block" text,
        "gallery" integer,
        "address" text NOT NULL DEFAULT '',
        "file" text,
        "alt" text NOT NULL DEFAULT '',
        "caption" text NOT NULL DEFAULT '',
        "state" text NOT NULL DEFAULT 'due',
        "failure" text,
        "media_id" uuid,
        "is_new" boolean NOT NULL DEFAULT false,
        CONSTRAINT "ck_recap_import_pictures_role" CHECK (role IN ('lead','picture','gallery')),
        CONSTRAINT "ck_recap_import_pictures_state" CHECK (state IN ('due','done','failed')),
        CONSTRAINT "pk_recap_import_pictures" PRIMARY KEY ("id"),
        CONSTRAINT "fk_recap_import_pictures_article_id" FOREIGN KEY ("article_id") REFERENCES "recap_import_articles"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT "fk_recap_import_pictures_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE NO ACTION
      )
    `);
    await db.query(
      `CREATE INDEX "ix_recap_import_pictures_article_id" ON "recap_import_pictures" ("article_id", "position")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "recap_import_pictures"`);
    await db.query(`DROP TABLE "recap_import_articles"`);
    await db.query(`DROP TABLE "recap_imports"`);
  }
}
