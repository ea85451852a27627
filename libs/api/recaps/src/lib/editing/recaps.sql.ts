/** $1 languages · $2 series id · $3 state · $4 language · $5 search · $6 limit · $7 offset */
export const RECAP_LIST = `
  WITH found AS (
    SELECT c.*, t.title, y.default_language
    FROM recaps c JOIN series y ON y.id = c.series_id
    CROSS JOIN LATERAL (
      SELECT t.title FROM recap_translations t WHERE t.recap_id = c.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) t
    WHERE ($2::uuid IS NULL OR c.series_id = $2)
      AND ($3::text IS NULL OR c.state = $3)
      AND ($4::text IS NULL OR EXISTS (
        SELECT FROM recap_translations w WHERE w.recap_id = c.id AND w.language = $4))
      AND ($5 = '' OR EXISTS (
        SELECT FROM recap_translations w
        WHERE w.recap_id = c.id AND (strpos(lower(w.title), lower($5)) > 0 OR strpos(lower(w.lead), lower($5)) > 0)))
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', c.id, 'version', c.version, 'seriesId', c.series_id, 'seriesTitle', yt.title, 'title', c.title,
      'state', c.state, 'publishedOn', c.published_on, 'updatedAt', iso_instant(c.updated_at),
      'sessions', (SELECT count(*) FROM recap_sessions s WHERE s.recap_id = c.id),
      'languages', (SELECT jsonb_agg(l.language ORDER BY l.language) FROM recap_translations l WHERE l.recap_id = c.id)
    ) ORDER BY c.updated_at DESC, c.id)
    FROM (SELECT * FROM found ORDER BY updated_at DESC, id LIMIT $6 OFFSET $7) c
    CROSS JOIN LATERAL (
      SELECT t.title FROM series_translations t WHERE t.series_id = c.series_id
      ORDER BY language_rank(t.language, $1, c.default_language) LIMIT 1
    ) yt
  ), '[]'::jsonb) AS items
`;

const named = (id: string) =>
  `(SELECT jsonb_build_object('id', k.id, 'name', k.name) FROM staff_accounts k WHERE k.id = ${id})`;

/** `c` recaps. */
const WORKFLOW = `
  jsonb_build_object(
    'reviewer', ${named('c.reviewer_id')}, 'lastWriter', ${named('c.last_writer_id')},
    'approvedBy', ${named('c.approved_by_id')}, 'approvedAt', iso_instant(c.approved_at),
    'schedule', CASE WHEN c.state = 'scheduled' THEN jsonb_build_object(
      'publishAt', iso_instant(c.publish_at), 'publishLocal', c.publish_local, 'timeZone', c.publish_time_zone,
      'failure', CASE WHEN c.publish_gaps IS NOT NULL THEN jsonb_build_object(
        'triedAt', iso_instant(c.publish_tried_at), 'gaps', c.publish_gaps) END) END)
`;

/** $1 id. The working copy and what its rules are decided from. */
export const ONE_RECAP = `
  SELECT jsonb_build_object(
    'id', c.id, 'version', c.version, 'seriesId', c.series_id, 'state', c.state, 'byline', c.byline,
    'leadMediaId', c.lead_media_id, 'publishedOn', c.published_on, 'reviewComment', c.review_comment,
    'currentRevision', c.current_revision, 'publishedVersion', c.published_version,
    'defaultLanguage', y.default_language, 'timeZone', y.time_zone,
    'sessionIds', (
      SELECT coalesce(jsonb_agg(s.id ORDER BY s.starts_at, s.id), '[]'::jsonb)
      FROM recap_sessions w JOIN sessions s ON s.id = w.session_id WHERE w.recap_id = c.id),
    'categoryIds', (
      SELECT coalesce(jsonb_agg(k.id ORDER BY k.position, k.slug), '[]'::jsonb)
      FROM recap_categories w JOIN categories k ON k.id = w.category_id WHERE w.recap_id = c.id),
    'regionIds', (
      SELECT coalesce(jsonb_agg(r.id ORDER BY r.position, r.slug), '[]'::jsonb)
      FROM recap_regions w JOIN regions r ON r.id = w.region_id WHERE w.recap_id = c.id),
    'gallery', (
      SELECT coalesce(jsonb_agg(g.media_id ORDER BY g.position), '[]'::jsonb)
      FROM recap_gallery g WHERE g.recap_id = c.id),
    'translations', (
      SELECT coalesce(jsonb_object_agg(t.language, jsonb_build_object(
        'title', t.title, 'slug', coalesce(a.slug, ''), 'lead', t.lead, 'body', t.body,
        'seoTitle', t.seo_title, 'seoDescription', t.seo_description)), '{}'::jsonb)
      FROM recap_translations t
      LEFT JOIN recap_addresses a ON a.recap_id = t.recap_id AND a.language = t.language AND a.is_current
      WHERE t.recap_id = c.id),
    'translationStates', (
      SELECT coalesce(jsonb_object_agg(t.language, jsonb_build_object(
        'state', recap_text_state(t.language, y.default_language, t.is_finished, t.outdated_since, t.reviewed_at),
        'outdatedSince', iso_instant(t.outdated_since), 'reviewedAt', iso_instant(t.reviewed_at),
        'reviewedBy', ${named('t.reviewed_by_id')}, 'lastWriter', ${named('t.writer_id')})), '{}'::jsonb)
      FROM recap_translations t WHERE t.recap_id = c.id),
    'translationBases', (
      SELECT coalesce(jsonb_object_agg(t.language, t.basis), '{}'::jsonb)
      FROM recap_translations t WHERE t.recap_id = c.id AND t.language <> y.default_language),
    'staleLanguages', (
      SELECT coalesce(jsonb_agg(t.language ORDER BY t.language), '[]'::jsonb)
      FROM recap_translations t
      JOIN recap_translations source ON source.recap_id = t.recap_id AND source.language = y.default_language
      WHERE t.recap_id = c.id AND t.changed_at < source.changed_at),
    'media', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'credit', jsonb_build_object('photographer', m.photographer, 'agency', m.agency, 'licence', m.licence),
        'rights', jsonb_build_object('licenceUrl', m.licence_url, 'consent', m.consent, 'consentNote', m.consent_note),
        'state', m.state, 'translations', (
          SELECT coalesce(jsonb_object_agg(t.language, jsonb_build_object('alt', t.alt, 'caption', t.caption)), '{}'::jsonb)
          FROM media_translations t WHERE t.media_id = m.id))), '[]'::jsonb)
      FROM media m
      WHERE m.id = c.lead_media_id
         OR m.id IN (SELECT g.media_id FROM recap_gallery g WHERE g.recap_id = c.id)
         OR m.id IN (SELECT p.media_id FROM recap_text_pictures p WHERE p.recap_id = c.id)),
    'revisions', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', v.id, 'number', v.number, 'createdAt', iso_instant(v.created_at), 'createdBy', k.name,
        'isCurrent', v.number = c.current_revision, 'note', v.update_note, 'figures', v.figures) ORDER BY v.number DESC), '[]'::jsonb)
      FROM recap_revisions v LEFT JOIN staff_accounts k ON k.id = v.created_by_id WHERE v.recap_id = c.id),
    'workflow', ${WORKFLOW}, 'figures', c.figures
  ) AS recap
  FROM recaps c JOIN series y ON y.id = c.series_id
  WHERE c.id = $1
`;

/**
 * $1 recap · $2 language · $3… text · $8 basis · $9 finished · $10 outdated · $11 who writes. A text that did not change keeps its age:
 * where it is not known what it is a translation of, staleness is told by it; and its writer. Its review ends with the text, and when
 * the original leaves it behind.
 */
const TEXT = (of: string) => `(${of}.title, ${of}.lead, ${of}.body, ${of}.seo_title, ${of}.seo_description)`;
const IS_CHANGED = `${TEXT('t')} IS DISTINCT FROM ${TEXT('excluded')}`;
const IS_UNREVIEWED = `(${IS_CHANGED} OR excluded.outdated_since IS NOT NULL OR NOT excluded.is_finished)`;

export const SAVE_TEXT = `
  INSERT INTO recap_translations AS t
    (recap_id, language, title, lead, body, seo_title, seo_description, basis, is_finished, outdated_since, writer_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10::boolean THEN now() END, $11)
  ON CONFLICT (recap_id, language) DO UPDATE SET
    title = excluded.title, lead = excluded.lead, body = excluded.body,
    seo_title = excluded.seo_title, seo_description = excluded.seo_description, basis = excluded.basis,
    is_finished = excluded.is_finished,
    outdated_since = CASE WHEN $10::boolean THEN coalesce(t.outdated_since, now()) END,
    writer_id = CASE WHEN ${IS_CHANGED} THEN excluded.writer_id ELSE t.writer_id END,
    reviewed_at = CASE WHEN ${IS_UNREVIEWED} THEN NULL ELSE t.reviewed_at END,
    reviewed_by_id = CASE WHEN ${IS_UNREVIEWED} THEN NULL ELSE t.reviewed_by_id END,
    changed_at = CASE WHEN ${IS_CHANGED} THEN now() ELSE t.changed_at END
  WHERE ${IS_CHANGED} OR t.basis IS DISTINCT FROM excluded.basis OR t.is_finished IS DISTINCT FROM excluded.is_finished
     OR (t.outdated_since IS NOT NULL) IS DISTINCT FROM $10::boolean
`;
