/**
 * The audience in one statement: each country belongs to the nearest of the chosen regions, so that nobody is counted twice.
 * $1 region ids · $2 zones · $3 languages · $4 series id or null · $5 whether every region at the top of the tree is meant, too;
 * of these only those that a country is left for
 */
export const AUDIENCE_FACTS = `
  WITH RECURSIVE part AS (
    SELECT r.id AS root_id, r.id, 0 AS depth
    FROM regions r
    WHERE r.id = ANY($1::uuid[]) OR ($5::boolean AND r.parent_id IS NULL)
    UNION ALL
    SELECT p.root_id, r.id, p.depth + 1 FROM part p JOIN regions r ON r.parent_id = p.id
  ),
  home AS (
    SELECT DISTINCT ON (rc.country) rc.country, p.root_id
    FROM part p JOIN region_countries rc ON rc.region_id = p.id
    ORDER BY rc.country, p.depth, p.root_id
  ),
  people AS (
    SELECT h.root_id, g.country, g.time_zone, count(DISTINCT g.participant_id)::int AS people
    FROM home h JOIN registrations g ON g.country = h.country AND g.state = 'confirmed'
    GROUP BY h.root_id, g.country, g.time_zone
  )
  SELECT
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', r.id, 'tint', r.tint,
        'name', (SELECT t.name FROM region_translations t WHERE t.region_id = r.id
                 ORDER BY language_rank(t.language, $3::text[], NULL) LIMIT 1),
        'countries', coalesce((SELECT jsonb_agg(h.country ORDER BY h.country) FROM home h WHERE h.root_id = r.id), '[]'::jsonb),
        'people', coalesce((
          SELECT jsonb_agg(jsonb_build_object('country', n.country, 'timeZone', n.time_zone, 'people', n.people)
                           ORDER BY n.people DESC, n.time_zone, n.country)
          FROM people n WHERE n.root_id = r.id), '[]'::jsonb)
      ) ORDER BY r.position, r.slug)
      FROM regions r WHERE r.id = ANY($1::uuid[]) OR r.id IN (SELECT root_id FROM home)
    ), '[]'::jsonb) AS regions,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('timeZone', z.zone, 'people', (
        SELECT count(DISTINCT g.participant_id)::int FROM registrations g
        WHERE g.time_zone = z.zone AND g.state = 'confirmed'
      )) ORDER BY z.place)
      FROM unnest($2::text[]) WITH ORDINALITY AS z (zone, place)
    ), '[]'::jsonb) AS zones,
    (SELECT jsonb_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on) FROM series y WHERE y.id = $4::uuid) AS period
`;

/** Its sessions, each with the regions it is for and the countries of these and all below. $1 series id · $2 languages */
export const SERIES_SESSIONS = `
  SELECT y.id AS "seriesId", (
      SELECT t.title FROM series_translations t WHERE t.series_id = y.id
      ORDER BY language_rank(t.language, $2, y.default_language) LIMIT 1
    ) AS title,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', s.id, 'state', s.state, 'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at),
        'timeZone', s.time_zone,
        'title', (SELECT t.title FROM session_translations t WHERE t.session_id = s.id
                  ORDER BY language_rank(t.language, $2, y.default_language) LIMIT 1),
        'chosenRegionIds', coalesce((
          SELECT jsonb_agg(sr.region_id) FROM session_regions sr WHERE sr.session_id = s.id), '[]'::jsonb),
        'countries', coalesce((
          WITH RECURSIVE part AS (
            SELECT sr.region_id AS id FROM session_regions sr WHERE sr.session_id = s.id
            UNION
            SELECT r.id FROM part p JOIN regions r ON r.parent_id = p.id
          )
          SELECT jsonb_agg(DISTINCT rc.country) FROM part p JOIN region_countries rc ON rc.region_id = p.id), '[]'::jsonb)
      ) ORDER BY s.starts_at, s.id)
      FROM sessions s WHERE s.series_id = y.id AND s.state <> 'cancelled'
    ), '[]'::jsonb) AS sessions
  FROM series y WHERE y.id = $1
`;
