/** Wants `n` (stated_counts). */
const STATED = `
  count_json(n.measure, n.value, n.origin, n.is_at_least, n.source, n.stated_on) || jsonb_build_object(
    'id', n.id, 'sessionId', n.session_id, 'seriesId', n.series_id, 'note', n.note, 'enteredAt', iso_instant(n.entered_at),
    'enteredBy', (SELECT a.name FROM staff_accounts a WHERE a.id = n.entered_by_id))
`;

const figures = (condition: string) => `
  coalesce((
    SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to)
                     ORDER BY f.origin, f.measure)
    FROM ${condition}), '[]'::jsonb)
`;

const stated = (condition: string) => `
  coalesce((SELECT jsonb_agg(${STATED} ORDER BY n.measure, n.origin) FROM stated_counts n WHERE ${condition}), '[]'::jsonb)
`;

/** Those that are made of rows: what somebody stated has a source. */
const OF_ROWS = `f.source IS NULL`;

/** $1 id */
export const STATED_COUNT = `SELECT ${STATED} AS stated FROM stated_counts n WHERE n.id = $1`;

/** $1 session id */
export const SESSION_COUNTS = `
  SELECT jsonb_build_object(
    'counts', ${figures(`session_figures f WHERE f.session_id = s.id AND ${OF_ROWS}`)},
    'stated', ${stated('n.session_id = s.id')}
  ) AS overview
  FROM sessions s WHERE s.id = $1
`;

/** $1 series id */
export const SERIES_COUNTS = `
  SELECT jsonb_build_object(
    'counts', ${figures(`series_figures f WHERE f.series_id = y.id AND ${OF_ROWS}`)},
    'stated', ${stated('n.series_id = y.id')}
  ) AS overview
  FROM series y WHERE y.id = $1
`;

/** $1 languages · $2 series id. A person counts in each country named with a seat, once per country. */
export const SERIES_FIGURES = `
  SELECT jsonb_build_object(
    'seriesId', y.id,
    'counts', ${figures(`series_figures f WHERE f.series_id = y.id AND ${OF_ROWS}`)},
    'stated', ${stated('n.series_id = y.id OR n.session_id IN (SELECT s.id FROM sessions s WHERE s.series_id = y.id)')},
    'sessions', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'sessionId', s.id, 'title', t.title, 'startsAt', iso_instant(s.starts_at),
        'counts', ${figures('session_figures f WHERE f.session_id = s.id')}
      ) ORDER BY s.starts_at, s.slug)
      FROM sessions s
      CROSS JOIN LATERAL (
        SELECT t.title FROM session_translations t WHERE t.session_id = s.id
        ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
      ) t
      WHERE s.series_id = y.id AND s.state <> 'draft'), '[]'::jsonb),
    'countries', coalesce((
      SELECT jsonb_agg(jsonb_build_object('country', c.country, 'participants', c.participants)
                       ORDER BY c.participants DESC, c.country)
      FROM (
        SELECT g.country, count(DISTINCT g.participant_id)::int AS participants
        FROM sessions s JOIN registrations g ON g.session_id = s.id
        WHERE s.series_id = y.id AND s.state IN ('published', 'held') AND g.state = 'confirmed' AND g.country IS NOT NULL
        GROUP BY g.country
      ) c), '[]'::jsonb)
  ) AS figures
  FROM series y WHERE y.id = $2
`;

/** $1 series id · $2 sessions. Those that are not of the series count for nothing, as drafts and cancelled ones do. */
export const SELECTION_FIGURES = `
  SELECT jsonb_build_object(
    'sessionIds', to_jsonb($2::uuid[]),
    'sessions', (SELECT c.sessions FROM counts_over(y.id, $2) c),
    'counts', coalesce((
      SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to)
                       || jsonb_build_object('leftOut', f.left_out) ORDER BY f.origin, f.measure)
      FROM selection_figures(y.id, $2) f), '[]'::jsonb)
  ) AS figures
  FROM series y WHERE y.id = $1
`;
