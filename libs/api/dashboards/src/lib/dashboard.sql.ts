import { CHOSEN_PEOPLE, EVENTS, HOMES, localHour, organisationKey, SESSION_TITLE } from './chosen-people.sql';

/** Longer lists are cut; the totals tell how many there are. */
const MOST = { cities: 300, organisations: 50, speakers: 100 };

const PEOPLE_JSON = `'people', people, 'participations', participations, 'guests', guests`;
const MOST_FIRST = 'people DESC, guests DESC';

/** Each person once per key, each participation, and guests. Of `parts` person_id, n times of it, and whatever `more` makes of it. */
const counted = (key: string, parts: string, more = '') => `
  SELECT ${key}, count(person_id)::int AS people,
    coalesce(sum(n) FILTER (WHERE person_id IS NOT NULL), 0)::int AS participations,
    coalesce(sum(n) FILTER (WHERE person_id IS NULL), 0)::int AS guests ${more}
  FROM (${parts}) parts GROUP BY ${key}`;

/** People of the basis by what is said of them; `spread` is much shorter than they are, for most say the same each time. */
const bySpread = (key: string) =>
  counted(key, `SELECT ${key}, person_id, sum(times) AS n FROM spread GROUP BY ${key}, person_id`);

/** People of the basis by something of their sessions. */
const bySession = (key: string, join = '') =>
  counted(
    'key',
    `SELECT ${key} AS key, p.person_id, count(*) AS n FROM people p ${join} WHERE p.counts GROUP BY 1, 2`,
  );

/** People of `spread` gathered by some words of theirs: what is made of the words is made once for all who say them. */
const gathered = (words: string, where = 'true') => `
  SELECT ${words}, array_agg(person_id) AS person_ids, array_agg(times) AS times FROM spread WHERE ${where} GROUP BY ${words}`;
const SCATTERED = 'CROSS JOIN LATERAL unnest(g.person_ids, g.times) AS u (person_id, times)';

const list = (item: string, order: string, from: string) =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object(${item}) ORDER BY ${order}) FROM ${from}), '[]'::jsonb)`;

/** Of regions or categories that sessions have: those sessions, and their people. */
const termsOf = (table: string, column: string) =>
  list(
    `'id', k.key, 'name', coalesce(k.name, ''), 'sessions', k.sessions, 'people', coalesce(n.people, 0),
     'participations', coalesce(n.participations, 0), 'guests', coalesce(n.guests, 0)`,
    'k.sessions DESC, k.name, k.key',
    `(SELECT x.${column} AS key, min(t.term ->> 'name') AS name, count(*)::int AS sessions
      FROM chosen c LEFT JOIN ${table} x ON x.session_id = c.id
      LEFT JOIN ${column.replace('_id', '')}_terms($1) t ON t.${column} = x.${column}
      GROUP BY 1) k
     LEFT JOIN (${bySession(`x.${column}`, `LEFT JOIN ${table} x ON x.session_id = p.session_id`)}) n
       ON n.key IS NOT DISTINCT FROM k.key`,
  );

/** As the contract of stated numbers has them; wants `n` (stated_counts). */
const STATED_JSON = `
  count_json(n.measure, n.value, n.origin, n.is_at_least, n.source, n.stated_on) || jsonb_build_object(
    'id', n.id, 'sessionId', n.session_id, 'seriesId', n.series_id, 'note', n.note, 'enteredAt', iso_instant(n.entered_at),
    'enteredBy', (SELECT a.name FROM staff_accounts a WHERE a.id = n.entered_by_id))`;
const stated = (where: string) =>
  `coalesce((SELECT jsonb_agg(${STATED_JSON} ORDER BY n.measure, n.origin) FROM stated_counts n WHERE ${where}), '[]'::jsonb)`;

/**
 * Parameters as \`CHOSEN_PEOPLE\` says. One row, or none: there is no such series. People are read once, and counted in many ways: by hashes
 * of person and part, for counting distinct ones would sort them for every list anew.
 */
export const DASHBOARD = `
  WITH RECURSIVE ${CHOSEN_PEOPLE}, ${HOMES}, ${EVENTS},
  spread AS MATERIALIZED (
    SELECT person_id, country, city, coalesce(organisation_trace, organisation) AS organisation,
           organisation_trace IS NOT NULL AS is_trace, language, count(*) AS times
    FROM people WHERE counts GROUP BY person_id, country, city, 4, 5, language
  ),
  city_people AS MATERIALIZED (${counted(
    'key, country',
    `SELECT lower(city) AS key, country, person_id, sum(times) AS n, min(city) AS city
     FROM spread WHERE city <> '' GROUP BY 1, country, person_id`,
    ', min(city) AS city',
  )}),
  -- Folding is slow: each way of writing once.
  organisation_people AS MATERIALIZED (${counted(
    'key',
    `SELECT g.key, u.person_id, sum(u.times) AS n, min(g.name) AS name
     FROM (
       SELECT CASE WHEN is_trace THEN organisation ELSE ${organisationKey('organisation')} END AS key,
              CASE WHEN is_trace THEN NULL ELSE organisation END AS name, person_ids, times
       FROM (${gathered('organisation, is_trace', `organisation <> ''`)}) g
     ) g ${SCATTERED} GROUP BY g.key, u.person_id`,
    ', min(name) AS name',
  )}),
  by_session AS MATERIALIZED (
    SELECT session_id,
      count(registration_id)::int AS registered,
      count(*) FILTER (WHERE has_place)::int AS confirmed,
      count(*) FILTER (WHERE state = 'waitlisted')::int AS waitlisted,
      count(person_id) FILTER (WHERE has_come)::int AS attended,
      count(*) FILTER (WHERE has_come AND person_id IS NULL)::int AS guests,
      count(*) FILTER (WHERE has_come AND has_place)::int AS came
    FROM people GROUP BY session_id
  ),
  visits AS (
    SELECT u.session_id, count(*) FILTER (WHERE u.starts_at > b.first_at)::int AS returning,
           count(*) FILTER (WHERE u.starts_at = b.first_at)::int AS newcomers
    FROM by_person b CROSS JOIN LATERAL unnest(b.session_ids, b.starts) AS u (session_id, starts_at) GROUP BY u.session_id
  ),
  hours AS MATERIALIZED (
    SELECT ${localHour('starts_at', 'time_zone')} AS at, sum(times)::int AS participations
    FROM (
      SELECT p.starts_at, r.time_zone, count(*) AS times
      FROM people p JOIN registrations r ON r.id = p.registration_id
      WHERE p.counts AND r.session_id = ANY (ARRAY(SELECT id FROM chosen)) GROUP BY 1, 2
    ) zones GROUP BY 1
  )
  SELECT jsonb_build_object(
    'series', CASE WHEN y.id IS NOT NULL THEN jsonb_build_object('id', y.id, 'slug', y.slug, 'title', coalesce(yt.title, y.slug)) END,
    'importedOn', (
      SELECT to_char(max(i.imported_at), 'YYYY-MM-DD') FROM chosen c JOIN attendance_imports i ON i.session_id = c.id
      WHERE i.undone_at IS NULL),
    'numbers', (
      SELECT jsonb_build_object(
        'sessions', (SELECT count(*) FROM chosen),
        'registered', coalesce(sum(registered), 0), 'confirmed', coalesce(sum(confirmed), 0),
        'waitlisted', coalesce(sum(waitlisted), 0), 'attended', coalesce(sum(attended), 0),
        'guests', coalesce(sum(guests), 0), 'came', coalesce(sum(came), 0),
        'accountedSessions', count(*) FILTER (WHERE attended + guests > 0),
        'accountedPlaces', coalesce(sum(confirmed) FILTER (WHERE attended + guests > 0), 0))
      FROM by_session
    ) || (
      SELECT jsonb_build_object(
        'participants', count(*) FILTER (WHERE b.has_place), 'attendees', count(*) FILTER (WHERE b.has_come),
        'returning', count(*) FILTER (WHERE b.sessions > 1))
      FROM by_person b
    ) || jsonb_build_object(
      'first-timers', (SELECT count(*) FROM first_timers),
      'speakers', (SELECT count(DISTINCT k.speaker_id) FROM chosen c JOIN contributions k ON k.session_id = c.id),
      'cities', (SELECT count(*) FROM city_people),
      'countries', (SELECT count(DISTINCT country) FROM spread),
      'organisations', (SELECT count(*) FROM organisation_people),
      'regions', (SELECT count(DISTINCT x.region_id) FROM chosen c JOIN session_regions x ON x.session_id = c.id)),
    'stated', ${stated('n.series_id = y.id')},
    'step', (SELECT step FROM span),
    'timeZone', (SELECT zone FROM clock),
    'overTime', ${list(
      `'from', to_char(day, 'YYYY-MM-DD'), 'registered', registered, 'confirmed', confirmed, 'cancelled', cancelled`,
      'day',
      `(SELECT date_trunc((SELECT step FROM span), day) AS day,
          coalesce(sum(times) FILTER (WHERE kind = 'registered'), 0) AS registered,
          coalesce(sum(times) FILTER (WHERE kind = 'confirmed'), 0) AS confirmed,
          coalesce(sum(times) FILTER (WHERE kind = 'cancelled'), 0) AS cancelled
        FROM events GROUP BY 1) e`,
    )},
    'countries', ${list(`'country', country, ${PEOPLE_JSON}`, `${MOST_FIRST}, country`, `(${bySpread('country')}) c`)},
    'cities', ${list(
      `'city', city, 'country', country, ${PEOPLE_JSON}`,
      `${MOST_FIRST}, key, country`,
      `(SELECT * FROM city_people ORDER BY ${MOST_FIRST}, key, country LIMIT ${MOST.cities}) c`,
    )},
    'worldRegions', ${list(
      `'id', w.top, 'name', coalesce(t.term ->> 'name', ''), ${PEOPLE_JSON}`,
      `${MOST_FIRST}, w.top`,
      `(${counted(
        'top',
        `SELECT h.top, u.person_id, sum(u.times) AS n
         FROM (${gathered('country')}) g LEFT JOIN homes h ON h.country = g.country ${SCATTERED} GROUP BY h.top, u.person_id`,
      )}) w
        LEFT JOIN region_terms($1) t ON t.region_id = w.top`,
    )},
    'regions', ${termsOf('session_regions', 'region_id')},
    'categories', ${termsOf('session_categories', 'category_id')},
    'organisations', ${list(
      `'key', key, 'name', coalesce(name, ''), ${PEOPLE_JSON}`,
      `${MOST_FIRST}, key`,
      `(SELECT * FROM organisation_people ORDER BY ${MOST_FIRST}, key LIMIT ${MOST.organisations}) o`,
    )},
    'languages', ${list(`'language', language, ${PEOPLE_JSON}`, `${MOST_FIRST}, language`, `(${bySpread('language')}) l`)},
    'speakers', ${list(
      `'speakerId', id, 'name', name, 'sessions', sessions`,
      'sessions DESC, name, id',
      `(SELECT k.id, k.name, count(DISTINCT c.id)::int AS sessions
        FROM chosen c JOIN contributions x ON x.session_id = c.id JOIN speakers k ON k.id = x.speaker_id
        GROUP BY k.id, k.name ORDER BY sessions DESC, k.name, k.id LIMIT ${MOST.speakers}) s`,
    )},
    'months', ${list(
      `'month', m.month, 'sessions', m.sessions, 'people', coalesce(n.people, 0),
       'participations', coalesce(n.participations, 0), 'guests', coalesce(n.guests, 0)`,
      'm.month',
      `(SELECT month, count(*)::int AS sessions FROM chosen GROUP BY month) m
        LEFT JOIN (${bySession('p.month')}) n ON n.key = m.month`,
    )},
    'localHours', ${list(
      `'weekday', split_part(at, '-', 1)::int, 'hour', split_part(at, '-', 2)::int, 'participations', participations`,
      'at',
      'hours',
    )},
    'withoutLocalHour', (SELECT count(*) FROM people WHERE counts) - (SELECT coalesce(sum(participations), 0) FROM hours),
    'sessions', ${list(
      `'sessionId', s.id, 'seriesId', s.series_id, 'title', coalesce(t.title, s.slug), 'startsAt', iso_instant(s.starts_at),
       'timeZone', s.time_zone, 'registered', coalesce(n.registered, 0), 'confirmed', coalesce(n.confirmed, 0),
       'attended', coalesce(n.attended, 0), 'guests', coalesce(n.guests, 0), 'returning', coalesce(v.returning, 0),
       'newcomers', coalesce(v.newcomers, 0), 'stated', coalesce(k.stated, '[]'::jsonb)`,
      's.starts_at, s.slug',
      `chosen s LEFT JOIN by_session n ON n.session_id = s.id LEFT JOIN visits v ON v.session_id = s.id
        LEFT JOIN (
          SELECT n.session_id, jsonb_agg(${STATED_JSON} ORDER BY n.measure, n.origin) AS stated
          FROM stated_counts n WHERE n.session_id IS NOT NULL GROUP BY n.session_id
        ) k ON k.session_id = s.id
        JOIN series y ON y.id = s.series_id ${SESSION_TITLE}`,
    )},
    'allSeries', CASE WHEN $2::uuid IS NOT NULL THEN '[]'::jsonb ELSE ${list(
      `'seriesId', a.id, 'title', coalesce(t.title, a.slug), 'startsOn', a.starts_on, 'endsOn', a.ends_on,
       'sessions', coalesce(c.sessions, 0), 'registered', coalesce(c.registered, 0), 'confirmed', coalesce(c.confirmed, 0),
       'participants', coalesce(p.participants, 0), 'attended', coalesce(c.attended, 0), 'attendees', coalesce(p.attendees, 0),
       'guests', coalesce(c.guests, 0), 'stated', ${stated('n.series_id = a.id')}`,
      'a.starts_on DESC, a.slug',
      `series a
        LEFT JOIN (
          SELECT c.series_id, count(*)::int AS sessions, sum(n.registered)::int AS registered, sum(n.confirmed)::int AS confirmed,
                 sum(n.attended)::int AS attended, sum(n.guests)::int AS guests
          FROM chosen c LEFT JOIN by_session n ON n.session_id = c.id GROUP BY c.series_id
        ) c ON c.series_id = a.id
        LEFT JOIN (
          SELECT series_id, count(*) FILTER (WHERE has_place)::int AS participants, count(*) FILTER (WHERE has_come)::int AS attendees
          FROM (
            SELECT series_id, person_id, bool_or(has_place) AS has_place, bool_or(has_come) AS has_come
            FROM people WHERE person_id IS NOT NULL AND $2::uuid IS NULL GROUP BY 1, 2
          ) x GROUP BY series_id
        ) p ON p.series_id = a.id
        LEFT JOIN LATERAL (
          SELECT x.title FROM series_translations x WHERE x.series_id = a.id
          ORDER BY language_rank(x.language, $1, a.default_language) LIMIT 1
        ) t ON true`,
    )} END
  ) AS dashboard
  FROM (SELECT 1) one
  LEFT JOIN series y ON y.id = $2::uuid
  LEFT JOIN LATERAL (
    SELECT x.title FROM series_translations x WHERE x.series_id = y.id
    ORDER BY language_rank(x.language, $1, y.default_language) LIMIT 1
  ) yt ON true
  WHERE $2::uuid IS NULL OR y.id IS NOT NULL`;
