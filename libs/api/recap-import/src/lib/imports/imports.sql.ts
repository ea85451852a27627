import { BLOCKING_NOTES } from '@reihe/shared-editorial';

const listed = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

/** `a` an article, `i` its import: what keeps it back that others, or the editor, can change; codes. */
const BLOCKS_NOW = `
  array_remove(ARRAY[
    CASE WHEN length(trim(a.title)) < 3 THEN 'no-title' END,
    CASE WHEN a.language IS NULL THEN 'language-unknown' END,
    CASE WHEN a.is_chosen AND EXISTS (
      SELECT FROM recap_import_articles o WHERE o.import_id = a.import_id AND o.group_key = a.group_key
        AND o.language = a.language AND o.id <> a.id AND o.is_chosen) THEN 'language-twice' END,
    CASE WHEN a.recap_id IS NULL AND i.state IN ('ready','writing') AND EXISTS (
      SELECT FROM recap_origin_marks m WHERE m.mark = ANY (a.marks)) THEN 'already-imported' END
  ], NULL)
`;

/** What keeps it back for good. */
const BLOCKS_EVER = `
  EXISTS (SELECT FROM jsonb_array_elements(a.notes) n WHERE n ->> 'code' IN (${listed(BLOCKING_NOTES)}))
`;

export const IS_BLOCKED = `(cardinality(${BLOCKS_NOW}) > 0 OR ${BLOCKS_EVER})`;

const PICTURES = `
  jsonb_build_object('all', count(p.*), 'inFile', count(p.file), 'done', count(*) FILTER (WHERE p.state = 'done'),
    'failed', count(*) FILTER (WHERE p.state = 'failed'))
`;

const IMPORT = `
  jsonb_build_object(
    'id', i.id, 'version', i.version, 'seriesId', i.series_id, 'state', i.state, 'fileName', i.file_name, 'kind', i.kind,
    'refusal', i.refusal, 'byteSize', i.byte_size, 'received', i.received, 'createdAt', iso_instant(i.created_at),
    'createdBy', (SELECT k.name FROM staff_accounts k WHERE k.id = i.staff_id),
    'written', i.written, 'fetchesPictures', i.fetches_pictures, 'keepsDates', i.keeps_dates,
    'pictures', (
      SELECT ${PICTURES} FROM recap_import_articles a JOIN recap_import_pictures p ON p.article_id = a.id
      WHERE a.import_id = i.id AND a.is_chosen AND (i.state = 'ready' OR a.recap_id IS NOT NULL)),
    'kept', CASE WHEN i.state = 'undone' THEN coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', r.recap_id, 'title', r.title) ORDER BY r.position)
      FROM (SELECT DISTINCT ON (a.recap_id) a.recap_id, a.title, a.position FROM recap_import_articles a
            WHERE a.import_id = i.id AND a.recap_id IS NOT NULL ORDER BY a.recap_id, a.position) r), '[]'::jsonb)
      ELSE '[]'::jsonb END
  ) || (
    SELECT jsonb_build_object(
      'articles', count(*), 'chosen', count(*) FILTER (WHERE a.is_chosen), 'recaps', count(DISTINCT a.recap_id),
      'blocked', count(*) FILTER (WHERE a.is_chosen AND ${IS_BLOCKED}))
    FROM recap_import_articles a WHERE a.import_id = i.id)
`;

/** $1 id */
export const ONE_IMPORT = `SELECT ${IMPORT} AS import FROM recap_imports i WHERE i.id = $1`;

/** $1 how many, the latest first */
export const LATEST_IMPORTS = `
  SELECT ${IMPORT} AS import FROM recap_imports i ORDER BY i.created_at DESC, i.id LIMIT $1
`;

/** $1 import · $2 languages · $3 limit · $4 offset. Notes: what keeps it back, what was read, what happened since. */
export const IMPORT_ARTICLES = `
  SELECT count(*) OVER ()::int AS total, jsonb_build_object(
    'id', a.id, 'version', a.version, 'position', a.position, 'title', a.title, 'language', a.language,
    'statedLanguage', a.stated_language, 'author', a.author, 'publishedOn', a.published_on, 'lead', a.lead,
    'address', a.address, 'words', a.words, 'sessionIds', to_jsonb(a.session_ids), 'isChosen', a.is_chosen, 'recapId', a.recap_id,
    'pictures', (SELECT ${PICTURES} FROM recap_import_pictures p WHERE p.article_id = a.id),
    'categories', coalesce((
      SELECT jsonb_agg((
        SELECT t.name FROM category_translations t WHERE t.category_id = k.id
        ORDER BY array_position($2::text[], t.language) LIMIT 1) ORDER BY k.position, k.slug)
      FROM categories k WHERE k.id = ANY (a.category_ids)), '[]'::jsonb),
    'translationOf', (
      SELECT o.id FROM recap_import_articles o
      WHERE o.import_id = a.import_id AND o.group_key = a.group_key AND o.position < a.position
      ORDER BY o.position LIMIT 1),
    'notes',
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'count', 1, 'details', '[]'::jsonb))
                FROM unnest(${BLOCKS_NOW}) code), '[]'::jsonb)
      || a.notes || a.outcome || coalesce((
        SELECT jsonb_agg(jsonb_build_object('code', f.code, 'count', f.count, 'details', to_jsonb(f.names[1:5])))
        FROM (
          SELECT CASE p.failure WHEN 'not-fetched' THEN 'pictures-not-fetched' ELSE 'pictures-failed' END AS code, count(*),
            array_agg(coalesce(p.file, p.address) || CASE p.failure WHEN 'not-fetched' THEN '' ELSE ' (' || p.failure || ')' END
                      ORDER BY p.position) AS names
          FROM recap_import_pictures p WHERE p.article_id = a.id AND p.state = 'failed' GROUP BY 1) f), '[]'::jsonb)
  ) AS article
  FROM recap_import_articles a JOIN recap_imports i ON i.id = a.import_id
  WHERE a.import_id = $1
  ORDER BY a.position LIMIT $3 OFFSET $4
`;
