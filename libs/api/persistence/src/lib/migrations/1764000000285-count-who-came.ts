import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one definition of who is counted: a row for each person with a live registration in a session, and for each who came without one;
 * a guest whom nobody identified has no person. Two joins on unique keys, so that who asks for places alone reads registrations alone.
 */
const SESSION_PEOPLE = `
  CREATE VIEW session_people AS
  SELECT r.session_id, r.participant_id AS person_id, NULL::uuid AS guest_id, r.id AS registration_id, r.state,
         r.state = 'confirmed' AS has_place,
         coalesce(p.has_come, false) OR m.registration_id IS NOT NULL AS has_come,
         r.country, r.city, r.organisation, r.organisation_trace, r.language
  FROM registrations r
  LEFT JOIN presences p ON p.session_id = r.session_id AND p.participant_id = r.participant_id
  LEFT JOIN attendances m ON m.registration_id = r.id AND m.evidence = 'manual'
  WHERE r.state IN ('confirmed', 'waitlisted', 'awaiting-approval')
  UNION ALL
  SELECT p.session_id, p.participant_id, p.attendee_id, NULL, NULL, false, true,
         p.country, p.city, p.organisation, p.organisation_trace, p.language
  FROM presences p
  WHERE p.has_come AND NOT EXISTS (
    SELECT FROM registrations r
    WHERE r.session_id = p.session_id AND r.participant_id = p.participant_id
      AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval'))
`;

/** Of each session who came: people who are known, guests who are not, and the day of the last report; null: marked by hand alone. */
const SESSION_ATTENDANCE = `
  CREATE VIEW session_attendance AS
  SELECT s.id AS session_id, c.attended, c.guests, i.imported_on
  FROM sessions s
  CROSS JOIN LATERAL (
    SELECT count(x.person_id)::int AS attended, (count(*) - count(x.person_id))::int AS guests
    FROM session_people x WHERE x.session_id = s.id AND x.has_come
  ) c
  CROSS JOIN LATERAL (
    SELECT max(i.imported_at)::date AS imported_on FROM attendance_imports i
    WHERE i.session_id = s.id AND i.undone_at IS NULL
  ) i
`;

const CHOSEN = (
  of: string,
) => `s.series_id = ${of}.series AND (${of}.selected IS NULL OR s.id = ANY (${of}.selected))
            AND s.state IN ('published', 'held')`;

/**
 * Who came to sessions of a series: \`attended\` sums sessions, \`attendees\` counts each person once; guests may each be one more
 * person, or one of those. \`accounted\`: sessions of which anything is known.
 */
const ATTENDANCE_OVER = `
  CREATE FUNCTION attendance_over(series uuid, selected uuid[])
  RETURNS TABLE (accounted integer, attended integer, guests integer, attendees integer, imported_on date)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT c.accounted, c.attended, c.guests, c.attendees, i.imported_on
    FROM (
      SELECT count(DISTINCT x.session_id)::int AS accounted, count(x.person_id)::int AS attended,
             (count(*) - count(x.person_id))::int AS guests, count(DISTINCT x.person_id)::int AS attendees
      FROM sessions s JOIN session_people x ON x.session_id = s.id
      WHERE ${CHOSEN('attendance_over')} AND x.has_come
    ) c
    CROSS JOIN (
      SELECT max(i.imported_at)::date AS imported_on
      FROM sessions s JOIN attendance_imports i ON i.session_id = s.id
      WHERE ${CHOSEN('attendance_over')} AND i.undone_at IS NULL
    ) i
  $$
`;

/** As before, but that the people are those of \`session_people\`. */
const COUNTS_OVER = (people: string, where: string) => `
  CREATE OR REPLACE FUNCTION counts_over(series uuid, selected uuid[])
  RETURNS TABLE (sessions integer, participations integer, participants integer, cities integer, countries integer,
                 regions integer, speakers integer)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT n.sessions, p.participations, p.participants, p.cities, p.countries, r.regions, k.speakers
    FROM (
      SELECT count(*)::int AS sessions FROM sessions s
      WHERE ${CHOSEN('counts_over')}
    ) n
    CROSS JOIN LATERAL (
      SELECT
        count(*)::int AS participations,
        count(DISTINCT ${people})::int AS participants,
        count(DISTINCT (lower(g.city), g.country)) FILTER (WHERE g.city <> '')::int AS cities,
        count(DISTINCT g.country)::int AS countries
      FROM sessions s JOIN ${where}
    ) p
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT sr.region_id)::int AS regions
      FROM sessions s JOIN session_regions sr ON sr.session_id = s.id
      WHERE ${CHOSEN('counts_over')}
    ) r
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT c.speaker_id)::int AS speakers
      FROM sessions s JOIN contributions c ON c.session_id = s.id
      WHERE ${CHOSEN('counts_over')}
    ) k
  $$
`;
const OF_PEOPLE = COUNTS_OVER(
  'g.person_id',
  `session_people g ON g.session_id = s.id WHERE ${CHOSEN('counts_over')} AND g.has_place`,
);
const OF_REGISTRATIONS = COUNTS_OVER(
  'g.participant_id',
  `registrations g ON g.session_id = s.id WHERE ${CHOSEN('counts_over')} AND g.state = 'confirmed'`,
);

/** What somebody came to is \`imported\` as soon as a report had a part in it; guests make it a range: as many more at the most. */
const CAME_TO_SESSION = `
  UNION ALL
  SELECT a.session_id, 'attended', a.attended, CASE WHEN a.imported_on IS NULL THEN 'counted' ELSE 'imported' END, a.guests > 0,
         NULL, a.imported_on, CASE WHEN a.guests > 0 THEN a.attended + a.guests END
  FROM session_attendance a WHERE a.attended + a.guests > 0
`;
const CAME_TO_SERIES = `
  UNION ALL
  SELECT y.id, m.measure, m.value, CASE WHEN c.imported_on IS NULL THEN 'counted' ELSE 'imported' END, c.guests > 0, NULL,
         c.imported_on, CASE WHEN c.guests > 0 THEN m.value + c.guests END
  FROM series y CROSS JOIN LATERAL attendance_over(y.id, NULL) c
  CROSS JOIN LATERAL (VALUES ('attended', c.attended), ('attendees', c.attendees)) AS m (measure, value)
  WHERE c.attended + c.guests > 0
`;

/** Ranges have an end, as \`up_to\`; without attendance there are none. */
const withEnd = (came: string, end: string) => (came === '' ? '' : `, ${end}`);

const SESSION_FIGURES = (came: string) => `
  CREATE VIEW session_figures AS
  SELECT c.session_id, m.measure, m.value, 'counted'::text AS origin, false AS is_at_least,
         NULL::text AS source, NULL::date AS stated_on${withEnd(came, 'NULL::integer AS up_to')}
  FROM session_counts c
  CROSS JOIN LATERAL (
    VALUES ('registered', c.registered), ('confirmed', c.confirmed), ('waitlisted', c.waitlisted)
  ) AS m (measure, value)
  WHERE c.registered > 0
  ${came}
  UNION ALL
  SELECT session_id, measure, value, origin, is_at_least, source, stated_on${withEnd(came, 'NULL')}
  FROM stated_counts WHERE session_id IS NOT NULL
`;
const SERIES_FIGURES = (came: string) => `
  CREATE VIEW series_figures AS
  SELECT c.series_id, m.measure, m.value, 'counted'::text AS origin, false AS is_at_least,
         NULL::text AS source, NULL::date AS stated_on${withEnd(came, 'NULL::integer AS up_to')}
  FROM series_counts c
  CROSS JOIN LATERAL (
    VALUES ('sessions', c.sessions), ('participations', c.participations), ('participants', c.participants),
           ('cities', c.cities), ('countries', c.countries), ('regions', c.regions), ('speakers', c.speakers)
  ) AS m (measure, value)
  WHERE m.value > 0
  ${came}
  UNION ALL
  SELECT series_id, measure, value, origin, is_at_least, source, stated_on${withEnd(came, 'NULL')}
  FROM stated_counts WHERE series_id IS NOT NULL
`;

const CAME_TO_SELECTION = `
    UNION ALL
    SELECT 'attendees', c.attendees, CASE WHEN c.imported_on IS NULL THEN 'counted' ELSE 'imported' END,
           c.guests > 0 OR n.sessions > c.accounted, NULL, c.imported_on, n.sessions - c.accounted,
           CASE WHEN c.guests > 0 AND n.sessions = c.accounted THEN c.attendees + c.guests END
    FROM attendance_over(selection_figures.series, selection_figures.selected) c
    CROSS JOIN (SELECT count(*)::int AS sessions FROM chosen) n
    WHERE c.attended + c.guests > 0
`;
const SELECTION_FIGURES = (came: string) => `
  CREATE FUNCTION selection_figures(series uuid, selected uuid[])
  RETURNS TABLE (measure text, value integer, origin text, is_at_least boolean, source text, stated_on date, left_out integer${withEnd(came, 'up_to integer')})
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH chosen AS (
      SELECT s.id, n.confirmed FROM sessions s JOIN session_counts n ON n.session_id = s.id
      WHERE s.series_id = selection_figures.series AND s.id = ANY (selection_figures.selected)
        AND s.state IN ('published', 'held')
    ), silent AS (
      SELECT count(*)::int AS sessions FROM chosen c
      WHERE c.confirmed = 0 AND EXISTS (
        SELECT FROM stated_counts t
        WHERE t.session_id = c.id AND t.measure NOT IN ('sessions', 'speakers', 'regions', 'waitlisted'))
    ), summed AS (
      SELECT DISTINCT ON (t.measure) t.measure, t.value, t.origin, t.is_at_least, t.source, t.stated_on,
        CASE WHEN t.origin = 'counted' THEN silent.sessions
             ELSE (SELECT count(*)::int FROM chosen) - t.sessions END AS left_out${withEnd(came, 't.up_to')}
      FROM (
        SELECT f.measure, f.origin, sum(f.value)::int AS value, bool_or(f.is_at_least) AS is_at_least, count(*)::int AS sessions,
               string_agg(DISTINCT f.source, ', ') AS source, max(f.stated_on) AS stated_on
               ${withEnd(came, 'CASE WHEN count(f.up_to) > 0 THEN sum(coalesce(f.up_to, f.value))::int END AS up_to')}
        FROM chosen c JOIN session_figures f ON f.session_id = c.id
        WHERE f.measure IN ('registered', 'confirmed', 'waitlisted', 'attended')
        GROUP BY f.measure, f.origin
      ) t CROSS JOIN silent
      ORDER BY t.measure, t.sessions DESC, array_position(ARRAY['counted', 'imported', 'reported'], t.origin)
    )
    SELECT t.measure, t.value, t.origin, t.is_at_least OR t.left_out > 0, t.source, t.stated_on, t.left_out
           ${withEnd(came, 'CASE WHEN t.left_out = 0 THEN t.up_to END')}
    FROM summed t
    ${came}
    UNION ALL
    SELECT m.measure, m.value, 'counted', m.left_out > 0, NULL, NULL, m.left_out${withEnd(came, 'NULL::integer')}
    FROM counts_over(selection_figures.series, selection_figures.selected) c CROSS JOIN silent
    CROSS JOIN LATERAL (
      VALUES ('sessions', c.sessions, 0), ('participations', c.participations, silent.sessions),
             ('participants', c.participants, silent.sessions), ('cities', c.cities, silent.sessions),
             ('countries', c.countries, silent.sessions), ('regions', c.regions, 0), ('speakers', c.speakers, 0)
    ) AS m (measure, value, left_out)
    WHERE m.value > 0
  $$
`;

const COUNT = (f: string, up: string) =>
  `count_json(${f}.measure, ${f}.value, ${f}.origin, ${f}.is_at_least, ${f}.source, ${f}.stated_on${up})`;

/** As before, but that ranges have an end. */
const FIGURE_COUNTS = (up: string) => `
  CREATE OR REPLACE FUNCTION figure_counts(body jsonb, series uuid, covered uuid[]) RETURNS TABLE (key text, count jsonb)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (w.key) w.key, ${COUNT('f', up)}
    FROM (
      SELECT DISTINCT p.key, p.measure, p.session_id, p.session_ids FROM placed_figures(figure_counts.body) p
    ) w
    CROSS JOIN LATERAL (
      SELECT f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on${up}
      FROM sessions s JOIN session_figures f ON f.session_id = s.id
      WHERE s.id = w.session_id AND s.id = ANY (figure_counts.covered) AND s.state <> 'draft' AND f.measure = w.measure
      UNION ALL
      SELECT f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on${up}
      FROM series_figures f
      WHERE w.session_id IS NULL AND w.session_ids IS NULL AND f.series_id = figure_counts.series
        AND f.measure = w.measure
      UNION ALL
      SELECT f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on${up}
      FROM selection_figures(figure_counts.series, w.session_ids) f
      WHERE w.session_ids IS NOT NULL AND f.measure = w.measure
    ) f
    ORDER BY w.key, array_position(ARRAY['counted', 'imported', 'reported'], f.origin)
  $$
`;
const REVISION_SESSIONS = (up: string) => `
  CREATE OR REPLACE FUNCTION revision_sessions(revision uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce((
      SELECT jsonb_object_agg(s.id, coalesce((
        SELECT jsonb_agg(${COUNT('f', up)} ORDER BY f.origin, f.measure)
        FROM session_figures f WHERE f.session_id = s.id), '[]'::jsonb))
      FROM sessions s WHERE s.id = ANY (v.session_ids)
    ), '{}'::jsonb)
    FROM recap_revisions v WHERE v.id = revision_sessions.revision
  $$
`;

const ROUNDED_COUNT = (end: string) => `
  CREATE OR REPLACE FUNCTION rounded_count(count jsonb, rounding text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT CASE WHEN r.value IN (0, w.value) THEN w.value || ' ' || (rounded_count.count ->> 'isAtLeast')${end}
                ELSE r.value || ' true' END
    FROM (SELECT (rounded_count.count ->> 'value')::int AS value) w
    CROSS JOIN LATERAL (
      SELECT w.value / rounding_step(rounded_count.rounding) * rounding_step(rounded_count.rounding) AS value
    ) r)
`;

async function figuresAnew(db: QueryRunner, came: { session: string; series: string; selection: string }) {
  const up = withEnd(came.session, 'f.up_to');
  await db.query(`DROP VIEW session_figures`);
  await db.query(`DROP VIEW series_figures`);
  await db.query(`DROP FUNCTION selection_figures(uuid, uuid[])`);
  await db.query(SESSION_FIGURES(came.session));
  await db.query(SERIES_FIGURES(came.series));
  await db.query(SELECTION_FIGURES(came.selection));
  await db.query(FIGURE_COUNTS(up));
  await db.query(REVISION_SESSIONS(up));
  await db.query(ROUNDED_COUNT(up && ` || coalesce(' ' || (rounded_count.count ->> 'upTo'), '')`));
}

/** Who came is counted as who has a place is: from one view, which pages, recaps, dashboards and reports read. */
export class CountWhoCame1764000000285 implements MigrationInterface {
  name = 'CountWhoCame1764000000285';

  async up(db: QueryRunner): Promise<void> {
    await db.query(SESSION_PEOPLE);
    await db.query(SESSION_ATTENDANCE);
    await db.query(ATTENDANCE_OVER);
    await db.query(OF_PEOPLE);
    // What has no end is told as before: figures that were frozen are compared with those of today.
    await db.query(`
      CREATE FUNCTION count_json(measure text, value integer, origin text, is_at_least boolean, source text, stated_on date,
                                 up_to integer)
      RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT count_json(measure, value, origin, is_at_least, source, stated_on)
          || CASE WHEN up_to IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('upTo', up_to) END
      $$
    `);
    await figuresAnew(db, {
      session: CAME_TO_SESSION,
      series: CAME_TO_SERIES,
      selection: CAME_TO_SELECTION,
    });
    // What came of an import is on pages that are kept.
    await db.query(`
      CREATE TRIGGER attendance_imports_tell_readers AFTER INSERT OR UPDATE ON attendance_imports
      FOR EACH STATEMENT EXECUTE FUNCTION tell_readers()
    `);
    await db.query(`
      CREATE TRIGGER presences_tell_readers AFTER INSERT OR DELETE ON presences
      FOR EACH STATEMENT EXECUTE FUNCTION tell_readers()
    `);
    await db.query(`
      CREATE TRIGGER attendances_tell_readers AFTER INSERT OR DELETE ON attendances
      FOR EACH STATEMENT EXECUTE FUNCTION tell_readers()
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['attendances', 'presences', 'attendance_imports'])
      await db.query(`DROP TRIGGER ${table}_tell_readers ON ${table}`);
    await figuresAnew(db, { session: '', series: '', selection: '' });
    await db.query(`DROP FUNCTION count_json(text, integer, text, boolean, text, date, integer)`);
    await db.query(OF_REGISTRATIONS);
    await db.query(`DROP FUNCTION attendance_over(uuid, uuid[])`);
    await db.query(`DROP VIEW session_attendance`);
    await db.query(`DROP VIEW session_people`);
  }
}
