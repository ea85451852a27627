import type { RecapLack } from '@reihe/shared-editorial';

/** Nobody reads it yet: what can be late. */
const IS_OPEN = `c.state NOT IN ('published', 'archived')`;

/** `c` recaps, `y` its series. Late is told by the day where the series is at home. */
const isOverdue = (dueOn: string, now: string) =>
  `${dueOn} < (${now}::timestamptz AT TIME ZONE y.time_zone)::date`;

/** Pictures a recap shows, as `m`: each looked up by its key, for the library is much larger than what one recap shows of it. */
const PICTURES = `
  (SELECT c.lead_media_id AS id UNION SELECT g.media_id FROM recap_gallery g WHERE g.recap_id = c.id) p
  JOIN media m ON m.id = p.id
`;

const STALE = `
  SELECT t.language FROM recap_translations t
  WHERE t.recap_id = c.id AND t.language <> y.default_language AND t.outdated_since IS NOT NULL
`;

/** Translations that nobody looked through, once the recap itself is approved: before, that is what is said. */
const UNREVIEWED = `
  SELECT t.language FROM recap_translations t
  WHERE t.recap_id = c.id AND t.language <> y.default_language AND c.state NOT IN ('draft', 'in-review')
    AND t.is_finished AND t.outdated_since IS NULL AND t.reviewed_at IS NULL
`;

const SILENT = `
  SELECT w.language FROM recap_translations w WHERE w.recap_id = c.id AND EXISTS (
    SELECT FROM (SELECT m.id FROM ${PICTURES}) m
    WHERE NOT EXISTS (
      SELECT FROM media_translations a WHERE a.media_id = m.id AND a.language = w.language AND trim(a.alt) <> ''))
`;

/** How many figures that readers see are not what they were: it asks the records. */
const CHANGED = `
  CASE WHEN c.state = 'published' THEN (SELECT count(*)::int FROM changed_figures(c.id)) ELSE 0 END
`;

const CREDITLESS = `SELECT FROM ${PICTURES} WHERE trim(m.photographer) = '' AND trim(m.agency) = ''`;

/** A recap is wanted in every language that its series is written in. */
const UNTRANSLATED = `
  SELECT w.language FROM series_translations w WHERE w.series_id = c.series_id AND NOT EXISTS (
    SELECT FROM recap_translations t WHERE t.recap_id = c.id AND t.language = w.language AND t.is_finished)
`;

const IS_UNAPPROVED = `c.state IN ('draft', 'in-review')`;

/** Whether a recap lacks it, and nothing else, for the one that is asked for is asked of every recap. */
const IS_LACKING: Readonly<Record<RecapLack, string>> = {
  photo: `c.lead_media_id IS NULL`,
  credit: `EXISTS (${CREDITLESS})`,
  alt: `EXISTS (${SILENT})`,
  translation: `EXISTS (${UNTRANSLATED})`,
  outdated: `EXISTS (${STALE})`,
  figures: `c.state = 'published' AND EXISTS (SELECT FROM changed_figures(c.id))`,
  review: `(${IS_UNAPPROVED} OR EXISTS (${UNREVIEWED}))`,
};

/** What a recap lacks, each with the languages it is about. */
const LACKS = `
  SELECT coalesce(jsonb_agg(
    jsonb_build_object('what', l.what, 'languages', to_jsonb(l.languages))
    || CASE WHEN l.what = 'figures' THEN jsonb_build_object('count', m.changed) ELSE '{}' END
    ORDER BY l.place), '[]'::jsonb)
  FROM (SELECT ${CHANGED} AS changed OFFSET 0) m
  CROSS JOIN LATERAL (VALUES
    (1, 'photo', ARRAY[]::text[], ${IS_LACKING.photo}),
    (2, 'credit', ARRAY[]::text[], ${IS_LACKING.credit}),
    (3, 'alt', ARRAY(${SILENT} ORDER BY 1), NULL),
    (4, 'translation', ARRAY(${UNTRANSLATED} ORDER BY 1), NULL),
    (5, 'outdated', ARRAY(${STALE} ORDER BY 1), NULL),
    (6, 'figures', ARRAY[]::text[], m.changed > 0),
    (7, 'review', ARRAY(${UNREVIEWED} ORDER BY 1), nullif(${IS_UNAPPROVED}, false))
  ) l (place, what, languages, is_so)
  WHERE coalesce(l.is_so, cardinality(l.languages) > 0)
`;

const named = (id: string) =>
  `(SELECT jsonb_build_object('id', k.id, 'name', k.name) FROM staff_accounts k WHERE k.id = ${id})`;

const titleOf = (table: string, key: string, id: string) => `
  (SELECT t.title FROM ${table} t WHERE t.${key} = ${id}
   ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1)
`;

/** What is asked of the board; what is not is no part of the statement, so that each question is planned for itself. */
export interface BoardAsked {
  series: boolean;
  state: boolean;
  owner: 'nobody' | 'somebody' | null;
  lack: RecapLack | null;
  overdue: boolean;
  words: boolean;
}

/**
 * $1 languages · $2 series · $3 state · $4 id of the owner · $5 now · $6 words as a LIKE pattern · $7 limit · $8 offset. What
 * is in the making first, the most urgent above; what is public by its day.
 */
export function boardCards({ series, state, owner, lack, overdue, words }: BoardAsked): string {
  const conditions = [
    // Every parameter has a type, whether it is used or not.
    '($2::uuid IS NULL OR true) AND ($3::text IS NULL OR true) AND ($4::text IS NULL OR true) AND ($6::text IS NULL OR true)',
    ...(series ? ['c.series_id = $2'] : []),
    ...(state ? ['c.state = $3'] : []),
    ...(owner === 'nobody' ? ['a.owner_id IS NULL'] : []),
    ...(owner === 'somebody'
      ? ['a.owner_id = (SELECT k.id FROM staff_accounts k WHERE k.id::text = $4)']
      : []),
    ...(overdue ? [IS_OPEN, isOverdue('a.due_on', '$5')] : []),
    ...(words
      ? ['c.id IN (SELECT w.recap_id FROM recap_translations w WHERE lower(w.title) LIKE lower($6))']
      : []),
    ...(lack ? [IS_LACKING[lack]] : []),
  ].join(' AND ');
  return `
  WITH found AS (
    SELECT c.id, c.state, c.updated_at, c.published_on, a.due_on, ${IS_OPEN} AS is_open
    FROM recaps c
    JOIN series y ON y.id = c.series_id
    LEFT JOIN recap_assignments a ON a.recap_id = c.id
    WHERE ${conditions}
  ),
  shown AS (
    SELECT * FROM found
    ORDER BY is_open DESC, due_on NULLS LAST, published_on DESC NULLS LAST, updated_at DESC, id LIMIT $7 OFFSET $8
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', c.id, 'version', c.version, 'state', c.state, 'seriesId', c.series_id,
      'title', ${titleOf('recap_translations', 'recap_id', 'c.id')},
      'seriesTitle', ${titleOf('series_translations', 'series_id', 'c.series_id')},
      'languages', (SELECT coalesce(jsonb_agg(l.language ORDER BY l.language), '[]'::jsonb)
                    FROM recap_translations l WHERE l.recap_id = c.id),
      'texts', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'language', l.language,
          'state', recap_text_state(l.language, y.default_language, l.is_finished, l.outdated_since, l.reviewed_at),
          'outdatedSince', iso_instant(l.outdated_since)) ORDER BY l.language), '[]'::jsonb)
        FROM recap_translations l WHERE l.recap_id = c.id),
      'sessions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'title', ${titleOf('session_translations', 'session_id', 's.id')},
          'startsAt', iso_instant(s.starts_at), 'timeZone', s.time_zone,
          'recaps', (SELECT count(*) FROM recap_sessions o WHERE o.session_id = s.id)
        ) ORDER BY s.starts_at, s.id), '[]'::jsonb)
        FROM recap_sessions w JOIN sessions s ON s.id = w.session_id WHERE w.recap_id = c.id),
      'assignment', jsonb_build_object(
        'version', coalesce(a.version, 0), 'owner', ${named('a.owner_id')}, 'dueOn', a.due_on),
      'reviewer', ${named('c.reviewer_id')}, 'lastWriter', ${named('c.last_writer_id')},
      'isOverdue', ${IS_OPEN} AND coalesce(${isOverdue('a.due_on', '$5')}, false),
      'lacks', (${LACKS}),
      'openComments', (SELECT count(*) FROM recap_comments r WHERE r.recap_id = c.id AND r.resolved_at IS NULL),
      'figures', c.figures, 'publishAt', iso_instant(c.publish_at), 'hasNotAppeared', c.publish_gaps IS NOT NULL,
      'publishedOn', c.published_on, 'isUpdated', coalesce(c.current_revision > 1, false),
      'hasUnpublishedChanges', c.current_revision IS NOT NULL AND c.version > coalesce(c.published_version, 0),
      'updatedAt', iso_instant(c.updated_at)
    ) ORDER BY o.is_open DESC, o.due_on NULLS LAST, o.published_on DESC NULLS LAST, o.updated_at DESC, o.id)
    FROM shown o JOIN recaps c ON c.id = o.id
    JOIN series y ON y.id = c.series_id
    LEFT JOIN recap_assignments a ON a.recap_id = c.id
  ), '[]'::jsonb) AS items
`;
}

/** Sessions that took place and no recap looks back on, the latest first. $1 languages · $2 series · $3 only late · $4 now · $5 search · $6 limit · $7 offset */
export const SESSIONS_WITHOUT_RECAP = `
  WITH found AS (
    SELECT s.id, s.ends_at, ${titleOf('session_translations', 'session_id', 's.id')} AS title,
           d.due_on, ${isOverdue('d.due_on', '$4')} AS is_overdue
    FROM sessions s
    JOIN series y ON y.id = s.series_id
    LEFT JOIN series_recap_rules r ON r.series_id = y.id
    CROSS JOIN LATERAL (
      SELECT (s.ends_at AT TIME ZONE s.time_zone)::date + coalesce(r.due_after_days, 14) AS due_on
    ) d
    WHERE s.state IN ('published', 'held') AND s.ends_at <= $4
      AND ($2::uuid IS NULL OR s.series_id = $2)
      AND (NOT $3::boolean OR ${isOverdue('d.due_on', '$4')})
      AND NOT EXISTS (SELECT FROM recap_sessions w WHERE w.session_id = s.id)
      AND ($5 = '' OR EXISTS (
        SELECT FROM session_translations w WHERE w.session_id = s.id AND strpos(lower(w.title), lower($5)) > 0))
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', s.id, 'title', o.title, 'seriesId', s.series_id,
      'seriesTitle', ${titleOf('series_translations', 'series_id', 's.series_id')},
      'startsAt', iso_instant(s.starts_at), 'timeZone', s.time_zone, 'dueOn', o.due_on, 'isOverdue', o.is_overdue
    ) ORDER BY o.ends_at DESC, s.id)
    FROM (SELECT * FROM found ORDER BY ends_at DESC, id LIMIT $6 OFFSET $7) o
    JOIN sessions s ON s.id = o.id JOIN series y ON y.id = s.series_id
  ), '[]'::jsonb) AS items
`;
