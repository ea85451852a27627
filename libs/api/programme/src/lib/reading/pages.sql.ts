import { MOVED_NOTE_DAYS } from '@reihe/shared-contracts';
import { IS_PUBLIC, matchesFilter, SERIES_HEAD, SESSION_TEASER, SESSION_TEXTS } from './session-teaser.sql';

const RECAPS_OF_SERIES = 24;

/** $1 languages · $2 slug · $3… filter */
export const SERIES_PAGE = `
  SELECT jsonb_build_object(
    'series', ${SERIES_HEAD},
    'sessions', coalesce((
      SELECT jsonb_agg(${SESSION_TEASER} ORDER BY s.starts_at, s.slug)
      FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
      WHERE s.series_id = page.series_id AND ${IS_PUBLIC} AND ${matchesFilter(3)}), '[]'::jsonb),
    'recaps', coalesce((
      SELECT jsonb_agg(r.teaser ORDER BY r.published_on DESC, r.recap_id)
      FROM (
        SELECT r.teaser, r.published_on, r.recap_id FROM published_recap_teasers($1) r
        WHERE r.series_id = page.series_id
        ORDER BY r.published_on DESC, r.recap_id LIMIT ${RECAPS_OF_SERIES}
      ) r), '[]'::jsonb),
    'filters', (
      WITH shown AS (
        SELECT s.id, s.kind, s.languages || s.interpretation AS languages FROM sessions s
        WHERE s.series_id = page.series_id AND s.state <> 'draft'
      )
      SELECT jsonb_build_object(
        'regions', coalesce((
          SELECT jsonb_agg(r.term ORDER BY r.sort_order, r.slug) FROM region_terms($1) r
          WHERE r.region_id IN (
            SELECT sr.region_id FROM session_regions sr JOIN shown ON shown.id = sr.session_id)), '[]'::jsonb),
        'categories', coalesce((
          SELECT jsonb_agg(c.term ORDER BY c.sort_order, c.slug) FROM category_terms($1) c
          WHERE c.category_id IN (
            SELECT sc.category_id FROM session_categories sc JOIN shown ON shown.id = sc.session_id)), '[]'::jsonb),
        'languages', coalesce((
          SELECT jsonb_agg(DISTINCT l.language ORDER BY l.language)
          FROM shown CROSS JOIN LATERAL unnest(shown.languages) AS l (language)), '[]'::jsonb),
        'kinds', coalesce((SELECT jsonb_agg(DISTINCT kind ORDER BY kind) FROM shown), '[]'::jsonb)))
  ) AS page
  FROM (SELECT y.* FROM published_series_teasers($1) y WHERE y.slug = $2) page
  JOIN LATERAL (SELECT page.*) y ON true
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
      WHERE r.series_id = s.series_id AND s.id = ANY (r.session_ids)), '[]'::jsonb)
  ) AS page
  FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
  WHERE s.slug = $2 AND ${IS_PUBLIC}
`;

/** $1 languages · $2… filter · $9 search · $10 limit · $11 offset · $12 whether the latest come first */
export const PROGRAMME = `
  WITH found AS (
    SELECT s.id, s.starts_at,
           row_number() OVER (ORDER BY CASE WHEN $12 THEN s.starts_at END DESC, s.starts_at, s.slug) AS place
    FROM sessions s JOIN series y ON y.id = s.series_id
    WHERE ${IS_PUBLIC} AND ${matchesFilter(2)}
      AND ($9 = '' OR EXISTS (
        SELECT FROM session_translations w
        WHERE w.session_id = s.id AND (strpos(lower(w.title), lower($9)) > 0 OR strpos(lower(w.abstract), lower($9)) > 0)))
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(${SESSION_TEASER} ORDER BY f.place)
    FROM (SELECT id, place FROM found ORDER BY place LIMIT $10 OFFSET $11) f
    JOIN sessions s ON s.id = f.id JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
  ), '[]'::jsonb) AS items
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
  SELECT g.city, g.country, g.participant_id
  FROM registrations g JOIN sessions s ON s.id = g.session_id JOIN series y ON y.id = s.series_id
  WHERE g.state = 'confirmed' AND s.state IN ('published', 'held') AND y.state = 'published' AND g.country IS NOT NULL
  UNION ALL
  SELECT c.city, c.country, NULL
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
      SELECT jsonb_agg(jsonb_build_object('country', p.country, 'participants', p.participants)
                       ORDER BY p.participants DESC, p.country)
      FROM (
        SELECT country, count(participant_id)::int AS participants
        FROM (SELECT DISTINCT country, participant_id FROM places) p GROUP BY country
      ) p), '[]'::jsonb),
    'earlierSeries', coalesce((
      SELECT jsonb_agg(y.teaser ORDER BY y.ends_on DESC, y.slug) FROM published_series_teasers($1) y
      WHERE y.series_id <> (SELECT id FROM running)), '[]'::jsonb)
  ) AS page
`;

const EVENT = `
  SELECT s.id, s.slug, s.sequence, t.title, t.abstract, t.language, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         s.time_zone AS "timeZone", s.state, s.updated_at AS "updatedAt", yt.title AS "seriesTitle"
  FROM sessions s JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
  WHERE ${IS_PUBLIC}
`;

/** $1 languages · $2 slug of a session */
export const SESSION_EVENTS = `${EVENT} AND s.slug = $2`;

/** $1 languages · $2 slug of a series */
export const SERIES_EVENTS = `${EVENT} AND y.slug = $2 ORDER BY s.starts_at, s.slug`;
