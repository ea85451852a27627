import type { MediaFilter } from '@reihe/shared-editorial';

/**
 * Everything that shows image `m`; revisions keep their gallery as an array, which no foreign key watches. Each look-up is by an
 * index, so a page of the list costs its rows and not the library.
 */
const USED_IN = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', u.kind, 'id', u.id, 'titles', u.titles)
                            ORDER BY u.kind, u.titles::text, u.id), '[]')
  FROM (
    SELECT 'recap' AS kind, r.id, (
      SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}')
      FROM recap_translations t WHERE t.recap_id = r.id AND t.title <> ''
    ) AS titles
    FROM (
      SELECT id FROM recaps WHERE lead_media_id = m.id
      UNION SELECT recap_id FROM recap_gallery WHERE media_id = m.id
      UNION SELECT recap_id FROM recap_revisions WHERE lead_media_id = m.id
      UNION SELECT recap_id FROM recap_revisions WHERE gallery @> ARRAY[m.id]
      UNION SELECT recap_id FROM recap_text_pictures WHERE media_id = m.id
      UNION SELECT v.recap_id FROM recap_revision_pictures p JOIN recap_revisions v ON v.id = p.revision_id
        WHERE p.media_id = m.id
    ) r
    UNION ALL
    SELECT 'series', y.id, (
      SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}')
      FROM series_translations t WHERE t.series_id = y.id AND t.title <> ''
    )
    FROM series y WHERE y.cover_media_id = m.id
    UNION ALL
    SELECT 'speaker', k.id, jsonb_build_object('en', k.name) FROM speakers k WHERE k.photo_media_id = m.id
  ) u
)`;

export const RECORD = `
  m.id, m.version, m.file_name AS "fileName", m.mime_type AS "mimeType", m.width, m.height, m.byte_size AS "byteSize",
  m.state, m.failure, m.widths, m.formats, m.placeholder, m.crops, m.focus_x AS "focusX", m.focus_y AS "focusY",
  m.photographer, m.agency, m.licence, m.licence_url AS "licenceUrl", m.consent, m.consent_note AS "consentNote",
  m.suggestions, m.uploaded_at AS "uploadedAt",
  (SELECT count(*)::int FROM media_look_alikes l WHERE l.media_id = m.id) AS "lookAlikes",
  coalesce((
    SELECT jsonb_object_agg(t.language, jsonb_build_object('alt', t.alt, 'caption', t.caption))
    FROM media_translations t WHERE t.media_id = m.id
  ), '{}') AS translations,
  ${USED_IN} AS "usedIn"`;

/** One condition each, so that every filter is planned for itself; $2: the languages that an image must be described in. */
const NARROWED: Readonly<Record<MediaFilter, string>> = {
  rights: `((m.photographer = '' AND m.agency = '') OR m.consent = 'open')`,
  alt: `EXISTS (
    SELECT FROM unnest($2::text[]) AS wanted (language)
    WHERE NOT EXISTS (
      SELECT FROM media_translations t WHERE t.media_id = m.id AND t.language = wanted.language AND t.alt <> ''))`,
  unused: `NOT EXISTS (SELECT FROM recaps r WHERE r.lead_media_id = m.id)
    AND NOT EXISTS (SELECT FROM recap_gallery g WHERE g.media_id = m.id)
    AND NOT EXISTS (SELECT FROM recap_revisions v WHERE v.lead_media_id = m.id)
    AND NOT EXISTS (SELECT FROM recap_revisions v WHERE v.gallery @> ARRAY[m.id])
    AND NOT EXISTS (SELECT FROM recap_text_pictures p WHERE p.media_id = m.id)
    AND NOT EXISTS (SELECT FROM recap_revision_pictures p WHERE p.media_id = m.id)
    AND NOT EXISTS (SELECT FROM series y WHERE y.cover_media_id = m.id)
    AND NOT EXISTS (SELECT FROM speakers k WHERE k.photo_media_id = m.id)`,
  'look-alikes': `m.id IN (SELECT l.media_id FROM media_look_alikes l)`,
  preparing: `m.state = 'preparing'`,
  failed: `m.state = 'failed'`,
};

const SEARCHED = `m.id IN (
  SELECT id FROM media WHERE searched_words(file_name, photographer, agency) LIKE folded($1)
  UNION SELECT media_id FROM media_translations WHERE searched_words(alt, caption) LIKE folded($1))`;

/** $1 words as a LIKE pattern, or null · $2 languages · $3 how many · $4 after how many. */
export function listMedia(filter: MediaFilter | undefined, isSearched: boolean): string {
  const conditions = [
    // Every parameter has a type, whether it is used or not.
    '($1::text IS NULL OR true) AND ($2::text[] IS NULL OR true)',
    ...(isSearched ? [SEARCHED] : []),
    ...(filter ? [NARROWED[filter]] : []),
  ].join(' AND ');
  return `
    WITH found AS MATERIALIZED (SELECT m.id, m.uploaded_at FROM media m WHERE ${conditions}),
    shown AS (SELECT id FROM found ORDER BY uploaded_at DESC, id LIMIT $3 OFFSET $4)
    SELECT ${RECORD}, (SELECT count(*)::int FROM found) AS total
    FROM media m JOIN shown USING (id)
    ORDER BY m.uploaded_at DESC, m.id`;
}
