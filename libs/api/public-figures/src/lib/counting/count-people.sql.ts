/** Wants `p` (people): each person once. */
const PARTICIPANTS = `(count(DISTINCT p.person_id) FILTER (WHERE p.has_place))::int`;

const parts = (column: string, from = 'people p') => `
  coalesce((
    SELECT json_agg(json_build_object('key', c.key, 'participants', c.participants) ORDER BY c.key)
    FROM (
      SELECT ${column} AS key, ${PARTICIPANTS} AS participants FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1
    ) c WHERE c.participants > 0), '[]'::json)
`;

/**
 * Who has a place in the sessions of a series, or came, by everything that is published of it. A person counts once in each place and
 * language that they named; a country is of the topmost region that knows it. $1 series
 */
export const COUNT_PEOPLE = `
  WITH RECURSIVE topmost AS (
    SELECT r.id, r.slug AS region, r.position FROM regions r WHERE r.parent_id IS NULL
    UNION ALL
    SELECT r.id, t.region, t.position FROM regions r JOIN topmost t ON r.parent_id = t.id
  ),
  regions_of AS (
    SELECT DISTINCT ON (c.country) c.country, t.region
    FROM region_countries c JOIN topmost t ON t.id = c.region_id
    ORDER BY c.country, t.position, t.region
  ),
  people AS MATERIALIZED (
    SELECT x.session_id, x.person_id, x.has_place, x.has_come, x.country, nullif(x.city, '') AS city, x.language, o.region
    FROM sessions s JOIN session_people x ON x.session_id = s.id LEFT JOIN regions_of o ON o.country = x.country
    WHERE s.series_id = $1 AND s.state IN ('published', 'held') AND (x.has_place OR x.has_come)
  )
  SELECT json_build_object(
    'participants', (SELECT ${PARTICIPANTS} FROM people p),
    'participations', (SELECT (count(*) FILTER (WHERE p.has_place))::int FROM people p),
    'attended', (SELECT (count(p.person_id) FILTER (WHERE p.has_come))::int FROM people p),
    'regions', ${parts('p.region')},
    'countries', coalesce((
      SELECT json_agg(json_build_object('key', c.country, 'region', c.region, 'participants', c.participants) ORDER BY c.country)
      FROM (
        SELECT p.country, p.region, ${PARTICIPANTS} AS participants
        FROM people p WHERE p.country IS NOT NULL GROUP BY p.country, p.region
      ) c WHERE c.participants > 0), '[]'::json),
    'cities', coalesce((
      SELECT json_agg(json_build_object('key', c.key, 'city', c.city, 'country', c.country, 'participants', c.participants)
                      ORDER BY c.country, c.key)
      FROM (
        SELECT lower(p.city) AS key, p.country, mode() WITHIN GROUP (ORDER BY p.city) AS city, ${PARTICIPANTS} AS participants
        FROM people p WHERE p.city IS NOT NULL AND p.country IS NOT NULL GROUP BY lower(p.city), p.country
      ) c WHERE c.participants > 0), '[]'::json),
    'languages', ${parts('p.language')},
    'sessions', coalesce((
      SELECT json_agg(json_build_object('id', c.id, 'participations', c.participations, 'attended', c.attended, 'guests', c.guests)
                      ORDER BY c.id)
      FROM (
        SELECT s.id, (count(*) FILTER (WHERE p.has_place))::int AS participations,
               (count(p.person_id) FILTER (WHERE p.has_come))::int AS attended,
               (count(*) FILTER (WHERE p.has_come AND p.person_id IS NULL))::int AS guests
        FROM sessions s LEFT JOIN people p ON p.session_id = s.id
        WHERE s.series_id = $1 AND s.state IN ('published', 'held') GROUP BY s.id
      ) c), '[]'::json)
  ) AS people
`;

/** Nobody reads two counts of one moment: whoever counted second leaves the first. $1 series · $2 counted at · $3 before · $4… */
export const KEEP_BREAKDOWN = `
  INSERT INTO published_breakdowns AS b (series_id, counted_at, participants, participations, attended, breakdown, hidden)
  VALUES ($1, $2, $4, $5, $6, $7, $8)
  ON CONFLICT (series_id) DO UPDATE SET
    counted_at = excluded.counted_at, participants = excluded.participants, participations = excluded.participations,
    attended = excluded.attended, breakdown = excluded.breakdown, hidden = excluded.hidden
  WHERE b.counted_at = $3
`;
