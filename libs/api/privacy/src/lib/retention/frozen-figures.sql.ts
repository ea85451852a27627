import { PRIVACY_LIMITS } from '@reihe/shared-figures';
import { traceOf } from '../people/forgetting.sql';

/** Keys by dimension, each of a person in a session; what has none counts under no key. */
const KEYS = `
  SELECT 'session' AS dimension, p.session_id::text AS key, p.* FROM people p
  UNION ALL SELECT 'month', to_char(p.starts_at AT TIME ZONE p.session_zone, 'YYYY-MM'), p.* FROM people p
  UNION ALL SELECT 'country', p.country, p.* FROM people p WHERE p.country IS NOT NULL
  UNION ALL SELECT 'city', lower(p.city) || '|' || coalesce(p.country, ''), p.* FROM people p WHERE p.city <> ''
  UNION ALL SELECT 'region', r.region_id::text, p.* FROM people p JOIN session_regions r ON r.session_id = p.session_id
  UNION ALL SELECT 'category', c.category_id::text, p.* FROM people p JOIN session_categories c ON c.session_id = p.session_id
  UNION ALL SELECT 'language', p.language, p.* FROM people p WHERE p.language IS NOT NULL
  UNION ALL SELECT 'organisation', p.organisation_key, p.* FROM people p WHERE p.organisation_key IS NOT NULL
  UNION ALL SELECT 'time-zone', p.time_zone, p.* FROM people p WHERE p.time_zone IS NOT NULL`;

/**
 * $1 series · $2 sessions whose answers are to be counted: those that lose them · $3 the dimensions. Everything that any figure of the series is made of,
 * by the view that all figures read.
 */
export const FIGURES_OF_SERIES = `
  WITH chosen AS MATERIALIZED (
    SELECT s.id, s.starts_at, s.time_zone FROM sessions s WHERE s.series_id = $1 AND s.state IN ('published', 'held')
  ), people AS MATERIALIZED (
    SELECT x.session_id, x.person_id, x.guest_id, x.has_place, x.has_come, x.country, x.city, x.language, x.organisation,
           ${traceOf('x')} AS organisation_key, c.starts_at, c.time_zone AS session_zone, r.time_zone
    FROM chosen c JOIN session_people x ON x.session_id = c.id LEFT JOIN registrations r ON r.id = x.registration_id
  ), cells AS (
    SELECT x.dimension, x.key, jsonb_build_object(
      'key', x.key,
      'label', CASE
        WHEN x.dimension = 'organisation'
          AND count(DISTINCT coalesce(x.person_id, x.guest_id)) FILTER (WHERE x.organisation <> '') >= ${PRIVACY_LIMITS.label}
        THEN mode() WITHIN GROUP (ORDER BY nullif(x.organisation, '')) END,
      'places', count(*) FILTER (WHERE x.has_place),
      'people', count(DISTINCT x.person_id) FILTER (WHERE x.has_place),
      'attended', count(x.person_id) FILTER (WHERE x.has_come),
      'attendees', count(DISTINCT x.person_id) FILTER (WHERE x.has_come),
      'guests', count(*) FILTER (WHERE x.has_come AND x.person_id IS NULL)) AS cell
    FROM (${KEYS}) x
    GROUP BY x.dimension, x.key
  )
  SELECT jsonb_build_object(
    'shape', 1,
    'totals', (SELECT to_jsonb(c) FROM counts_over($1, NULL) c)
      || (SELECT to_jsonb(a) - 'imported_on' FROM attendance_over($1, NULL) a)
      || (SELECT jsonb_build_object('registered', coalesce(sum(n.registered), 0), 'waitlisted', coalesce(sum(n.waitlisted), 0))
          FROM chosen c JOIN session_counts n ON n.session_id = c.id)
      || (SELECT jsonb_build_object('organisations', count(DISTINCT p.organisation_key)) FROM people p),
    'sessions', coalesce((
      SELECT jsonb_agg(jsonb_build_object('sessionId', s.id, 'registered', n.registered, 'confirmed', n.confirmed,
                                          'waitlisted', n.waitlisted) ORDER BY s.starts_at, s.id)
      FROM sessions s JOIN session_counts n ON n.session_id = s.id WHERE s.series_id = $1), '[]'::jsonb),
    'by', (SELECT jsonb_object_agg(d.dimension, coalesce(
             (SELECT jsonb_agg(c.cell ORDER BY c.key) FROM cells c WHERE c.dimension = d.dimension), '[]'::jsonb))
           FROM unnest($3::text[]) AS d (dimension)),
    'placesPerPerson', coalesce((
      SELECT jsonb_agg(jsonb_build_object('places', n.places, 'people', n.people) ORDER BY n.places)
      FROM (
        SELECT o.places, count(*)::int AS people
        FROM (SELECT count(*)::int AS places FROM people p WHERE p.has_place AND p.person_id IS NOT NULL GROUP BY p.person_id) o
        GROUP BY o.places
      ) n), '[]'::jsonb),
    'answers', coalesce((
      SELECT jsonb_agg(jsonb_build_object('questionId', q.id, 'label', q.label, 'answers', q.answers) ORDER BY q.label, q.id)
      FROM (
        SELECT q.id, q.label, jsonb_agg(jsonb_build_object('value', v.value, 'label', coalesce(o.label, v.value), 'people', v.people)
                                        ORDER BY v.people DESC, v.value) AS answers
        FROM (
          SELECT q.id, q.options, (SELECT q.texts -> k ->> 'label' FROM jsonb_object_keys(q.texts) k
                                   ORDER BY k = y.default_language DESC, k LIMIT 1) AS label, y.default_language
          FROM questions q CROSS JOIN series y
          WHERE y.id = $1 AND q.kind IN ('choice', 'many', 'country', 'consent')
        ) q
        JOIN LATERAL (
          SELECT u.value, count(DISTINCT r.participant_id)::int AS people
          FROM registrations r JOIN answers w ON w.registration_id = r.id AND w.question_id = q.id
          CROSS JOIN LATERAL jsonb_array_elements_text(
            CASE WHEN jsonb_typeof(w.value) = 'array' THEN w.value ELSE jsonb_build_array(w.value) END) AS u (value)
          WHERE r.session_id = ANY ($2::uuid[]) AND r.state = 'confirmed'
          GROUP BY u.value
        ) v ON true
        LEFT JOIN LATERAL (
          SELECT (SELECT e.option -> 'labels' ->> k FROM jsonb_object_keys(e.option -> 'labels') k
                  ORDER BY k = q.default_language DESC, k LIMIT 1) AS label
          FROM jsonb_array_elements(q.options) AS e (option) WHERE e.option ->> 'id' = v.value
        ) o ON true
        GROUP BY q.id, q.label
      ) q), '[]'::jsonb)
  ) AS figures`;

/** $1 sessions. Whatever anything is counted by, row for row, with nothing that says who it is: the same before and after. */
export const COUNTED_ROWS = `
  SELECT md5(coalesce(string_agg(n.row, E'\\n' ORDER BY n.row COLLATE "C"), '')) AS digest
  FROM (
    SELECT concat_ws('|', 'p', x.session_id, x.person_id, x.guest_id, x.registration_id, x.state, x.has_place, x.has_come, x.country,
                     x.city, ${traceOf('x')}, x.language) AS row
    FROM session_people x WHERE x.session_id = ANY ($1::uuid[])
    UNION ALL
    SELECT concat_ws('|', 'r', r.id, r.session_id, r.participant_id, r.country, r.city, r.language, r.time_zone, r.origin,
                     r.created_at, r.confirmed_at,
                     -- What nobody confirmed ends with its person.
                     CASE WHEN r.state NOT IN ('unverified', 'expired') THEN concat_ws('|', r.state, r.ended_at) END,
                     EXISTS (SELECT FROM join_hints h WHERE h.registration_id = r.id),
                     (SELECT string_agg(a.evidence, ',' ORDER BY a.evidence) FROM attendances a WHERE a.registration_id = r.id))
    FROM registrations r WHERE r.session_id = ANY ($1::uuid[])
    UNION ALL
    SELECT concat_ws('|', 'm', p.session_id, p.participant_id, p.attendee_id, p.role, p.minutes, p.has_come)
    FROM presences p WHERE p.session_id = ANY ($1::uuid[])
  ) n`;
