import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How one registers, per series or session; what neither says is the house's default. */
export class SetRulesOfRegistration1764000000120 implements MigrationInterface {
  name = 'SetRulesOfRegistration1764000000120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "registration_rules" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid,
        "session_id" uuid,
        "mode" text,
        "hold_minutes" integer,
        "has_waiting_list" boolean,
        "waiting_list_limit" integer,
        "default_capacity" integer,
        "opens_days_before" integer,
        "closes_minutes_before" integer,
        "asks_accessibility" boolean,
        "asks_recording" boolean,
        "reminders" integer array,
        "sends_thanks" boolean,
        "thanks_after_minutes" integer,
        "tells_of_recaps" boolean,
        "offers_certificates" boolean,
        CONSTRAINT "ck_registration_rules_thanks" CHECK (thanks_after_minutes BETWEEN 0 AND 20160),
        CONSTRAINT "ck_registration_rules_window" CHECK (opens_days_before BETWEEN 0 AND 730 AND closes_minutes_before BETWEEN 0 AND 43200),
        CONSTRAINT "ck_registration_rules_waiting" CHECK (waiting_list_limit >= 0),
        CONSTRAINT "ck_registration_rules_hold" CHECK (hold_minutes BETWEEN 0 AND 2880),
        CONSTRAINT "ck_registration_rules_mode" CHECK (mode IN ('open','approval','invitation')),
        CONSTRAINT "ck_registration_rules_owner" CHECK (num_nonnulls(series_id, session_id) = 1),
        CONSTRAINT "pk_registration_rules" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_registration_rules_session_id" ON "registration_rules" ("session_id")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_registration_rules_series_id" ON "registration_rules" ("series_id")`,
    );
    await db.query(
      `ALTER TABLE "registration_rules" ADD CONSTRAINT "fk_registration_rules_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "registration_rules" ADD CONSTRAINT "fk_registration_rules_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    // The one place where defaults are written down: a session's own rule, else its series', else the house's.
    await db.query(`
      CREATE VIEW session_rules AS
      SELECT s.id AS session_id,
             coalesce(o.mode, y.mode, 'open') AS mode,
             coalesce(o.hold_minutes, y.hold_minutes, 60) AS hold_minutes,
             coalesce(o.has_waiting_list, y.has_waiting_list, true) AS has_waiting_list,
             coalesce(o.waiting_list_limit, y.waiting_list_limit, 0) AS waiting_list_limit,
             coalesce(s.registration_opens_at,
                      s.starts_at - make_interval(days => coalesce(o.opens_days_before, y.opens_days_before))) AS opens_at,
             coalesce(s.registration_closes_at,
                      s.starts_at - make_interval(mins => coalesce(o.closes_minutes_before, y.closes_minutes_before))) AS closes_at,
             coalesce(o.asks_accessibility, y.asks_accessibility, true) AS asks_accessibility,
             coalesce(o.asks_recording, y.asks_recording, false) AS asks_recording,
             coalesce(o.reminders, y.reminders, '{1440,60}') AS reminders,
             coalesce(o.sends_thanks, y.sends_thanks, true) AS sends_thanks,
             coalesce(o.thanks_after_minutes, y.thanks_after_minutes, 60) AS thanks_after_minutes,
             coalesce(o.tells_of_recaps, y.tells_of_recaps, true) AS tells_of_recaps,
             coalesce(o.offers_certificates, y.offers_certificates, false) AS offers_certificates
      FROM sessions s
      LEFT JOIN registration_rules o ON o.session_id = s.id
      LEFT JOIN registration_rules y ON y.series_id = s.series_id
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW session_rules`);
    await db.query(`DROP TABLE "registration_rules"`);
  }
}
