/** \`json\` of each row of \`from\`, in order. */
const list = (json: string, from: string, order: string) =>
  `coalesce((SELECT jsonb_agg(${json} ORDER BY ${order}) FROM ${from}), '[]'::jsonb)`;

/** Known people once each, and guests, each of whom may be one more person: \`g\` rows of \`counted\`. */
const PEOPLE = `'people', count(DISTINCT g.person_id)::int, 'guests', (count(*) - count(g.person_id))::int`;

/** Stated numbers, wants \`n\` (stated_counts). */
const STATED = `
  jsonb_build_object('measure', n.measure, 'value', n.value, 'isAtLeast', n.is_at_least, 'source', n.source,
    'statedOn', to_char(n.stated_on, 'YYYY-MM-DD'))`;

/** What tells one organisation from another, however it is written; of an erased one its trace is left. */
const ORGANISATION = `coalesce(g.organisation_trace, md5(folded(g.organisation)))`;

const IN_PERIOD = (day: string) =>
  `($3::date IS NULL OR ${day} >= $3::date) AND ($4::date IS NULL OR ${day} <= $4::date)`;

/**
 * All that a report says, in one statement and so of one moment.
 * $1 languages of the reader · $2 series · $3 from, $4 to: days by the sessions' clocks, null: no limit · $5 whether those count who came,
 * in place of those who have a place · $6 now. One row, or none: there is no such series.
 */
export const GATHER = `
  WITH RECURSIVE
  listed AS MATERIALIZED (
    SELECT s.id, s.slug, s.state, s.starts_at, s.ends_at, s.time_zone, s.languages,
      to_char(s.starts_at AT TIME ZONE s.time_zone, 'YYYY-MM') AS month,
      ${IN_PERIOD('(s.starts_at AT TIME ZONE s.time_zone)::date')} AS is_chosen
    FROM sessions s WHERE s.series_id = $2 AND s.state IN ('published', 'held', 'cancelled')
  ),
  chosen AS MATERIALIZED (SELECT * FROM listed WHERE is_chosen AND state <> 'cancelled'),
  selection AS (SELECT coalesce(array_agg(id), '{}') AS ids FROM chosen),
  everybody AS MATERIALIZED (
    SELECT x.*, s.month, s.starts_at, s.is_chosen FROM listed s JOIN session_people x ON x.session_id = s.id
    WHERE s.state <> 'cancelled' AND CASE WHEN $5::boolean THEN x.has_come ELSE x.has_place END
  ),
  counted AS MATERIALIZED (SELECT * FROM everybody WHERE is_chosen),
  by_person AS MATERIALIZED (
    SELECT person_id, count(*) AS sessions, min(starts_at) AS first_at FROM counted
    WHERE person_id IS NOT NULL GROUP BY person_id
  ),
  -- Of the whole series, whatever the period: the month in which each was there first.
  first_months AS (SELECT person_id, min(month) AS month FROM everybody WHERE person_id IS NOT NULL GROUP BY person_id),
  tops AS (
    SELECT r.id, r.id AS top FROM regions r WHERE r.parent_id IS NULL
    UNION ALL
    SELECT r.id, t.top FROM regions r JOIN tops t ON r.parent_id = t.id
  ),
  homes AS (SELECT DISTINCT x.country, t.top FROM region_countries x JOIN tops t ON t.id = x.region_id)
  SELECT jsonb_build_object(
    'title', t.title, 'host', t.host, 'commissioner', t.commissioner, 'timeZone', y.time_zone,
    'isWhole', NOT EXISTS (SELECT FROM listed WHERE state <> 'cancelled' AND NOT is_chosen),
    'numbers', (
      SELECT jsonb_build_object('registered', coalesce(sum(c.registered), 0), 'confirmed', coalesce(sum(c.confirmed), 0),
        'waitlisted', coalesce(sum(c.waitlisted), 0))
      FROM chosen s JOIN session_counts c ON c.session_id = s.id
    ) || (
      SELECT jsonb_build_object('sessions', c.sessions, 'participations', c.participations, 'participants', c.participants,
        'regions', c.regions, 'speakers', c.speakers)
      FROM selection, counts_over($2, selection.ids) c
    ) || (
      SELECT jsonb_build_object('attended', c.attended, 'guests', c.guests, 'attendees', c.attendees,
        'isImported', c.imported_on IS NOT NULL)
      FROM selection, attendance_over($2, selection.ids) c
    ) || (
      SELECT jsonb_build_object(
        'cities', count(DISTINCT (lower(g.city), g.country)) FILTER (WHERE g.city <> ''),
        'countries', count(DISTINCT g.country),
        'organisations', count(DISTINCT ${ORGANISATION}) FILTER (WHERE g.organisation_trace IS NOT NULL OR g.organisation <> ''))
      FROM counted g
    ) || (
      SELECT jsonb_build_object(
        'known', count(*), 'returning', count(*) FILTER (WHERE b.sessions > 1),
        'firstTimers', count(*) FILTER (WHERE NOT EXISTS (
          SELECT FROM session_people x JOIN sessions s ON s.id = x.session_id
          WHERE x.person_id = b.person_id AND s.state IN ('published', 'held') AND s.starts_at < b.first_at
            AND CASE WHEN $5::boolean THEN x.has_come ELSE x.has_place END)),
        'merged', (SELECT count(*) FROM participant_merges m JOIN by_person p ON p.person_id = m.kept_id))
      FROM by_person b
    ),
    'threshold', (
      SELECT jsonb_build_object('sharePercent', h.share_percent, 'minutes', h.minutes) FROM attendance_thresholds h
      WHERE h.series_id = y.id),
    'stated', ${list(STATED, 'stated_counts n WHERE n.series_id = y.id', 'n.measure, n.origin')},
    'sessionsByMonth', ${list(
      `jsonb_build_object('month', m.month, 'sessions', m.sessions)`,
      `(SELECT month, count(*)::int AS sessions FROM chosen GROUP BY month) m`,
      'm.month',
    )},
    'registrationsByMonth', ${list(
      `jsonb_build_object('month', m.month, 'registrations', m.registrations)`,
      `(SELECT to_char(r.created_at AT TIME ZONE y.time_zone, 'YYYY-MM') AS month, count(*)::int AS registrations
        FROM chosen s JOIN registrations r ON r.session_id = s.id WHERE r.state NOT IN ('unverified', 'expired') GROUP BY 1) m`,
      'm.month',
    )},
    'returningByMonth', ${list(
      `m.json || jsonb_build_object('month', m.month)`,
      `(SELECT g.month, jsonb_build_object(
          'firstTime', count(DISTINCT g.person_id) FILTER (WHERE f.month = g.month),
          'again', count(DISTINCT g.person_id) FILTER (WHERE f.month < g.month)) AS json
        FROM counted g JOIN first_months f ON f.person_id = g.person_id GROUP BY g.month) m`,
      'm.month',
    )},
    'regions', ${list(
      `w.json || jsonb_build_object('key', w.top, 'name', r.term ->> 'name', 'tint', r.term ->> 'tint')`,
      `(SELECT h.top, jsonb_build_object(${PEOPLE}) AS json
        FROM counted g JOIN homes h ON h.country = g.country GROUP BY h.top) w
       JOIN region_terms($1) r ON r.region_id = w.top`,
      'r.sort_order, r.slug',
    )},
    'categories', ${list(
      `coalesce(w.json, '{"people": 0, "guests": 0}'::jsonb) || jsonb_build_object('key', k.category_id, 'name', k.term ->> 'name')`,
      `(SELECT DISTINCT c.category_id FROM chosen s JOIN session_categories c ON c.session_id = s.id) a
       JOIN category_terms($1) k ON k.category_id = a.category_id
       LEFT JOIN (
         SELECT c.category_id, jsonb_build_object(${PEOPLE}) AS json
         FROM counted g JOIN session_categories c ON c.session_id = g.session_id GROUP BY c.category_id
       ) w ON w.category_id = a.category_id`,
      'k.sort_order, k.slug',
    )},
    'countries', ${list(
      `w.json || jsonb_build_object('country', w.country, 'regions', to_jsonb(ARRAY(
        SELECT h.top FROM homes h WHERE h.country = w.country ORDER BY h.top)))`,
      `(SELECT g.country, jsonb_build_object(${PEOPLE}) AS json FROM counted g GROUP BY g.country) w`,
      'w.country',
    )},
    'cities', ${list(
      `w.json || jsonb_build_object('city', w.city, 'country', w.country)`,
      `(SELECT min(g.city) AS city, lower(g.city) AS city_key, g.country, jsonb_build_object(${PEOPLE}) AS json
        FROM counted g WHERE g.city <> '' GROUP BY lower(g.city), g.country) w`,
      'w.country, w.city_key',
    )},
    'sessions', ${list(
      `jsonb_build_object(
        'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone,
        'title', coalesce(e.title, s.slug), 'languages', to_jsonb(s.languages),
        'state', CASE WHEN s.state = 'cancelled' THEN 'cancelled' WHEN s.ends_at > $6 THEN 'planned' ELSE 'held' END,
        'registered', c.registered, 'confirmed', c.confirmed, 'attended', a.attended, 'guests', a.guests,
        'isImported', a.imported_on IS NOT NULL,
        'stated', ${list(STATED, `stated_counts n WHERE n.session_id = s.id AND n.measure IN ('attended', 'participants')`, 'n.measure, n.origin')},
        'recaps', ${list(
          `jsonb_build_object('language', d.language, 'slug', d.slug)`,
          `published_recaps p CROSS JOIN LATERAL (
             SELECT d.language, d.slug FROM recap_addresses d WHERE d.recap_id = p.recap_id AND d.is_current
             ORDER BY language_rank(d.language, $1, y.default_language) LIMIT 1
           ) d WHERE p.session_ids @> ARRAY[s.id]`,
          'p.published_on, d.slug',
        )})`,
      `listed s
       JOIN session_counts c ON c.session_id = s.id
       JOIN session_attendance a ON a.session_id = s.id
       LEFT JOIN LATERAL (
         SELECT x.title FROM session_translations x WHERE x.session_id = s.id
         ORDER BY language_rank(x.language, $1, y.default_language) LIMIT 1
       ) e ON true
       WHERE s.is_chosen`,
      's.starts_at, s.slug',
    )}
  ) AS gathered
  FROM series y
  CROSS JOIN LATERAL (
    SELECT x.title, x.host, x.commissioner FROM series_translations x WHERE x.series_id = y.id
    ORDER BY language_rank(x.language, $1, y.default_language) LIMIT 1
  ) t
  WHERE y.id = $2
`;
