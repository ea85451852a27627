import { REGION_LINEAGE } from '../pages/related-recaps.sql';

/** Of very many finds so many, the latest, are ordered by how well they fit; to weigh all would take longer than anybody reads on. */
const WEIGHED = 500;

/** Marks of what was found, two characters that no text has; whoever reads the passages turns them into marks of their own. */
export const FOUND_FROM = '\ue000';
export const FOUND_TO = '\ue001';
/** Snippets are cut from the beginning of a text; a longer one is seldom read so far either. */
const SNIPPED_CHARACTERS = 20_000;
const SNIPPETS = `MaxFragments=2, MinWords=8, MaxWords=24, ShortWord=2, FragmentDelimiter=" … ", StartSel=${FOUND_FROM}, StopSel=${FOUND_TO}`;

/** What is searched for in each language, found by its index: a recap once, in the reader's language if the words are in that. */
const HITS = `
  asked AS MATERIALIZED (
    SELECT l.language, recap_query(l.language, $6) AS query FROM unnest($1::text[]) AS l (language)
  ),
  hits AS MATERIALIZED (
    SELECT DISTINCT ON (t.recap_id) t.recap_id, t.language FROM recap_hits($1, $6) t
    ORDER BY t.recap_id, array_position($1::text[], t.language)
  )
`;

/** Every recap in question with the verdict of each filter, so that each choice can be counted beside the other filters. */
function candidates(isSearch: boolean): string {
  return `
    candidates AS MATERIALIZED (
      SELECT p.recap_id, p.series_id, p.published_on, p.region_ids, p.category_ids,
        extract(year FROM p.published_on)::int AS year,
        ${isSearch ? 'h.language' : 'NULL::text'} AS found_in,
        ${isSearch ? 'h.language = ($1::text[])[1]' : 'p.languages @> ARRAY[($1::text[])[1]]'} AS is_own,
        ($2::text IS NULL OR y.slug = $2) AS in_series,
        ($3::text IS NULL OR p.region_ids && ARRAY(
          SELECT l.region_id FROM lineage l JOIN regions r ON r.id = l.ancestor_id WHERE r.slug = $3)) AS in_region,
        ($4::text IS NULL OR p.category_ids && ARRAY(SELECT k.id FROM categories k WHERE k.slug = $4)) AS in_category,
        ($5::int IS NULL OR extract(year FROM p.published_on) = $5) AS in_year
      FROM published_recaps p
      JOIN series y ON y.id = p.series_id AND y.state = 'published'
      ${isSearch ? 'JOIN hits h ON h.recap_id = p.recap_id' : 'WHERE $6::text[] IS NULL'}
    )
  `;
}

/** A title weighs more than a lead, a lead more than the text; length counts little. */
const WEIGHT = `
  CASE WHEN f.place <= ${WEIGHED} THEN (
    SELECT ts_rank(t.vector, a.query, 1)
    FROM recap_search_texts t JOIN asked a ON a.language = t.language
    WHERE t.recap_id = f.recap_id AND t.language = f.found_in) ELSE 0 END
`;

const PASSAGE = `
  (SELECT jsonb_build_object('language', t.language, 'words', ts_headline(
     recap_stems(t.language), translate(left(t.words, ${SNIPPED_CHARACTERS}), '${FOUND_FROM}${FOUND_TO}', ''), a.query, '${SNIPPETS}'))
   FROM recap_search_texts t JOIN asked a ON a.language = t.language
   WHERE t.recap_id = s.recap_id AND t.language = s.found_in)
`;

/**
 * $1 languages · $2 series · $3 region · $4 category · $5 year · $6 words, null: all recaps · $7 limit · $8 offset. What can be read in
 * the reader's language comes first; then what fits best, then the latest.
 */
function recapsPage(isSearch: boolean): string {
  return `
    WITH RECURSIVE ${REGION_LINEAGE}, ${isSearch ? `${HITS},` : ''} ${candidates(isSearch)},
    found AS (
      SELECT c.recap_id, c.published_on, c.found_in, c.is_own,
        row_number() OVER (ORDER BY c.is_own DESC, c.published_on DESC, c.recap_id) AS place
      FROM candidates c WHERE c.in_series AND c.in_region AND c.in_category AND c.in_year
    ),
    shown AS MATERIALIZED (
      SELECT f.recap_id, f.found_in, row_number() OVER (ORDER BY f.is_own DESC, f.weight DESC, f.place) AS place
      FROM (SELECT f.*, ${isSearch ? WEIGHT : '0'} AS weight FROM found f) f
      ORDER BY place LIMIT $7 OFFSET $8
    )
    SELECT
      (SELECT count(*)::int FROM candidates) AS hits,
      (SELECT count(*)::int FROM found) AS total,
      coalesce((
        SELECT jsonb_agg(r.teaser || jsonb_build_object('passage', ${isSearch ? PASSAGE : 'NULL'}) ORDER BY s.place)
        FROM published_recap_teasers($1) r JOIN shown s ON s.recap_id = r.recap_id
        WHERE r.recap_id = ANY (ARRAY(SELECT recap_id FROM shown))
      ), '[]'::jsonb) AS items,
      ${FACETS}
  `;
}

/** Each choice with how many recaps it would leave beside the other filters. Those that leave none are left out, but for the asked one. */
const FACETS = `
  coalesce((
    SELECT jsonb_agg(
      jsonb_build_object(
        'slug', p.slug, 'title', p.teaser ->> 'title', 'language', p.teaser ->> 'language', 'count', coalesce(n.count, 0))
      ORDER BY p.starts_on DESC, p.slug)
    FROM published_series_teasers($1) p LEFT JOIN (
      SELECT series_id, count(*) FROM candidates WHERE in_region AND in_category AND in_year GROUP BY series_id
    ) n ON n.series_id = p.series_id
    WHERE n.count > 0 OR p.slug = $2
  ), '[]'::jsonb) AS series,
  coalesce((
    SELECT jsonb_agg(r.term || jsonb_build_object('count', coalesce(n.count, 0)) ORDER BY r.sort_order, r.slug)
    FROM region_terms($1) r LEFT JOIN (
      SELECT above.ancestor_id, sum(above.count)::int AS count
      FROM (
        SELECT DISTINCT alike.region_ids, alike.count, l.ancestor_id
        FROM (
          SELECT region_ids, count(*) FROM candidates WHERE in_series AND in_category AND in_year GROUP BY region_ids
        ) alike JOIN lineage l ON l.region_id = ANY (alike.region_ids)
      ) above GROUP BY above.ancestor_id
    ) n ON n.ancestor_id = r.region_id
    WHERE n.count > 0 OR r.slug = $3
  ), '[]'::jsonb) AS regions,
  coalesce((
    SELECT jsonb_agg(k.term || jsonb_build_object('count', coalesce(n.count, 0)) ORDER BY k.sort_order, k.slug)
    FROM category_terms($1) k LEFT JOIN (
      SELECT category_id, sum(alike.count)::int AS count
      FROM (
        SELECT category_ids, count(*) FROM candidates WHERE in_series AND in_region AND in_year GROUP BY category_ids
      ) alike CROSS JOIN LATERAL unnest(alike.category_ids) AS category_id GROUP BY category_id
    ) n ON n.category_id = k.category_id
    WHERE n.count > 0 OR k.slug = $4
  ), '[]'::jsonb) AS categories,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('year', n.year, 'count', n.count) ORDER BY n.year DESC)
    FROM (
      SELECT year, count(*) FILTER (WHERE in_series AND in_region AND in_category) FROM candidates GROUP BY year
    ) n
    WHERE n.count > 0 OR n.year = $5
  ), '[]'::jsonb) AS years
`;

export const ALL_RECAPS = recapsPage(false);
export const SEARCHED_RECAPS = recapsPage(true);

/** $1 languages · $2 words. How many recaps the words are in, whatever is filtered by. */
export const FOUND_COUNT = `
  SELECT count(DISTINCT t.recap_id)::int AS count
  FROM recap_hits($1, $2) t
  JOIN published_recaps p ON p.recap_id = t.recap_id
  JOIN series y ON y.id = p.series_id AND y.state = 'published'
`;

const LIKELY = 20;
const BEGINNING_ALIKE = 500;

/**
 * $1 languages · $2 words. For each word those of the recaps that somebody may have meant: they have much in common with it, or are
 * about as long and begin as it does or would with its first letters swapped, which finds swapped letters in short words.
 */
export const LIKELY_WORDS = `
  SELECT DISTINCT typed.word AS typed, typed.folded AS "typedFolded", typed.is_known AS "isKnown", w.word, w.folded,
    array_position($1::text[], w.language) AS language
  FROM (
    SELECT a.word, recap_folded(a.word) AS folded, EXISTS (SELECT FROM recap_hits($1, ARRAY[a.word])) AS is_known
    FROM unnest($2::text[]) AS a (word)
  ) typed
  CROSS JOIN LATERAL (
    (SELECT w.* FROM recap_search_words w WHERE w.folded % typed.folded
     ORDER BY similarity(w.folded, typed.folded) DESC LIMIT ${LIKELY})
    UNION
    (SELECT w.* FROM unnest(ARRAY[
       left(typed.folded, 2), reverse(left(typed.folded, 2)), left(typed.folded, 1) || substr(typed.folded, 3, 1)
     ]) AS b (beginning)
     CROSS JOIN LATERAL (
       SELECT w.* FROM recap_search_words w
       WHERE w.folded ~>=~ b.beginning AND w.folded ~<~ (b.beginning || chr(1114111))
         AND abs(length(w.folded) - length(typed.folded)) <= 2
       LIMIT ${BEGINNING_ALIKE}
     ) w)
  ) w
  WHERE w.language = ANY ($1) AND w.folded <> typed.folded
`;
