import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each report says of somebody is kept apart, so that undoing one takes back what it alone said: `attendees` follow from
 * `attendee_mentions`, but for a role that staff set. A list of those who were there has neither times nor minutes. Of people whom
 * reports alone name nobody knows the language.
 */
export class KeepWhatEachReportSays1764000000303 implements MigrationInterface {
  name = 'KeepWhatEachReportSays1764000000303';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "attendees" ADD "is_role_by_hand" boolean NOT NULL DEFAULT false`);
    await db.query(`
      CREATE TABLE "attendee_mentions" (
        "import_id" uuid NOT NULL,
        "attendee_id" uuid NOT NULL,
        "name" text NOT NULL,
        "email" text NOT NULL,
        "organisation" text NOT NULL,
        "city" text NOT NULL,
        "country" text,
        "role" text NOT NULL,
        CONSTRAINT "ck_attendee_mentions_role" CHECK (role IN ('attendee','host','speaker','bot')),
        CONSTRAINT "pk_attendee_mentions" PRIMARY KEY ("import_id", "attendee_id")
      )
    `);
    await db.query(
      `ALTER TABLE "attendee_mentions" ADD CONSTRAINT "fk_attendee_mentions_import_id" FOREIGN KEY ("import_id") REFERENCES "attendance_imports"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "attendee_mentions" ADD CONSTRAINT "fk_attendee_mentions_attendee_id" FOREIGN KEY ("attendee_id") REFERENCES "attendees"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(`CREATE INDEX "ix_attendee_mentions_attendee_id" ON "attendee_mentions" ("attendee_id")`);
    await db.query(ROLES_BY_HAND);
    await db.query(MENTIONS_OF_BEFORE);
    await db.query(FORGET_MENTIONS);
    await db.query(`
      CREATE TRIGGER attendees_forget_mentions AFTER UPDATE OF key ON attendees FOR EACH ROW
      WHEN (NEW.key LIKE 'erased:%' AND OLD.key <> NEW.key) EXECUTE FUNCTION erased_attendee_forgets_mentions()
    `);
    await db.query(`ALTER TABLE "attendance_spans" DROP CONSTRAINT "ck_attendance_spans_some"`);
    await db.query(RECOUNT(CAME_BY_LIST));
    for (const sql of FORGET_LANGUAGES) await db.query(sql);
  }

  async down(db: QueryRunner): Promise<void> {
    // Whoever a list names came; without the list's own rule it takes the minutes that are needed.
    await db.query(`
      UPDATE attendance_spans t SET minutes = greatest(1, ceil(needed_minutes(a.session_id))::int)
      FROM attendees a WHERE a.id = t.attendee_id AND t.joined_at IS NULL AND t.minutes IS NULL
    `);
    await db.query(RECOUNT(''));
    await db.query(
      `ALTER TABLE "attendance_spans" ADD CONSTRAINT "ck_attendance_spans_some" CHECK (num_nonnulls(joined_at, minutes) > 0)`,
    );
    await db.query(`DROP TRIGGER attendees_forget_mentions ON attendees`);
    await db.query(`DROP FUNCTION erased_attendee_forgets_mentions()`);
    await db.query(`DROP TABLE "attendee_mentions"`);
    await db.query(`ALTER TABLE "attendees" DROP "is_role_by_hand"`);
  }
}

/** Where nobody can tell any more whether staff set a role or said who it is, a role other than the usual one is taken for theirs. */
const ROLES_BY_HAND = `
  UPDATE attendees a SET is_role_by_hand = true
  WHERE a.decided_by IS NOT NULL AND (
    a.role <> 'attendee' OR a.matched_by IS NULL OR a.matched_by IN ('link', 'email')
    OR EXISTS (
      SELECT FROM attendance_decisions d JOIN sessions s ON s.series_id = d.series_id
      WHERE s.id = a.session_id AND d.key = a.key AND d.role IS NOT NULL))
`;

/** Which report said what is not known of those that were imported before: each of them is taken to say all of it. */
const MENTIONS_OF_BEFORE = `
  INSERT INTO attendee_mentions (import_id, attendee_id, name, email, organisation, city, country, role)
  SELECT t.import_id, a.id, a.name, a.email, a.organisation, a.city, a.country,
    CASE WHEN a.is_role_by_hand THEN 'attendee' ELSE a.role END
  FROM attendees a JOIN (SELECT DISTINCT import_id, attendee_id FROM attendance_spans) t ON t.attendee_id = a.id
  WHERE a.key NOT LIKE 'erased:%'
`;

/** Whoever is erased is erased here, too: they stay what they counted as, and no report says anything of them any more. */
const FORGET_MENTIONS = `
  CREATE FUNCTION erased_attendee_forgets_mentions() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM attendee_mentions m WHERE m.attendee_id = NEW.id;
    RETURN NULL;
  END
  $$
`;

const OF_REPORTS_ALONE = (id: string) => `NOT EXISTS (
    SELECT FROM participants p
    WHERE p.id = ${id} AND (p.verified_at IS NOT NULL OR EXISTS (SELECT FROM registrations r WHERE r.participant_id = p.id)))`;
const FORGET_LANGUAGES = ['attendees', 'presences'].map(
  (table) => `
  UPDATE ${table} x SET language = NULL
  WHERE x.language IS NOT NULL AND x.participant_id IS NOT NULL AND ${OF_REPORTS_ALONE('x.participant_id')}`,
);

const CAME_BY_LIST = `n.is_listed OR`;

/** As before, but that somebody came whom a list names, which tells no times: like a mark by hand. */
const RECOUNT = (came: string) => `
  CREATE OR REPLACE FUNCTION recount_attendance(wanted uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM presences p WHERE p.session_id = ANY (wanted);
    INSERT INTO presences (session_id, participant_id, attendee_id, role, minutes, has_come,
                           organisation, organisation_trace, city, country, language)
    SELECT n.session_id, n.participant_id, n.guest_id, n.role, n.minutes,
      n.role = 'attendee' AND (${came} (n.minutes >= n.needed AND n.minutes > 0)),
      n.organisation, n.organisation_trace, n.city, n.country, n.language
    FROM (
      SELECT a.session_id, a.participant_id, CASE WHEN a.participant_id IS NULL THEN a.id END AS guest_id,
        (array_agg(a.role ORDER BY array_position(ARRAY['bot', 'host', 'speaker', 'attendee'], a.role)))[1] AS role,
        bool_or(t.joined_at IS NULL AND t.minutes IS NULL) AS is_listed,
        greatest(
          (SELECT coalesce(floor(sum(extract(epoch FROM upper(r) - lower(r))) / 60), 0)
           FROM unnest(range_agg(
             tstzrange(greatest(t.joined_at, s.starts_at), least(t.left_at, s.ends_at)))
             FILTER (WHERE t.joined_at < s.ends_at AND t.left_at > s.starts_at)) AS r),
          -- Of nothing and something the least is something: nothing is said by a line with times.
          least(coalesce(max(t.minutes) FILTER (WHERE t.joined_at IS NULL), 0),
                floor(extract(epoch FROM s.ends_at - s.starts_at) / 60))
        )::int AS minutes,
        needed_minutes(a.session_id) AS needed,
        coalesce(max(a.organisation) FILTER (WHERE a.organisation <> ''), '') AS organisation,
        max(a.organisation_trace) AS organisation_trace,
        coalesce(max(a.city) FILTER (WHERE a.city <> ''), '') AS city,
        max(a.country) AS country, max(a.language) AS language
      FROM attendees a
      JOIN sessions s ON s.id = a.session_id
      JOIN attendance_spans t ON t.attendee_id = a.id
      WHERE a.session_id = ANY (wanted)
      GROUP BY a.session_id, a.participant_id, CASE WHEN a.participant_id IS NULL THEN a.id END, s.starts_at, s.ends_at
    ) n;
    DELETE FROM attendances e USING registrations r
    WHERE r.id = e.registration_id AND r.session_id = ANY (wanted) AND e.evidence = 'imported'
      AND NOT EXISTS (
        SELECT FROM presences p
        WHERE p.session_id = r.session_id AND p.participant_id = r.participant_id AND p.has_come);
    INSERT INTO attendances (registration_id, evidence, recorded_at)
    SELECT r.id, 'imported', now()
    FROM presences p JOIN registrations r ON r.session_id = p.session_id AND r.participant_id = p.participant_id
    WHERE p.session_id = ANY (wanted) AND p.has_come AND r.state = 'confirmed'
    ON CONFLICT DO NOTHING;
  END
  $$
`;
