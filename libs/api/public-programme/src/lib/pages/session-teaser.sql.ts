/**
 * A session as readers see it. Wants `s` (sessions), `y` (its series) and $1, the reader's languages. Names every value it
 * lets out: the meeting link is not among them. `seats` are facts; the phase is decided by policy from them and the time. Seats
 * that are only held do not count: whether a form holds one depends on whose address it names, and whoever looks before and after
 * would know.
 */
const teaserAs = (json: 'json' | 'jsonb') => `
  ${json}_build_object(
    'slug', s.slug, 'seriesSlug', y.slug, 'seriesTitle', yt.title, 'title', t.title, 'language', t.language,
    'kind', s.kind, 'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone,
    'languages', s.languages, 'interpretation', s.interpretation,
    'regions', coalesce((
      SELECT ${json}_agg(r.term ORDER BY r.sort_order, r.slug)
      FROM session_regions sr JOIN region_terms($1) r ON r.region_id = sr.region_id
      WHERE sr.session_id = s.id), '[]'::${json}),
    'categories', coalesce((
      SELECT ${json}_agg(c.term ORDER BY c.sort_order, c.slug)
      FROM session_categories sc JOIN category_terms($1) c ON c.category_id = sc.category_id
      WHERE sc.session_id = s.id), '[]'::${json}),
    'seats', (
      SELECT ${json}_build_object(
        'state', s.state, 'capacity', s.capacity, 'taken', n.confirmed, 'waiting', n.waitlisted,
        'opensAt', iso_instant(u.opens_at), 'closesAt', iso_instant(u.closes_at), 'mode', u.mode,
        'hasWaitingList', u.has_waiting_list, 'waitingListLimit', u.waiting_list_limit)
      FROM session_counts n JOIN session_rules u ON u.session_id = n.session_id WHERE n.session_id = s.id),
    'speakers', coalesce((
      SELECT ${json}_agg(c.contribution ORDER BY a.position NULLS FIRST, c.sort_order)
      FROM public_contributions($1) c LEFT JOIN agenda_items a ON a.id = c.agenda_item_id
      WHERE c.session_id = s.id AND c.contribution ->> 'role' <> 'interpreter'), '[]'::${json}),
    'figures', coalesce((
      SELECT ${json}_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to)
                       ORDER BY f.origin, f.measure)
      FROM session_figures f WHERE f.session_id = s.id), '[]'::${json}))
`;

/** To be added to: with `||`, which plain JSON has not. */
export const SESSION_TEASER = teaserAs('jsonb');

/** To be told as it is: written at once, where `jsonb` is sorted and stored first, it takes a quarter less time. */
export const LISTED_TEASER = teaserAs('json');

/** Joins the texts that the teaser shows; to follow `FROM sessions s JOIN series y …`. */
export const SESSION_TEXTS = `
  CROSS JOIN LATERAL (
    SELECT t.title, t.abstract, t.language FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) t
  CROSS JOIN LATERAL (
    SELECT t.title FROM series_translations t WHERE t.series_id = y.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) yt
`;

/** What a reader may see at all. */
export const IS_PUBLIC = `s.state <> 'draft' AND y.state = 'published'`;

/** Head of a series' page. Wants `y` (published_series_teasers) and $1. */
export const SERIES_HEAD = `
  y.teaser || (
    SELECT jsonb_build_object(
      'host', t.host, 'commissioner', t.commissioner, 'timeZone', z.time_zone,
      'categories', coalesce((
        SELECT jsonb_agg(c.term ORDER BY c.sort_order, c.slug)
        FROM series_categories sc JOIN category_terms($1) c ON c.category_id = sc.category_id
        WHERE sc.series_id = z.id), '[]'::jsonb),
      'figures', coalesce((
        SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to)
                         ORDER BY f.origin, f.measure)
        FROM series_figures f WHERE f.series_id = z.id), '[]'::jsonb),
      'languages', (SELECT jsonb_agg(l.language ORDER BY l.language) FROM series_translations l WHERE l.series_id = z.id))
    FROM series z JOIN series_translations t ON t.series_id = z.id
    WHERE z.id = y.series_id AND t.language = y.teaser ->> 'language')
`;
