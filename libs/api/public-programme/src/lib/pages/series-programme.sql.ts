import { PROGRAMME_TIMES, PROGRAMME_WINDOW, SESSION_KINDS, TIMES_OF_DAY } from '@reihe/shared-contracts';
import { FILTER_PARAMETERS, filterConditions, timeOfDay, zoneOf } from './programme-filter.sql';
import { LISTED_TEASER, SESSION_TEXTS } from './session-teaser.sql';

const FILTER = 2;
const ZONE = zoneOf(FILTER + 1);
const REGIONS = `$${FILTER + 8}::text[]`;
const CATEGORIES = `$${FILTER + 9}::text[]`;
const NOW = `$${FILTER + FILTER_PARAMETERS}::timestamptz`;
const START = `$${FILTER + FILTER_PARAMETERS + 1}::int`;
const IS_MONTH = `$${FILTER + FILTER_PARAMETERS + 2}::boolean`;
const MONTH = `$${FILTER + FILTER_PARAMETERS + 3}::text`;

const { size, before } = PROGRAMME_WINDOW;
const fits = filterConditions(FILTER);

/** A choice is counted over the sessions that fail nothing but its own filter: what one would see beside the other filters. */
const besides = (key: Exclude<keyof typeof fits, 'other'>) => `(c.failed - (NOT c.fits_${key})::int = 0)`;

const inOrder = (values: readonly string[], column: string) =>
  `array_position(ARRAY[${values.map((value) => `'${value}'`).join(', ')}]::text[], ${column})`;

const countedValues = (key: 'when' | 'time' | 'kind', column: string, order: readonly string[]) => `
  coalesce((
    SELECT json_agg(json_build_object('value', v.value, 'count', v.count) ORDER BY ${inOrder(order, 'v.value')})
    FROM (
      SELECT c.${column} AS value, (count(*) FILTER (WHERE ${besides(key)}))::int AS count FROM candidates c GROUP BY 1
    ) v), '[]'::json)`;

const FACETS = `
  json_build_object(
    'when', ${countedValues('when', 'part', PROGRAMME_TIMES)},
    'times', ${countedValues('time', 'time', TIMES_OF_DAY)},
    'kinds', ${countedValues('kind', 'kind', SESSION_KINDS)},
    'languages', coalesce((
      SELECT json_agg(json_build_object('value', l.language, 'count', l.count) ORDER BY l.language)
      FROM (
        SELECT l.language, (count(*) FILTER (WHERE ${besides('language')}))::int AS count
        FROM candidates c CROSS JOIN LATERAL (SELECT DISTINCT unnest(c.languages) AS language) l GROUP BY 1
      ) l), '[]'::json),
    'regions', coalesce((
      SELECT json_agg(r.term || jsonb_build_object('count', n.count) ORDER BY r.sort_order, r.slug)
      FROM (
        SELECT w.root, (count(c.id) FILTER (WHERE ${besides('region')}))::int AS count
        FROM (
          SELECT DISTINCT w.root, sr.session_id FROM within w LEFT JOIN session_regions sr ON sr.region_id = w.id
        ) w LEFT JOIN candidates c ON c.id = w.session_id
        GROUP BY 1
      ) n JOIN region_terms($1) r ON r.region_id = n.root), '[]'::json),
    'categories', coalesce((
      SELECT json_agg(t.term || jsonb_build_object('count', coalesce(n.count, 0)) ORDER BY t.sort_order, t.slug)
      FROM category_terms($1) t LEFT JOIN (
        SELECT sc.category_id, (count(*) FILTER (WHERE ${besides('category')}))::int AS count
        FROM candidates c JOIN session_categories sc ON sc.session_id = c.id GROUP BY 1
      ) n USING (category_id)
      WHERE n.category_id IS NOT NULL OR t.slug = ANY (${CATEGORIES})), '[]'::json))`;

const SHEET = `
  (SELECT json_build_object(
    'month', m.month,
    'previous', (SELECT max(o.month) FROM months o WHERE o.month < m.month),
    'next', (SELECT min(o.month) FROM months o WHERE o.month > m.month),
    'entries', coalesce((
      SELECT json_agg(json_build_object(
        'slug', s.slug, 'title', t.title, 'language', t.language, 'startsAt', iso_instant(s.starts_at),
        'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone, 'isCancelled', s.state = 'cancelled'
      ) ORDER BY s.starts_at, s.slug)
      FROM found f JOIN sessions s ON s.id = f.id JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
      WHERE s.starts_at >= (m.month || '-01')::timestamp AT TIME ZONE 'UTC' - interval '1 day'
        AND s.starts_at < ((m.month || '-01')::timestamp + interval '1 month') AT TIME ZONE 'UTC' + interval '1 day'
    ), '[]'::json))
   FROM (
     SELECT coalesce(
       ${MONTH},
       (SELECT o.month FROM months o WHERE o.month = this.month),
       (SELECT min(o.month) FROM months o WHERE o.month > this.month),
       (SELECT max(o.month) FROM months o),
       this.month) AS month
     FROM (SELECT to_char(${NOW} AT TIME ZONE p.zone, 'YYYY-MM') AS month) this
   ) m)`;

/**
 * The programme of one series as it was asked for: the window's sessions, or the sheet of a month, and the choices of each
 * filter with their counts. Each session is judged once, whatever is counted. Wants `page` (published_series_teasers).
 * $1 languages · $2… filter, the series named · then now, start, whether a month is asked for, the month
 */
export const SERIES_PROGRAMME = `
  WITH RECURSIVE candidates AS MATERIALIZED (
    SELECT j.*, (NOT j.fits_when)::int + (NOT j.fits_time)::int + (NOT j.fits_region)::int + (NOT j.fits_category)::int
                + (NOT j.fits_language)::int + (NOT j.fits_kind)::int + (NOT j.fits_other)::int AS failed
    FROM (
      SELECT s.id, s.slug, s.kind, s.starts_at, s.ends_at, s.languages || s.interpretation AS languages,
             CASE WHEN s.ends_at > ${NOW} THEN 'upcoming' ELSE 'past' END AS part,
             ${timeOfDay(ZONE)} AS time, to_char(s.starts_at AT TIME ZONE ${ZONE}, 'YYYY-MM') AS month,
             ${Object.entries(fits)
               .map(([key, condition]) => `(${condition}) AS fits_${key}`)
               .join(',\n             ')}
      FROM sessions s JOIN series y ON y.id = s.series_id
      WHERE s.series_id = page.series_id AND s.state <> 'draft'
      -- Keeps the planner from pulling this up, and so from judging everything twice: once for itself and once for the sum.
      OFFSET 0
    ) j
  ),
  found AS MATERIALIZED (
    SELECT c.id, c.month, c.ends_at, row_number() OVER (ORDER BY c.starts_at, c.slug) AS place
    FROM candidates c WHERE c.failed = 0
  ),
  months AS (SELECT f.month, count(*) FROM found f GROUP BY f.month),
  named AS (
    SELECT r.id AS root, r.id FROM regions r
    WHERE r.slug = ANY (${REGIONS})
      OR r.id IN (SELECT sr.region_id FROM session_regions sr JOIN candidates c ON c.id = sr.session_id)
  ),
  within AS (
    SELECT root, id FROM named
    UNION
    SELECT w.root, r.id FROM within w JOIN regions r ON r.parent_id = w.id
  ),
  counts AS (
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE f.ends_at <= ${NOW}))::int AS past FROM found f
  ),
  -- Opens a little before today; at the first session where all of the series is over, at the latest where the past is asked for.
  opens AS (
    SELECT n.total, n.past, greatest(1, least(n.total, coalesce(
      ${START},
      CASE WHEN NOT EXISTS (SELECT FROM candidates c WHERE c.part = 'upcoming') THEN 1
           ELSE least(n.past + 1 - ${before}, n.total - ${size} + 1) END))) AS start
    FROM counts n
  )
  SELECT json_build_object(
    'sessions', CASE WHEN ${IS_MONTH} THEN '[]'::json ELSE coalesce((
      SELECT json_agg(${LISTED_TEASER} ORDER BY f.place)
      FROM found f JOIN sessions s ON s.id = f.id JOIN series y ON y.id = s.series_id ${SESSION_TEXTS}
      WHERE f.place >= o.start AND f.place < o.start + ${size}), '[]'::json) END,
    'window', json_build_object('total', o.total, 'past', o.past, 'start', o.start, 'zone', p.zone),
    'filters', ${FACETS},
    'month', CASE WHEN ${IS_MONTH} THEN ${SHEET} END
  ) AS answer
  FROM opens o, (SELECT ${ZONE} AS zone FROM series y WHERE y.id = page.series_id) p
`;
