import type { SessionSort } from '@reihe/shared-contracts';

const IS_TO_COME = `s.state = 'published' AND s.ends_at > $15`;
const LACKS = {
  link: `(${IS_TO_COME} AND s.meeting_url = '')`,
  moderator: `(${IS_TO_COME} AND NOT EXISTS (
        SELECT FROM contributions c WHERE c.session_id = s.id AND c.role = 'moderator'))`,
  recap: `(s.state = 'held' AND NOT EXISTS (SELECT FROM recap_sessions rs WHERE rs.session_id = s.id))`,
};

const STATE = `array_position(ARRAY['draft','published','held','cancelled'], s.state)`;
/**
 * Joins that give the title as the reader sees it, `title.key`. Of thousands nearly all stand in the reader's language or in that of
 * their series, which a join finds many times faster than a look at each one's translations.
 */
const titleOf = (table: string, owner: string, id: string) => `
    JOIN series y ON y.id = s.series_id
    LEFT JOIN ${table} asked ON asked.${owner} = ${id} AND asked.language = ($1::text[])[1]
    LEFT JOIN ${table} own ON own.${owner} = ${id} AND own.language = y.default_language
    CROSS JOIN LATERAL (SELECT lower(coalesce(asked.title, own.title, (
      SELECT t.title FROM ${table} t WHERE t.${owner} = ${id}
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1))) AS key) title`;
const TITLE = { from: titleOf('session_translations', 'session_id', 's.id'), key: 'title.key' };
const SERIES_TITLE = { from: titleOf('series_translations', 'series_id', 's.series_id'), key: 'title.key' };

/** The start decides between equals, so that pages never repeat a session. Titles are looked up only to be ordered by. */
const ORDERS: Record<SessionSort, { from?: string; key: string; order: string }> = {
  start: { key: 's.starts_at', order: 'key' },
  '-start': { key: 's.starts_at', order: 'key DESC' },
  title: { ...TITLE, order: 'key' },
  '-title': { ...TITLE, order: 'key DESC' },
  series: { ...SERIES_TITLE, order: 'key' },
  '-series': { ...SERIES_TITLE, order: 'key DESC' },
  state: { key: STATE, order: 'key' },
  '-state': { key: STATE, order: 'key DESC' },
  kind: { key: 's.kind', order: 'key' },
  '-kind': { key: 's.kind', order: 'key DESC' },
  capacity: { key: 's.capacity', order: 'key' },
  '-capacity': { key: 's.capacity', order: 'key DESC NULLS LAST' },
};

/**
 * $1 languages · $2 series id · $3 state · $4 kind · $5 region id · $6 category id · $7 language · $8 from · $9 to (instants; what
 * overlaps them) · $10 search, its signs for LIKE escaped · $11 need · $12 limit · $13 offset · $14 ids · $15 now. Null is no filter.
 * Arrays of ids rather than joins: beside `IS NULL OR` only they let an index find the sessions.
 */
export const listSessions = (sort: SessionSort) => `
  WITH found AS (
    SELECT s.id, s.starts_at, s.slug, ${ORDERS[sort].key} AS key
    FROM sessions s${ORDERS[sort].from ?? ''}
    WHERE ($2::uuid IS NULL OR s.series_id = $2)
      AND ($3::text IS NULL OR s.state = $3)
      AND ($4::text IS NULL OR s.kind = $4)
      AND ($5::uuid IS NULL OR s.id = ANY (ARRAY(
        SELECT sr.session_id FROM session_regions sr WHERE sr.region_id IN (
          WITH RECURSIVE within AS (
            SELECT $5::uuid AS id
            UNION
            SELECT r.id FROM regions r JOIN within w ON r.parent_id = w.id
          )
          SELECT id FROM within))))
      AND ($6::uuid IS NULL OR s.id = ANY (ARRAY(
        SELECT sc.session_id FROM session_categories sc WHERE sc.category_id = $6)))
      AND ($7::text IS NULL OR s.languages @> ARRAY[$7] OR s.interpretation @> ARRAY[$7])
      AND (coalesce($8::timestamptz, $9::timestamptz) IS NULL
        OR tstzrange(s.starts_at, s.ends_at) &&
          CASE WHEN $8::timestamptz > $9::timestamptz THEN 'empty' ELSE tstzrange($8, $9) END)
      AND ($10::text IS NULL OR s.slug LIKE '%' || $10 || '%' OR s.id = ANY (ARRAY(
        SELECT x.session_id FROM session_translations x WHERE lower(x.title) LIKE '%' || $10 || '%')))
      AND ($11::text IS NULL
        OR ($11 IN ('link', 'anything') AND ${LACKS.link})
        OR ($11 IN ('moderator', 'anything') AND ${LACKS.moderator})
        OR ($11 IN ('recap', 'anything') AND ${LACKS.recap}))
      AND ($14::uuid[] IS NULL OR s.id = ANY ($14))
  ),
  page AS (
    SELECT id, row_number() OVER (ORDER BY ${ORDERS[sort].order}, starts_at, slug) AS place
    FROM found
    ORDER BY ${ORDERS[sort].order}, starts_at, slug LIMIT $12 OFFSET $13
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', s.id, 'version', s.version, 'seriesId', s.series_id, 'seriesTitle', yt.title, 'slug', s.slug,
      'title', t.title, 'originalTitle', coalesce(o.title, ''), 'originalLanguage', y.default_language,
      'kind', s.kind, 'state', s.state, 'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at),
      'startsLocal', s.starts_local, 'endsLocal', s.ends_local, 'timeZone', s.time_zone, 'languages', s.languages,
      'capacity', s.capacity, 'confirmed', n.confirmed, 'waitlisted', n.waitlisted,
      'hasMeetingLink', s.meeting_url <> '',
      'hasAskedSpeakers', EXISTS (
        SELECT FROM contributions c WHERE c.session_id = s.id AND c.invitation_state IN ('invited', 'confirmed')),
      'recaps', (SELECT count(*) FROM recap_sessions rs WHERE rs.session_id = s.id)
    ) ORDER BY p.place)
    FROM page p
    JOIN sessions s ON s.id = p.id
    JOIN series y ON y.id = s.series_id
    JOIN session_counts n ON n.session_id = s.id
    CROSS JOIN LATERAL (
      SELECT t.title FROM session_translations t WHERE t.session_id = s.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) t
    CROSS JOIN LATERAL (
      SELECT t.title FROM series_translations t WHERE t.series_id = y.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) yt
    LEFT JOIN session_translations o ON o.session_id = s.id AND o.language = y.default_language
  ), '[]'::jsonb) AS items
`;
