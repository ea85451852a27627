import type { SessionSort } from '@reihe/shared-contracts';

const IS_TO_COME = `s.state = 'published' AND s.ends_at > $15`;
const LACKS = {
  link: `(${IS_TO_COME} AND s.meeting_url = '')`,
  moderator: `(${IS_TO_COME} AND NOT EXISTS (
        SELECT FROM contributions c WHERE c.session_id = s.id AND c.role = 'moderator'))`,
  recap: `(s.state = 'held' AND NOT EXISTS (SELECT FROM recap_sessions rs WHERE rs.session_id = s.id))`,
};

/** Of `f`, the sessions found; the start decides between equals, so that pages never repeat a session. */
const ORDERS: Record<SessionSort, string> = {
  start: 'f.starts_at',
  '-start': 'f.starts_at DESC',
  title: 'lower(f.title)',
  '-title': 'lower(f.title) DESC',
  series: 'lower(f.series_title)',
  '-series': 'lower(f.series_title) DESC',
  state: `array_position(ARRAY['draft','published','held','cancelled'], f.state)`,
  '-state': `array_position(ARRAY['draft','published','held','cancelled'], f.state) DESC`,
  kind: 'f.kind',
  '-kind': 'f.kind DESC',
  capacity: 'f.capacity',
  '-capacity': 'f.capacity DESC NULLS LAST',
};

/**
 * $1 languages · $2 series id · $3 state · $4 kind · $5 region id · $6 category id · $7 language · $8 from · $9 to (instants; what
 * overlaps them) · $10 search, its signs for LIKE escaped · $11 need · $12 limit · $13 offset · $14 ids · $15 now. Null is no filter.
 */
export const listSessions = (sort: SessionSort) => `
  WITH found AS (
    SELECT s.*, y.default_language, t.title, yt.title AS series_title
    FROM sessions s
    JOIN series y ON y.id = s.series_id
    CROSS JOIN LATERAL (
      SELECT t.title FROM session_translations t WHERE t.session_id = s.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) t
    CROSS JOIN LATERAL (
      SELECT t.title FROM series_translations t WHERE t.series_id = y.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) yt
    WHERE ($2::uuid IS NULL OR s.series_id = $2)
      AND ($3::text IS NULL OR s.state = $3)
      AND ($4::text IS NULL OR s.kind = $4)
      AND ($5::uuid IS NULL OR s.id IN (
        SELECT sr.session_id FROM session_regions sr WHERE sr.region_id IN (
          WITH RECURSIVE within AS (
            SELECT $5::uuid AS id
            UNION
            SELECT r.id FROM regions r JOIN within w ON r.parent_id = w.id
          )
          SELECT id FROM within)))
      AND ($6::uuid IS NULL OR s.id IN (
        SELECT sc.session_id FROM session_categories sc WHERE sc.category_id = $6))
      AND ($7::text IS NULL OR s.languages @> ARRAY[$7] OR s.interpretation @> ARRAY[$7])
      AND ($8::timestamptz IS NULL OR s.ends_at > $8)
      AND ($9::timestamptz IS NULL OR s.starts_at < $9)
      AND ($10::text IS NULL OR s.slug LIKE '%' || $10 || '%' OR s.id IN (
        SELECT x.session_id FROM session_translations x WHERE lower(x.title) LIKE '%' || $10 || '%'))
      AND ($11::text IS NULL
        OR ($11 IN ('link', 'anything') AND ${LACKS.link})
        OR ($11 IN ('moderator', 'anything') AND ${LACKS.moderator})
        OR ($11 IN ('recap', 'anything') AND ${LACKS.recap}))
      AND ($14::uuid[] IS NULL OR s.id = ANY ($14))
  ),
  page AS (
    SELECT f.*, row_number() OVER (ORDER BY ${ORDERS[sort]}, f.starts_at, f.slug) AS place
    FROM found f
    ORDER BY place LIMIT $12 OFFSET $13
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', s.id, 'version', s.version, 'seriesId', s.series_id, 'seriesTitle', s.series_title, 'slug', s.slug,
      'title', s.title, 'originalTitle', coalesce(o.title, ''), 'originalLanguage', s.default_language,
      'kind', s.kind, 'state', s.state, 'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at),
      'startsLocal', s.starts_local, 'endsLocal', s.ends_local, 'timeZone', s.time_zone, 'languages', s.languages,
      'capacity', s.capacity, 'confirmed', n.confirmed, 'waitlisted', n.waitlisted,
      'hasMeetingLink', s.meeting_url <> '',
      'recaps', (SELECT count(*) FROM recap_sessions rs WHERE rs.session_id = s.id)
    ) ORDER BY s.place)
    FROM page s
    JOIN session_counts n ON n.session_id = s.id
    LEFT JOIN session_translations o ON o.session_id = s.id AND o.language = s.default_language
  ), '[]'::jsonb) AS items
`;
