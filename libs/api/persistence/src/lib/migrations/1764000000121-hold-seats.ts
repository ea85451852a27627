import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTS = (held: string) => `
  CREATE VIEW session_counts AS
  SELECT s.id AS session_id, c.registered, c.confirmed, c.waitlisted${held ? ', c.held' : ''}
  FROM sessions s
  CROSS JOIN LATERAL (
    SELECT
      count(*) FILTER (WHERE r.state IN ('confirmed', 'waitlisted', 'awaiting-approval'))::int AS registered,
      count(*) FILTER (WHERE r.state = 'confirmed')::int AS confirmed,
      count(*) FILTER (WHERE r.state = 'waitlisted')::int AS waitlisted${held}
    FROM registrations r
    WHERE r.session_id = s.id
  ) c`;

const FIGURES = `
  CREATE VIEW session_figures AS
  SELECT c.session_id, m.measure, m.value, 'counted'::text AS origin, false AS is_at_least,
         NULL::text AS source, NULL::date AS stated_on
  FROM session_counts c
  CROSS JOIN LATERAL (
    VALUES ('registered', c.registered), ('confirmed', c.confirmed), ('waitlisted', c.waitlisted)
  ) AS m (measure, value)
  WHERE c.registered > 0
  UNION ALL
  SELECT session_id, measure, value, origin, is_at_least, source, stated_on
  FROM stated_counts WHERE session_id IS NOT NULL`;

/** Who takes a seat: the confirmed, and whoever filled in the form and has still time to confirm. */
const withinCapacity = (taking: string) => `
  CREATE OR REPLACE FUNCTION registrations_within_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    touched record;
    seats integer;
    taken integer;
  BEGIN
    FOR touched IN SELECT DISTINCT session_id FROM changed WHERE ${taking} ORDER BY session_id LOOP
      SELECT capacity INTO seats FROM sessions WHERE id = touched.session_id FOR NO KEY UPDATE;
      CONTINUE WHEN seats IS NULL;
      SELECT count(*) INTO taken FROM registrations WHERE session_id = touched.session_id AND (${taking});
      IF taken > seats THEN
        RAISE EXCEPTION 'session % has % seats, % would be taken', touched.session_id, seats, taken
          USING ERRCODE = '23514', CONSTRAINT = 'registrations_within_capacity', TABLE = 'registrations';
      END IF;
    END LOOP;
    RETURN NULL;
  END $$`;

const notBelow = (taking: string) => `
  CREATE OR REPLACE FUNCTION capacity_not_below_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    taken integer;
  BEGIN
    SELECT count(*) INTO taken FROM registrations WHERE session_id = NEW.id AND (${taking});
    IF taken > NEW.capacity THEN
      RAISE EXCEPTION 'session % has % confirmed registrations', NEW.id, taken
        USING ERRCODE = '23514', CONSTRAINT = 'capacity_not_below_confirmed', TABLE = 'sessions', DETAIL = taken::text;
    END IF;
    RETURN NULL;
  END $$`;

const CONFIRMED = `state = 'confirmed'`;
const TAKING = `state = 'confirmed' OR held_until IS NOT NULL`;

/**
 * A seat is held from the form until the link is followed or the hold is over. `held_until` is taken away when the hold ends, by
 * whoever next has the session's lock: so the guard needs no clock.
 */
export class HoldSeats1764000000121 implements MigrationInterface {
  name = 'HoldSeats1764000000121';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "registrations" ADD "held_until" TIMESTAMP WITH TIME ZONE`);
    await db.query(`ALTER TABLE "registrations" ADD "accessibility_needs" text NOT NULL DEFAULT ''`);
    await db.query(`ALTER TABLE "registrations" ADD "allows_recording" boolean`);
    await db.query(`ALTER TABLE "registrations" ADD "decision_reason" text NOT NULL DEFAULT ''`);
    await db.query(`ALTER TABLE "registrations" ADD "origin" text NOT NULL DEFAULT 'form'`);
    await db.query(
      `ALTER TABLE "registrations" ADD CONSTRAINT "ck_registrations_origin" CHECK (origin IN ('form','link','staff','import'))`,
    );
    await db.query(
      `ALTER TABLE "registrations" ADD CONSTRAINT "ck_registrations_held" CHECK (held_until IS NULL OR state = 'unverified')`,
    );
    await db.query(
      `CREATE INDEX "ix_registrations_held" ON "registrations" ("session_id", "held_until") WHERE held_until IS NOT NULL`,
    );
    await db.query(withinCapacity(TAKING));
    await db.query(notBelow(TAKING));
    await this.countAnew(db, `, count(*) FILTER (WHERE r.held_until IS NOT NULL)::int AS held`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.countAnew(db, '');
    await db.query(notBelow(CONFIRMED));
    await db.query(withinCapacity(CONFIRMED));
    await db.query(`DROP INDEX "ix_registrations_held"`);
    await db.query(`ALTER TABLE "registrations" DROP CONSTRAINT "ck_registrations_held"`);
    await db.query(`ALTER TABLE "registrations" DROP CONSTRAINT "ck_registrations_origin"`);
    for (const column of [
      'origin',
      'decision_reason',
      'allows_recording',
      'accessibility_needs',
      'held_until',
    ]) {
      await db.query(`ALTER TABLE "registrations" DROP COLUMN "${column}"`);
    }
  }

  private async countAnew(db: QueryRunner, held: string): Promise<void> {
    await db.query(`DROP VIEW session_figures`);
    await db.query(`DROP VIEW session_counts`);
    await db.query(COUNTS(held));
    await db.query(FIGURES);
  }
}
