import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = (table: string, column: string, to: string, onDelete: string) =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_${column}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE ${onDelete} ON UPDATE NO ACTION`;

/**
 * What meeting tools report of who was there: imports, the lines of each, whom they name in a session, and who of them is the same
 * person. Presences are made of it by `recount_attendance` alone.
 */
export class TakeAttendanceReports1764000000284 implements MigrationInterface {
  name = 'TakeAttendanceReports1764000000284';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "attendance_thresholds" (
        "series_id" uuid NOT NULL,
        "version" integer NOT NULL DEFAULT '1',
        "share_percent" integer,
        "minutes" integer,
        CONSTRAINT "ck_attendance_thresholds_share_percent" CHECK (share_percent BETWEEN 1 AND 100),
        CONSTRAINT "ck_attendance_thresholds_minutes" CHECK (minutes BETWEEN 1 AND 1440),
        CONSTRAINT "ck_attendance_thresholds_some" CHECK (num_nonnulls(share_percent, minutes) > 0),
        CONSTRAINT "pk_attendance_thresholds" PRIMARY KEY ("series_id")
      )
    `);
    await db.query(key('attendance_thresholds', 'series_id', 'series', 'CASCADE'));
    await db.query(`
      CREATE TABLE "attendance_imports" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "file_name" text NOT NULL,
        "sha256" text NOT NULL,
        "format" text NOT NULL,
        "reading" jsonb NOT NULL,
        "lines" integer NOT NULL,
        "imported_by" uuid,
        "imported_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "undone_by" uuid,
        "undone_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "ck_attendance_imports_format" CHECK (format IN ('zoom-meeting','zoom-webinar','zoom-registrants','teams','webex','bigbluebutton','table')),
        CONSTRAINT "pk_attendance_imports" PRIMARY KEY ("id")
      )
    `);
    await db.query(key('attendance_imports', 'session_id', 'sessions', 'CASCADE'));
    await db.query(
      `CREATE UNIQUE INDEX "uq_attendance_imports_file" ON "attendance_imports" ("session_id", "sha256") WHERE undone_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX "ix_attendance_imports_session_id" ON "attendance_imports" ("session_id", "imported_at")`,
    );
    await db.query(`
      CREATE TABLE "attendees" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "key" text NOT NULL,
        "name" text NOT NULL,
        "email" text NOT NULL DEFAULT '',
        "organisation" text NOT NULL DEFAULT '',
        "organisation_trace" text,
        "city" text NOT NULL DEFAULT '',
        "country" text,
        "language" text,
        "role" text NOT NULL,
        "participant_id" uuid,
        "matched_by" text,
        "decided_by" uuid,
        "decided_at" TIMESTAMP WITH TIME ZONE,
        "reason" text NOT NULL DEFAULT '',
        CONSTRAINT "ck_attendees_role" CHECK (role IN ('attendee','host','speaker','bot')),
        CONSTRAINT "ck_attendees_matched_by" CHECK (matched_by IN ('link','email','staff','earlier-decision')),
        CONSTRAINT "ck_attendees_match" CHECK (participant_id IS NULL OR matched_by IS NOT NULL),
        CONSTRAINT "pk_attendees" PRIMARY KEY ("id")
      )
    `);
    await db.query(key('attendees', 'session_id', 'sessions', 'CASCADE'));
    await db.query(key('attendees', 'participant_id', 'participants', 'RESTRICT'));
    await db.query(`CREATE UNIQUE INDEX "uq_attendees_session_id_key" ON "attendees" ("session_id", "key")`);
    await db.query(
      `CREATE INDEX "ix_attendees_participant_id" ON "attendees" ("participant_id") WHERE participant_id IS NOT NULL`,
    );
    await db.query(`
      CREATE TABLE "attendance_spans" (
        "import_id" uuid NOT NULL,
        "line" integer NOT NULL,
        "attendee_id" uuid NOT NULL,
        "joined_at" TIMESTAMP WITH TIME ZONE,
        "left_at" TIMESTAMP WITH TIME ZONE,
        "minutes" integer,
        CONSTRAINT "ck_attendance_spans_ends" CHECK ((joined_at IS NULL) = (left_at IS NULL) AND left_at >= joined_at),
        CONSTRAINT "ck_attendance_spans_minutes" CHECK (minutes >= 0),
        CONSTRAINT "ck_attendance_spans_some" CHECK (num_nonnulls(joined_at, minutes) > 0),
        CONSTRAINT "pk_attendance_spans" PRIMARY KEY ("import_id", "line")
      )
    `);
    await db.query(key('attendance_spans', 'import_id', 'attendance_imports', 'CASCADE'));
    await db.query(key('attendance_spans', 'attendee_id', 'attendees', 'CASCADE'));
    await db.query(`CREATE INDEX "ix_attendance_spans_attendee_id" ON "attendance_spans" ("attendee_id")`);
    await db.query(`
      CREATE TABLE "attendance_decisions" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "series_id" uuid NOT NULL,
        "key" text NOT NULL,
        "participant_id" uuid,
        "role" text,
        "reason" text NOT NULL DEFAULT '',
        "decided_by" uuid,
        "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_attendance_decisions_role" CHECK (role IN ('attendee','host','speaker','bot')),
        CONSTRAINT "pk_attendance_decisions" PRIMARY KEY ("id")
      )
    `);
    await db.query(key('attendance_decisions', 'series_id', 'series', 'CASCADE'));
    await db.query(key('attendance_decisions', 'participant_id', 'participants', 'CASCADE'));
    await db.query(
      `CREATE UNIQUE INDEX "uq_attendance_decisions_series_id_key" ON "attendance_decisions" ("series_id", "key")`,
    );
    await db.query(
      `CREATE INDEX "ix_attendance_decisions_participant_id" ON "attendance_decisions" ("participant_id") WHERE participant_id IS NOT NULL`,
    );
    await db.query(`
      CREATE TABLE "presences" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "session_id" uuid NOT NULL,
        "participant_id" uuid,
        "attendee_id" uuid,
        "role" text NOT NULL,
        "minutes" integer NOT NULL,
        "has_come" boolean NOT NULL,
        "organisation" text NOT NULL,
        "organisation_trace" text,
        "city" text NOT NULL,
        "country" text,
        "language" text,
        CONSTRAINT "ck_presences_whose" CHECK (num_nonnulls(participant_id, attendee_id) = 1),
        CONSTRAINT "pk_presences" PRIMARY KEY ("id")
      )
    `);
    await db.query(key('presences', 'session_id', 'sessions', 'CASCADE'));
    await db.query(key('presences', 'participant_id', 'participants', 'RESTRICT'));
    await db.query(key('presences', 'attendee_id', 'attendees', 'CASCADE'));
    await db.query(
      `CREATE UNIQUE INDEX "uq_presences_session_id_participant_id" ON "presences" ("session_id", "participant_id")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_presences_attendee_id" ON "presences" ("attendee_id") WHERE attendee_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX "ix_presences_participant_id" ON "presences" ("participant_id") WHERE participant_id IS NOT NULL`,
    );
    await db.query(`ALTER TABLE "registrations" ADD "organisation_trace" text`);
    await db.query(NEEDED_MINUTES);
    await db.query(RECOUNT);
    for (const sql of KEEP_COUNTED) await db.query(sql);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER sessions_recount_attendance ON sessions`);
    await db.query(`DROP TRIGGER participants_take_attendance_along ON participants`);
    await db.query(`DROP TRIGGER attendance_thresholds_recount ON attendance_thresholds`);
    for (const name of ['session_recounts_attendance', 'merge_takes_attendance_along', 'threshold_recounts'])
      await db.query(`DROP FUNCTION ${name}()`);
    await db.query(`DROP FUNCTION recount_attendance(uuid[])`);
    await db.query(`DROP FUNCTION needed_minutes(uuid)`);
    await db.query(`ALTER TABLE "registrations" DROP "organisation_trace"`);
    for (const table of [
      'presences',
      'attendance_decisions',
      'attendance_spans',
      'attendees',
      'attendance_imports',
      'attendance_thresholds',
    ])
      await db.query(`DROP TABLE "${table}"`);
  }
}

/** Minutes of a session that make somebody one who came: the smaller of the share and the minutes, 50 % and 15 where nothing is set. */
const NEEDED_MINUTES = `
  CREATE FUNCTION needed_minutes(session uuid) RETURNS numeric LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN t.series_id IS NULL THEN least(15, n.length * 0.5)
                ELSE least(t.minutes, n.length * t.share_percent / 100.0) END
    FROM sessions s
    CROSS JOIN LATERAL (SELECT extract(epoch FROM s.ends_at - s.starts_at) / 60 AS length) n
    LEFT JOIN attendance_thresholds t ON t.series_id = s.series_id
    WHERE s.id = needed_minutes.session
  $$
`;

/**
 * Makes presences of sessions anew from what was imported: of each person, or of each guest whom nobody identified, the minutes between
 * the session's start and end during which at least one line has them there, so that rejoining, a second device and an overlapping report
 * count once. A line with minutes but no times counts with those, up to the session's length, where no line has more.
 * Whoever was host, speaker or bot on any line is set apart. The caller holds the sessions' locks.
 */
const RECOUNT = `
  CREATE FUNCTION recount_attendance(wanted uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM presences p WHERE p.session_id = ANY (wanted);
    INSERT INTO presences (session_id, participant_id, attendee_id, role, minutes, has_come,
                           organisation, organisation_trace, city, country, language)
    SELECT n.session_id, n.participant_id, n.guest_id, n.role, n.minutes,
      n.role = 'attendee' AND n.minutes >= n.needed AND n.minutes > 0,
      n.organisation, n.organisation_trace, n.city, n.country, n.language
    FROM (
      SELECT a.session_id, a.participant_id, CASE WHEN a.participant_id IS NULL THEN a.id END AS guest_id,
        (array_agg(a.role ORDER BY array_position(ARRAY['bot', 'host', 'speaker', 'attendee'], a.role)))[1] AS role,
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

/** Whatever the count is made of besides imports changes it at once: times of a session, the threshold, two people who are one. */
const KEEP_COUNTED = [
  `
  CREATE FUNCTION session_recounts_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM attendees a WHERE a.session_id = NEW.id) THEN
      PERFORM recount_attendance(ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
  END
  $$
  `,
  `
  CREATE TRIGGER sessions_recount_attendance AFTER UPDATE OF starts_at, ends_at, series_id ON sessions FOR EACH ROW
  WHEN (OLD.starts_at <> NEW.starts_at OR OLD.ends_at <> NEW.ends_at OR OLD.series_id <> NEW.series_id)
  EXECUTE FUNCTION session_recounts_attendance()
  `,
  `
  CREATE FUNCTION threshold_recounts() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM recount_attendance(array_agg(s.id)) FROM sessions s
    WHERE s.series_id = coalesce(NEW.series_id, OLD.series_id) AND EXISTS (SELECT FROM attendees a WHERE a.session_id = s.id);
    RETURN NULL;
  END
  $$
  `,
  `
  CREATE TRIGGER attendance_thresholds_recount AFTER INSERT OR UPDATE OR DELETE ON attendance_thresholds
  FOR EACH ROW EXECUTE FUNCTION threshold_recounts()
  `,
  `
  CREATE FUNCTION merge_takes_attendance_along() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    touched uuid[];
  BEGIN
    UPDATE attendance_decisions d SET participant_id = NEW.merged_into_id WHERE d.participant_id = NEW.id;
    SELECT array_agg(DISTINCT a.session_id) INTO touched FROM attendees a WHERE a.participant_id = NEW.id;
    IF touched IS NOT NULL THEN
      UPDATE attendees a SET participant_id = NEW.merged_into_id WHERE a.participant_id = NEW.id;
      PERFORM recount_attendance(touched);
    END IF;
    RETURN NULL;
  END
  $$
  `,
  `
  CREATE TRIGGER participants_take_attendance_along AFTER UPDATE OF merged_into_id ON participants FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL AND OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id)
  EXECUTE FUNCTION merge_takes_attendance_along()
  `,
];
