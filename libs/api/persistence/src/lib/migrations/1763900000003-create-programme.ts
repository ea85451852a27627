import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series, sessions, agenda, speakers and what they contribute. */
export class CreateProgramme1763900000003 implements MigrationInterface {
  name = 'CreateProgramme1763900000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "series" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "slug" text NOT NULL,
        "state" text NOT NULL DEFAULT 'draft',
        "starts_on" date NOT NULL,
        "ends_on" date NOT NULL,
        "default_language" text NOT NULL,
        "time_zone" text NOT NULL,
        "is_sample" boolean NOT NULL DEFAULT false,
        "cover_media_id" uuid,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_series_period" CHECK (ends_on >= starts_on),
        CONSTRAINT "ck_series_state" CHECK (state IN ('draft','published')),
        CONSTRAINT "pk_series" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_series_slug" ON "series" ("slug")`);
    await db.query(`
      CREATE TABLE "series_translations" (
        "series_id" uuid NOT NULL,
        "language" text NOT NULL,
        "title" text NOT NULL,
        "summary" text NOT NULL DEFAULT '',
        "host" text NOT NULL DEFAULT '',
        "commissioner" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_series_translations" PRIMARY KEY ("series_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "series_categories" (
        "series_id" uuid NOT NULL,
        "category_id" uuid NOT NULL,
        CONSTRAINT "pk_series_categories" PRIMARY KEY ("series_id", "category_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_series_categories_category_id" ON "series_categories" ("category_id")`);
    await db.query(`
      CREATE TABLE "sessions" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid NOT NULL,
        "slug" text NOT NULL,
        "state" text NOT NULL DEFAULT 'draft',
        "kind" text NOT NULL,
        "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "starts_local" text NOT NULL,
        "ends_local" text NOT NULL,
        "time_zone" text NOT NULL,
        "languages" text array NOT NULL,
        "interpretation" text array NOT NULL DEFAULT '{}',
        "capacity" integer,
        "registration_opens_at" TIMESTAMP WITH TIME ZONE,
        "registration_closes_at" TIMESTAMP WITH TIME ZONE,
        "meeting_url" text NOT NULL DEFAULT '',
        "meeting_passcode" text NOT NULL DEFAULT '',
        "cancel_reason" text,
        "sequence" integer NOT NULL DEFAULT '0',
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_sessions_cancel_reason" CHECK (state <> 'cancelled' OR cancel_reason IS NOT NULL),
        CONSTRAINT "ck_sessions_capacity" CHECK (capacity > 0),
        CONSTRAINT "ck_sessions_times" CHECK (ends_at > starts_at),
        CONSTRAINT "ck_sessions_kind" CHECK (kind IN ('opening','exchange','peer-advice','closing','extra','course')),
        CONSTRAINT "ck_sessions_state" CHECK (state IN ('draft','published','held','cancelled')),
        CONSTRAINT "pk_sessions" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_sessions_state_starts_at" ON "sessions" ("state", "starts_at")`);
    await db.query(`CREATE INDEX "ix_sessions_series_id_starts_at" ON "sessions" ("series_id", "starts_at")`);
    await db.query(`CREATE UNIQUE INDEX "uq_sessions_slug" ON "sessions" ("slug")`);
    await db.query(`
      CREATE TABLE "session_translations" (
        "session_id" uuid NOT NULL,
        "language" text NOT NULL,
        "title" text NOT NULL,
        "abstract" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_session_translations" PRIMARY KEY ("session_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "session_regions" (
        "session_id" uuid NOT NULL,
        "region_id" uuid NOT NULL,
        CONSTRAINT "pk_session_regions" PRIMARY KEY ("session_id", "region_id")
      )
    `);
    await db.query(`CREATE INDEX "ix_session_regions_region_id" ON "session_regions" ("region_id")`);
    await db.query(`
      CREATE TABLE "session_categories" (
        "session_id" uuid NOT NULL,
        "category_id" uuid NOT NULL,
        CONSTRAINT "pk_session_categories" PRIMARY KEY ("session_id", "category_id")
      )
    `);
    await db.query(
      `CREATE INDEX "ix_session_categories_category_id" ON "session_categories" ("category_id")`,
    );
    await db.query(`
      CREATE TABLE "agenda_items" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "position" integer NOT NULL,
        "kind" text NOT NULL,
        "starts_after" integer NOT NULL,
        "duration_minutes" integer NOT NULL,
        CONSTRAINT "ck_agenda_items_times" CHECK (starts_after >= 0 AND duration_minutes > 0),
        CONSTRAINT "ck_agenda_items_kind" CHECK (kind IN ('talk','experience','discussion','peer-advice','break','other')),
        CONSTRAINT "pk_agenda_items" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_agenda_items_session_id" ON "agenda_items" ("session_id", "position")`);
    await db.query(`
      CREATE TABLE "agenda_item_translations" (
        "agenda_item_id" uuid NOT NULL,
        "language" text NOT NULL,
        "title" text NOT NULL,
        "description" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_agenda_item_translations" PRIMARY KEY ("agenda_item_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "speakers" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "title" text NOT NULL DEFAULT '',
        "name" text NOT NULL,
        "email" text NOT NULL DEFAULT '',
        "city" text NOT NULL DEFAULT '',
        "country" text,
        CONSTRAINT "pk_speakers" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_speakers_name" ON "speakers" ("name")`);
    await db.query(`
      CREATE TABLE "speaker_translations" (
        "speaker_id" uuid NOT NULL,
        "language" text NOT NULL,
        "position" text NOT NULL DEFAULT '',
        "organisation" text NOT NULL DEFAULT '',
        "bio" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_speaker_translations" PRIMARY KEY ("speaker_id", "language")
      )
    `);
    await db.query(`
      CREATE TABLE "contributions" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "agenda_item_id" uuid,
        "speaker_id" uuid,
        "role" text NOT NULL,
        "position" integer NOT NULL,
        "city" text NOT NULL DEFAULT '',
        "country" text,
        CONSTRAINT "ck_contributions_role" CHECK (role IN ('opening-speaker','speaker','moderator','panellist','interpreter')),
        CONSTRAINT "pk_contributions" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_contributions_agenda_item_id" ON "contributions" ("agenda_item_id")`);
    await db.query(`CREATE INDEX "ix_contributions_speaker_id" ON "contributions" ("speaker_id")`);
    await db.query(`CREATE INDEX "ix_contributions_session_id" ON "contributions" ("session_id")`);
    await db.query(`
      CREATE TABLE "contribution_translations" (
        "contribution_id" uuid NOT NULL,
        "language" text NOT NULL,
        "job_position" text NOT NULL DEFAULT '',
        "organisation" text NOT NULL DEFAULT '',
        "topic" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_contribution_translations" PRIMARY KEY ("contribution_id", "language")
      )
    `);
    await db.query(
      `ALTER TABLE "series" ADD CONSTRAINT "fk_series_cover_media_id" FOREIGN KEY ("cover_media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "series_translations" ADD CONSTRAINT "fk_series_translations_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "series_categories" ADD CONSTRAINT "fk_series_categories_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "series_categories" ADD CONSTRAINT "fk_series_categories_category_id" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "sessions" ADD CONSTRAINT "fk_sessions_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session_translations" ADD CONSTRAINT "fk_session_translations_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session_regions" ADD CONSTRAINT "fk_session_regions_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session_regions" ADD CONSTRAINT "fk_session_regions_region_id" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session_categories" ADD CONSTRAINT "fk_session_categories_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session_categories" ADD CONSTRAINT "fk_session_categories_category_id" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "agenda_items" ADD CONSTRAINT "fk_agenda_items_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "agenda_item_translations" ADD CONSTRAINT "fk_agenda_item_translations_agenda_item_id" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "speaker_translations" ADD CONSTRAINT "fk_speaker_translations_speaker_id" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "contributions" ADD CONSTRAINT "fk_contributions_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "contributions" ADD CONSTRAINT "fk_contributions_agenda_item_id" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "contributions" ADD CONSTRAINT "fk_contributions_speaker_id" FOREIGN KEY ("speaker_id") REFERENCES "speakers"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "contribution_translations" ADD CONSTRAINT "fk_contribution_translations_contribution_id" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "contribution_translations"`);
    await db.query(`DROP TABLE "contributions"`);
    await db.query(`DROP TABLE "speaker_translations"`);
    await db.query(`DROP TABLE "speakers"`);
    await db.query(`DROP TABLE "agenda_item_translations"`);
    await db.query(`DROP TABLE "agenda_items"`);
    await db.query(`DROP TABLE "session_categories"`);
    await db.query(`DROP TABLE "session_regions"`);
    await db.query(`DROP TABLE "session_translations"`);
    await db.query(`DROP TABLE "sessions"`);
    await db.query(`DROP TABLE "series_categories"`);
    await db.query(`DROP TABLE "series_translations"`);
    await db.query(`DROP TABLE "series"`);
  }
}
