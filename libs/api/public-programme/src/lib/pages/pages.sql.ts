import { MOVED_NOTE_DAYS } from '@reihe/shared-contracts';
import { FILTER_PARAMETERS, matchesFilter } from './programme-filter.sql';
import { SERIES_PROGRAMME } from './series-programme.sql';
import { IS_PUBLIC, LISTED_TEASER, SERIES_HEAD, SESSION_TEASER, SESSION_TEXTS } from './session-teaser.sql';

const RECAPS_OF_SERIES = 24;

/** What `SERIES_PROGRAMME` takes. */
export const SERIES_PAGE = `
  SELECT programme.answer AS programme, ${SERIES_HEAD} AS series,
    coalesce((
      SELECT json_agg(r.teaser ORDER BY r.published_on DESC, r.recap_id)
      FROM (
        SELECT r.teaser, r.published_on, r.recap_id FROM published_recap_teasers($1) r
        WHERE r.series_id = page.series_id
        ORDER BY r.published_on DESC, r.recap_id LIMIT ${RECAPS_OF_SERIES}
      ) r), '[]'::json) AS recaps
  FROM (SELECT y.* FROM published_series_teasers($1) y WHERE y.slug = $2) page
  JOIN LATERAL (SELECT page.*) y ON true
  CROSS JOIN LATERAL (${SERIES_PROGRAMME}) programme
`;

/** When session `s` was to be before it was moved of late; null where it was not, or is again when it was to be. */
const MOVED_FROM = `
  CASE WHEN s.state = 'published' THEN (
    SELECT jsonb_build_object('startsAt', m.before->>'startsAt', 'endsAt', m.before->>'endsAt')
    FROM (
      SELECT c.before FROM session_changes c
      WHERE c.session_id = s.id AND 'moved' = ANY (c.kinds) AND c.undone_at IS NULL
        AND c.created_at > now() - make_interval(days => ${MOVED_NOTE_DAYS})
      ORDER BY c.created_at LIMIT 1
    ) m
    WHERE ((m.before->>'startsAt')::timestamptz, (m.before->>'endsAt')::timestamptz) <> (s.starts_at, s.ends_at)
  ) END
`;

/** $1 languages · $2 slug */
export const SESSION_PAGE = `
  SELECT s.id, ${SESSION_TEASER} || jsonb_build_object(
    'abstract', t.abstract, 'cancelReason', s.cancel_reason, 'isSample', y.is_sample, 'sequence', s.sequence,
    'movedFrom', ${MOVED_FROM},
    'availableLanguages', (
      SELECT jsonb_agg(l.language ORDER BY l.language) FROM session_translations l WHERE l.session_id = s.id),
    'agenda', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'kind', a.kind, 'title', at.title, 'description', at.description, 'language', at.language,
        'startsAt', iso_instant(s.starts_at + make_interval(mins => a.starts_after)),
        'endsAt', iso_instant(s.starts_at + make_interval(mins => a.starts_after + a.duration_minutes)),
        'contributions', coalesce((
          SELECT jsonb_agg(c.contribution ORDER BY c.sort_order)
          FROM public_contributions($1) c WHERE c.agenda_item_id = a.id), '[]'::jsonb)
      ) ORDER BY a.starts_after, a.position)
      FROM agenda_items a
      CROSS JOIN LATERAL (
        SELECT t.title, t.description, t.language FROM agenda_item_translations t WHERE t.agenda_item_id = a.id
        ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
      ) at
      WHERE a.session_id = s.id), '[]'::jsonb),
    'contributions', coalesce((
      SELECT jsonb_agg(c.contribution ORDER BY c.sort_order)
      FROM public_contributions($1) c WHERE c.session_id = s.id AND c.agenda_item_id IS NULL), '[]'::jsonb),
    'recaps', coalesce((
      SELECT jsonb_agg(r.teaser ORDER BY r.published_on DESC, r.recap_id)
      FROM published_recap_teasers($1) r
      WHERE r.series_id = s.series_id AND s.id = ANY (r.session_ids)), '[]'::jsonb),
    'materials', coalesce((
      SELECT jsonb_agg(o.material ORDER BY o.sort_order, o.id)
      FROM offered_materials($1) o WHERE o.session_id = s.id AND o.audience = 'public'), '[]'::jsonb)
  ) AS page
  FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
  WHERE s.slug = $2 AND ${IS_PUBLIC}
`;

const AFTER_FILTER = 2 + FILTER_PARAMETERS;

/** $1 languages · $2… filter · then limit, offset, whether the latest come first */
export const PROGRAMME = `
  WITH found AS (
    SELECT s.id, s.starts_at,
           row_number() OVER (
             ORDER BY CASE WHEN $${AFTER_FILTER + 2} THEN s.starts_at END DESC, s.starts_at, s.slug) AS place
    FROM sessions s JOIN series y ON y.id = s.series_id
    WHERE ${IS_PUBLIC} AND ${matchesFilter(2)}
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT json_agg(${LISTED_TEASER} ORDER BY f.place)
    FROM (SELECT id, place FROM found ORDER BY place LIMIT $${AFTER_FILTER} OFFSET $${AFTER_FILTER + 1}) f
    JOIN sessions s ON s.id = f.id JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
  ), '[]'::json) AS items
`;

const NEXT_SESSIONS = 6;
const LATEST_RECAPS = 4;
const MAP_CITIES = 500;

/** The running series is the one whose period is now, else the next, else the latest; today is today where it is held. */
const RUNNING = `
  SELECT y.id FROM series y
  WHERE y.state = 'published'
  ORDER BY y.ends_on < ($2::timestamptz AT TIME ZONE y.time_zone)::date,
    CASE WHEN y.ends_on >= ($2::timestamptz AT TIME ZONE y.time_zone)::date THEN y.starts_on END,
    y.ends_on DESC, y.slug
  LIMIT 1
`;

const nextSessions = (limit: number, condition: string) => `
  SELECT s.id FROM sessions s JOIN series y ON y.id = s.series_id
  WHERE s.state = 'published' AND y.state = 'published' AND s.ends_at > $2 AND ${condition}
  ORDER BY s.starts_at, s.slug LIMIT ${limit}
`;

/** Where people came from: confirmed participants and contributions of the sessions that readers see. */
const PLACES = `
  SELECT g.city, g.country
  FROM registrations g JOIN sessions s ON s.id = g.session_id JOIN series y ON y.id = s.series_id
  WHERE g.state = 'confirmed' AND s.state IN ('published', 'held') AND y.state = 'published' AND g.country IS NOT NULL
  UNION ALL
  SELECT c.city, c.country
  FROM contributions c JOIN sessions s ON s.id = c.session_id JOIN series y ON y.id = s.series_id
  WHERE s.state IN ('published', 'held') AND y.state = 'published' AND c.country IS NOT NULL
`;

/** $1 languages · $2 now. Places are grouped before they are sorted: half the time where registrations are many. */
export const HOME_PAGE = `
  WITH running AS (${RUNNING}),
  places AS (${PLACES})
  SELECT jsonb_build_object(
    'running', (
      SELECT jsonb_build_object('series', ${SERIES_HEAD}, 'nextSession', (
        SELECT ${SESSION_TEASER}
        FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
        WHERE s.id = (${nextSessions(1, 's.series_id = (SELECT id FROM running)')})))
      FROM published_series_teasers($1) y WHERE y.series_id = (SELECT id FROM running)),
    'nextSessions', coalesce((
      SELECT jsonb_agg(${SESSION_TEASER} ORDER BY s.starts_at, s.slug)
      FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
      WHERE s.id IN (${nextSessions(NEXT_SESSIONS, 'true')})), '[]'::jsonb),
    'latestRecaps', coalesce((
      SELECT jsonb_agg(r.teaser ORDER BY r.published_on DESC, r.recap_id)
      FROM (
        SELECT r.teaser, r.published_on, r.recap_id FROM published_recap_teasers($1) r
        ORDER BY r.published_on DESC, r.recap_id LIMIT ${LATEST_RECAPS}
      ) r), '[]'::jsonb),
    'cities', coalesce((
      SELECT jsonb_agg(jsonb_build_object('city', p.city, 'country', p.country) ORDER BY p.country, p.city)
      FROM (
        SELECT min(city) AS city, country
        FROM (SELECT city, country, count(*) AS people FROM places WHERE city <> '' GROUP BY city, country) p
        GROUP BY lower(city), country ORDER BY sum(people) DESC, lower(city) LIMIT ${MAP_CITIES}
      ) p), '[]'::jsonb),
    'countries', coalesce((
      SELECT jsonb_agg(p.country ORDER BY p.country) FROM (SELECT DISTINCT country FROM places) p), '[]'::jsonb),
    'earlierSeries', coalesce((
      SELECT jsonb_agg(y.teaser ORDER BY y.ends_on DESC, y.slug) FROM published_series_teasers($1) y
      WHERE y.series_id <> (SELECT id FROM running)), '[]'::jsonb)
  ) AS page
`;

/** $1 languages · $2 slug of a session */
export const SESSION_EVENT = `
  SELECT s.id, s.slug, s.sequence, t.title, t.abstract, iso_instant(s.starts_at) AS "startsAt",
         iso_instant(s.ends_at) AS "endsAt", s.time_zone AS "timeZone", s.state, s.updated_at AS "changedAt"
  FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
  WHERE ${IS_PUBLIC} AND s.slug = $2
`;

/**
 * The found sessions of a series for a calendar, the names of what was asked for, and when any of it last changed: with any
 * session of the series, also one that the filter no longer finds, and with the time where past or coming was asked for.
 * $1 languages · $2… filter, the series named
 */
export const SERIES_CALENDAR = `
  SELECT yt.title, y.time_zone AS "timeZone",
    coalesce((SELECT jsonb_object_agg(r.slug, r.term ->> 'name') FROM region_terms($1) r WHERE r.slug = ANY ($10::text[])), '{}') AS regions,
    coalesce((SELECT jsonb_object_agg(c.slug, c.term ->> 'name') FROM category_terms($1) c WHERE c.slug = ANY ($11::text[])), '{}') AS categories,
    greatest(y.updated_at, (SELECT max(o.updated_at) FROM sessions o WHERE o.series_id = y.id),
      (SELECT max(o.ends_at) FROM sessions o WHERE o.series_id = y.id AND o.ends_at <= coalesce($5::timestamptz, $6::timestamptz))
    ) AS "changedAt",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', s.id, 'slug', s.slug, 'sequence', s.sequence, 'title', t.title, 'abstract', t.abstract,
        'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone, 'state', s.state,
        'changedAt', iso_instant(s.updated_at)
      ) ORDER BY s.starts_at, s.slug)
      FROM sessions s
      CROSS JOIN LATERAL (
        SELECT t.title, t.abstract FROM session_translations t WHERE t.session_id = s.id
        ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
      ) t
      WHERE s.series_id = y.id AND s.state <> 'draft' AND ${matchesFilter(2)}), '[]'::jsonb) AS events
  FROM series y
  CROSS JOIN LATERAL (
    SELECT t.title FROM series_translations t WHERE t.series_id = y.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) yt
  WHERE y.slug = $2 AND y.state = 'published'
`;
