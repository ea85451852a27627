/** An installation as large as promised: 1,000 sessions, 100,000 registrations, 250,000 lines of meeting reports. */
export const SERIES = 20;
export const SESSIONS = 1000;
export const REGISTRATIONS = 100_000;
const PEOPLE = 25_000;
const OF_A_SESSION = REGISTRATIONS / SESSIONS;
const GUESTS = 5;

/** $1 cities as JSON: `city`, `country`, `zone`. Several statements, each with one parameter at most. */
export const SEED: readonly string[] = [
  `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
   SELECT 'bench-series-' || n, 'published', '2022-01-01', '2026-12-31', 'en', 'Europe/Berlin' FROM generate_series(1, ${SERIES}) n`,
  `INSERT INTO series_translations (series_id, language, title) SELECT id, 'en', slug FROM series WHERE slug LIKE 'bench-series-%'`,
  `INSERT INTO regions (slug, position, tint) SELECT 'bench-region-' || n, n, 'world' FROM generate_series(1, 8) n`,
  `INSERT INTO categories (slug, position) SELECT 'bench-category-' || n, n FROM generate_series(1, 10) n`,
  `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
   SELECT y.id, 'bench-session-' || n, 'held', 'exchange', at, at + interval '90 minutes', to_char(at, 'YYYY-MM-DD"T"HH24:MI'),
          to_char(at + interval '90 minutes', 'YYYY-MM-DD"T"HH24:MI'), 'UTC', '{en}'
   FROM generate_series(1, ${SESSIONS}) n
   JOIN series y ON y.slug = 'bench-series-' || (1 + n % ${SERIES})
   CROSS JOIN LATERAL (SELECT timestamptz '2022-01-03 06:00Z' + n * interval '43 hours') AS t (at)`,
  `INSERT INTO session_translations (session_id, language, title)
   SELECT id, language, 'Water and cities, ' || slug FROM sessions, unnest(ARRAY['en', 'de']) language WHERE slug LIKE 'bench-session-%'`,
  `INSERT INTO session_regions (session_id, region_id)
   SELECT s.id, r.id FROM sessions s JOIN regions r ON r.slug = 'bench-region-' || (1 + abs(hashtext(s.slug)) % 8)
   WHERE s.slug LIKE 'bench-session-%'`,
  `INSERT INTO session_categories (session_id, category_id)
   SELECT s.id, c.id FROM sessions s JOIN categories c ON c.slug = 'bench-category-' || (1 + abs(hashtext(s.slug)) % 10)
   WHERE s.slug LIKE 'bench-session-%'`,
  `INSERT INTO participants (email, email_key, name, organisation, city, country, language, time_zone, verified_at)
   SELECT 'bench-' || n || '@example.org', 'bench-' || n || '@example.org', 'Sample ' || n, 'Water works ' || n % 3000,
          c ->> 'city', c ->> 'country', CASE WHEN n % 4 = 0 THEN 'de' ELSE 'en' END, c ->> 'zone', now()
   FROM generate_series(0, ${PEOPLE - 1}) n
   CROSS JOIN LATERAL (SELECT $1::jsonb -> (n % jsonb_array_length($1::jsonb)) AS c) t`,
  `WITH people AS MATERIALIZED (
     SELECT *, row_number() OVER (ORDER BY email_key) AS nth FROM participants WHERE email_key LIKE 'bench-%'
   ), places AS MATERIALIZED (
     SELECT id, starts_at, row_number() OVER (ORDER BY starts_at) AS nth FROM sessions WHERE slug LIKE 'bench-session-%'
   )
   INSERT INTO registrations (session_id, participant_id, state, queue_number, name, organisation, city, country, language, time_zone,
                              privacy_notice, created_at, confirmed_at, ended_at)
   SELECT s.id, p.id, state, CASE WHEN state = 'waitlisted' THEN nextval('registration_queue') END, p.name, p.organisation, p.city,
          p.country, p.language, p.time_zone, '1', at, CASE WHEN state = 'confirmed' THEN at + interval '1 hour' END,
          CASE WHEN state = 'cancelled' THEN at + interval '2 days' END
   FROM places s CROSS JOIN generate_series(0, ${OF_A_SESSION - 1}) n
   JOIN people p ON p.nth = 1 + (s.nth * 37 + n * 251) % ${PEOPLE}
   CROSS JOIN LATERAL (SELECT CASE WHEN n % 20 = 7 THEN 'waitlisted' WHEN n % 20 = 13 THEN 'cancelled' ELSE 'confirmed' END,
                              s.starts_at - (n % 40) * interval '1 day') AS t (state, at)`,
  `INSERT INTO attendance_imports (session_id, file_name, sha256, format, reading, lines, imported_at)
   SELECT id, 'report.csv', id::text, 'table', '{}', 250, ends_at FROM sessions WHERE slug LIKE 'bench-session-%'`,
  // Four of five with a place came.
  `INSERT INTO attendees (session_id, key, name, email, role, participant_id, matched_by)
   SELECT r.session_id, r.id::text, r.name, '', 'attendee', r.participant_id, 'email'
   FROM registrations r JOIN sessions s ON s.id = r.session_id
   WHERE s.slug LIKE 'bench-session-%' AND r.state = 'confirmed' AND abs(hashtext(r.id::text)) % 50 < 44`,
  `INSERT INTO attendees (session_id, key, name, role)
   SELECT id, 'guest-' || n, 'Guest ' || n, 'attendee' FROM sessions, generate_series(1, ${GUESTS}) n WHERE slug LIKE 'bench-session-%'`,
  `INSERT INTO attendance_spans (import_id, line, attendee_id, joined_at, left_at)
   SELECT i.id, row_number() OVER (PARTITION BY i.id), a.id, s.starts_at + n * interval '25 minutes', s.starts_at + n * interval '25 minutes'
            + interval '22 minutes'
   FROM attendees a JOIN sessions s ON s.id = a.session_id JOIN attendance_imports i ON i.session_id = s.id
   CROSS JOIN generate_series(0, 2) n WHERE s.slug LIKE 'bench-session-%'`,
  `SELECT recount_attendance(array_agg(id)) FROM sessions WHERE slug LIKE 'bench-session-%'`,
  `ANALYZE`,
];
