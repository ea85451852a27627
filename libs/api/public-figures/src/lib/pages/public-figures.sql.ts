import { DEFAULT_THRESHOLD } from '@reihe/shared-figures';

/** Of all series that everybody may see, each person once; what series state is theirs alone. */
const TOTALS_OF_ALL = `
  SELECT json_build_object(
    'sessions', n.sessions, 'participants', p.participants, 'participations', p.participations, 'countries', p.countries,
    'cities', p.cities, 'attended', p.attended, 'attendees', p.attendees, 'guests', p.guests, 'importedOn', i.imported_on)
  FROM (
    SELECT count(*)::int AS sessions FROM sessions s JOIN series y ON y.id = s.series_id
    WHERE y.state = 'published' AND s.state IN ('published', 'held')
  ) n
  CROSS JOIN (
    SELECT (count(*) FILTER (WHERE x.has_place))::int AS participations,
      (count(DISTINCT x.person_id) FILTER (WHERE x.has_place))::int AS participants,
      (count(DISTINCT x.country) FILTER (WHERE x.has_place))::int AS countries,
      (count(DISTINCT (lower(x.city), x.country)) FILTER (WHERE x.has_place AND x.city <> ''))::int AS cities,
      (count(x.person_id) FILTER (WHERE x.has_come))::int AS attended,
      (count(DISTINCT x.person_id) FILTER (WHERE x.has_come))::int AS attendees,
      (count(*) FILTER (WHERE x.has_come AND x.person_id IS NULL))::int AS guests
    FROM series y JOIN sessions s ON s.series_id = y.id JOIN session_people x ON x.session_id = s.id
    WHERE y.state = 'published' AND s.state IN ('published', 'held')
  ) p
  CROSS JOIN (
    SELECT max(i.imported_at)::date AS imported_on
    FROM series y JOIN sessions s ON s.series_id = y.id JOIN attendance_imports i ON i.session_id = s.id
    WHERE y.state = 'published' AND s.state IN ('published', 'held') AND i.undone_at IS NULL
  ) i
`;

/** Wants `y` (series) and $1. */
const SESSIONS = `
  SELECT json_agg(json_build_object(
    'id', s.id, 'slug', s.slug, 'title', t.title, 'language', t.language, 'startsAt', iso_instant(s.starts_at),
    'timeZone', s.time_zone, 'month', to_char(s.starts_at AT TIME ZONE y.time_zone, 'YYYY-MM'),
    'categories', (
      SELECT coalesce(json_agg(c.slug), '[]'::json)
      FROM session_categories sc JOIN categories c ON c.id = sc.category_id WHERE sc.session_id = s.id)
  ) ORDER BY s.starts_at, s.slug)
  FROM sessions s
  CROSS JOIN LATERAL (
    SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) t
  WHERE s.series_id = y.id AND s.state IN ('published', 'held')
`;

/** $1 languages · $2 slug of a series; null: all of them */
export const PUBLIC_FIGURES = `
  SELECT
    coalesce((
      SELECT json_agg(json_build_object(
        'id', y.id, 'slug', y.slug, 'title', yt.title, 'language', yt.language, 'host', yt.host,
        'startsOn', y.starts_on, 'endsOn', y.ends_on, 'isSample', y.is_sample,
        'languages', (SELECT json_agg(l.language ORDER BY l.language) FROM series_translations l WHERE l.series_id = y.id),
        'figures', coalesce((
          SELECT json_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to) ORDER BY f.origin, f.measure)
          FROM series_figures f WHERE f.series_id = y.id), '[]'::json),
        'guests', (SELECT c.guests FROM attendance_over(y.id, NULL) c),
        'attendance', CASE WHEN h.series_id IS NULL
          THEN json_build_object('sharePercent', ${DEFAULT_THRESHOLD.sharePercent}, 'minutes', ${DEFAULT_THRESHOLD.minutes})
          ELSE json_build_object('sharePercent', h.share_percent, 'minutes', h.minutes) END,
        'stored', CASE WHEN b.series_id IS NOT NULL THEN json_build_object(
          'countedAt', b.counted_at, 'participants', b.participants, 'participations', b.participations, 'attended', b.attended,
          'breakdown', b.breakdown, 'hidden', b.hidden) END,
        'sessions', coalesce((${SESSIONS}), '[]'::json)
      ) ORDER BY y.ends_on DESC, y.slug)
      FROM series y
      CROSS JOIN LATERAL (
        SELECT t.title, t.language, t.host FROM series_translations t WHERE t.series_id = y.id
        ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
      ) yt
      LEFT JOIN published_breakdowns b ON b.series_id = y.id
      LEFT JOIN attendance_thresholds h ON h.series_id = y.id
      WHERE y.state = 'published' AND ($2::text IS NULL OR y.slug = $2)), '[]'::json) AS series,
    CASE WHEN $2::text IS NULL THEN (${TOTALS_OF_ALL}) END AS totals,
    coalesce((
      SELECT json_agg(r.term ORDER BY r.sort_order, r.slug) FROM region_terms($1) r WHERE r.parent_id IS NULL), '[]'::json) AS regions,
    coalesce((SELECT json_agg(c.term ORDER BY c.sort_order, c.slug) FROM category_terms($1) c), '[]'::json) AS categories
`;
