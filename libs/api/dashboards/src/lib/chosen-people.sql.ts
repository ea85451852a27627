/**
 * What every statement of this lib begins with, after WITH RECURSIVE.
 * $1 languages of the reader · $2 series · $3 from, $4 to: days by the sessions' clocks · $5 region · $6 category · $7 country and
 * $8 language of people · $9 whether those count who came, in place of those who have a place · $10 one session.
 * Null is no filter.
 */
export const CHOSEN_SESSIONS = `
  below AS (
    SELECT r.id FROM regions r WHERE r.id = $5::uuid
    UNION ALL
    SELECT r.id FROM regions r JOIN below b ON r.parent_id = b.id
  ),
  chosen AS MATERIALIZED (
    SELECT s.id, s.series_id, s.slug, s.starts_at, s.time_zone, to_char(s.starts_at AT TIME ZONE s.time_zone, 'YYYY-MM') AS month
    FROM sessions s
    WHERE s.state IN ('published', 'held')
      AND ($2::uuid IS NULL OR s.series_id = $2)
      AND ($10::uuid IS NULL OR s.id = $10)
      -- The index finds the days about, the clocks decide.
      AND ($3::date IS NULL OR s.starts_at >= $3::date - interval '2 days'
        AND (s.starts_at AT TIME ZONE s.time_zone)::date >= $3::date)
      AND ($4::date IS NULL OR s.starts_at < $4::date + interval '3 days'
        AND (s.starts_at AT TIME ZONE s.time_zone)::date <= $4::date)
      AND ($5::uuid IS NULL OR s.id = ANY (ARRAY(
        SELECT x.session_id FROM session_regions x WHERE x.region_id = ANY (ARRAY(SELECT id FROM below)))))
      AND ($6::uuid IS NULL OR s.id = ANY (ARRAY(
        SELECT x.session_id FROM session_categories x WHERE x.category_id = $6)))
  )`;

/** Of view \`session_people\` x: whether the row is of the basis. */
const COUNTS = `CASE WHEN $9::boolean THEN x.has_come ELSE x.has_place END`;

/** Over everything there is, nobody was anywhere before. */
const IS_NARROWED = `($2::uuid IS NOT NULL OR $3::date IS NOT NULL OR $4::date IS NOT NULL OR $5::uuid IS NOT NULL
  OR $6::uuid IS NOT NULL OR $7::text IS NOT NULL OR $8::text IS NOT NULL OR $10::uuid IS NOT NULL)`;

/**
 * Everybody of the chosen sessions, as the one definition has them; `counts` are those of the basis. Nothing below joins people with
 * people: how many they are is guessed badly, and a wrong guess would look for each of them among all.
 */
export const CHOSEN_PEOPLE = `
  ${CHOSEN_SESSIONS},
  people AS MATERIALIZED (
    SELECT x.session_id, c.series_id, c.month, c.starts_at, x.person_id, x.guest_id, x.registration_id, x.state, x.has_place, x.has_come,
           ${COUNTS} AS counts, x.country, x.city, x.organisation, x.organisation_trace, x.language
    FROM chosen c JOIN session_people x ON x.session_id = c.id
    -- Said twice: the join alone would read everybody there is, an array goes through the indexes of both halves of the view.
    WHERE x.session_id = ANY (ARRAY(SELECT id FROM chosen))
      AND ($7::text IS NULL OR x.country = $7) AND ($8::text IS NULL OR x.language = $8)
  ),
  by_person AS MATERIALIZED (
    SELECT person_id, bool_or(has_place) AS has_place, bool_or(has_come) AS has_come,
           count(*) FILTER (WHERE counts) AS sessions, min(starts_at) FILTER (WHERE counts) AS first_at,
           array_agg(session_id) FILTER (WHERE counts) AS session_ids, array_agg(starts_at) FILTER (WHERE counts) AS starts
    FROM people WHERE person_id IS NOT NULL GROUP BY person_id
  ),
  first_timers AS (
    SELECT person_id
    FROM (
      SELECT person_id, first_at AS here, NULL::timestamptz AS ever FROM by_person WHERE sessions > 0
      UNION ALL
      SELECT x.person_id, NULL, s.starts_at
      FROM session_people x JOIN sessions s ON s.id = x.session_id
      WHERE ${IS_NARROWED} AND ${COUNTS} AND s.state IN ('published', 'held')
        AND x.person_id = ANY (ARRAY(SELECT person_id FROM by_person WHERE sessions > 0))
    ) x
    GROUP BY person_id HAVING min(ever) < min(here) IS NOT TRUE
  )`;

/** \`home\` of countries: the tops of the trees of regions that have them. */
export const HOMES = `
  tops AS (
    SELECT r.id, r.id AS top FROM regions r WHERE r.parent_id IS NULL
    UNION ALL
    SELECT r.id, t.top FROM regions r JOIN tops t ON r.parent_id = t.id
  ),
  homes AS (SELECT DISTINCT x.country, t.top FROM region_countries x JOIN tops t ON t.id = x.region_id)`;

/** What tells one organisation from another, however it is written. Once it is erased its trace is this, and what is left of it. */
export const organisationKey = (words: string) => `md5(folded(${words}))`;

/** Gives `t.title` of session `s` in series `y`. */
export const SESSION_TITLE = `
  LEFT JOIN LATERAL (
    SELECT x.title FROM session_translations x WHERE x.session_id = s.id
    ORDER BY language_rank(x.language, $1, y.default_language) LIMIT 1
  ) t ON true`;

/** A registration whose address somebody proved, or that staff made. */
const IS_MADE = `r.state NOT IN ('unverified', 'expired')`;

/** What happened with registration `r`, ready to be joined to it. */
export const HAPPENED = `
  CROSS JOIN LATERAL (VALUES
    ('registered', r.created_at, ${IS_MADE}),
    ('confirmed', r.confirmed_at, r.confirmed_at IS NOT NULL),
    ('cancelled', r.ended_at, r.state = 'cancelled' AND r.ended_at IS NOT NULL)
  ) AS e (kind, at, has_happened)`;

/** The clock that days are told by, the days on which something happened, and whether days or weeks are told. */
export const EVENTS = `
  clock AS (SELECT coalesce((SELECT y.time_zone FROM series y WHERE y.id = $2), 'UTC') AS zone),
  events AS MATERIALIZED (
    SELECT e.kind, (e.at AT TIME ZONE clock.zone)::date AS day, count(*)::int AS times
    FROM clock CROSS JOIN registrations r ${HAPPENED}
    WHERE e.has_happened AND r.session_id = ANY (ARRAY(SELECT id FROM chosen))
      AND ($7::text IS NULL OR r.country = $7) AND ($8::text IS NULL OR r.language = $8)
    GROUP BY 1, 2
  ),
  span AS (SELECT CASE WHEN max(day) - min(day) > 92 THEN 'week' ELSE 'day' END AS step FROM events)`;

/** When a session began by the clock of somebody: `weekday-hour`, Monday is 1. */
export const localHour = (startsAt: string, timeZone: string) =>
  `to_char(${startsAt} AT TIME ZONE ${timeZone}, 'ID-FMHH24')`;
