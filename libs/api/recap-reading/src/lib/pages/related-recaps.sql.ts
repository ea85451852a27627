/** Of each neighbourhood in time so many are compared. */
const NEIGHBOURS = 100;
const OF_SERIES = 6;
const ELSEWHERE = 3;

/** Who spoke is what a recap is about; who moderates or interprets is the same people in every session of a series. */
const SPOKE = `k.role IN ('opening-speaker', 'speaker', 'panellist') AND k.speaker_id IS NOT NULL`;

/** For the statement's WITH: each region under its own name and those of all that it lies in. */
export const REGION_LINEAGE = `
  lineage AS (
    SELECT id AS region_id, id AS ancestor_id, parent_id FROM regions
    UNION ALL
    SELECT l.region_id, r.id, r.parent_id FROM lineage l JOIN regions r ON r.id = l.parent_id
  )
`;

/** How much of two sets is in both, 0 to 1. Sharing one region of one says more than sharing one of eight; two empty sets say nothing. */
function alike(one: string, other: string): string {
  return `coalesce((
    SELECT count(*) FILTER (WHERE o.x IS NOT NULL AND p.x IS NOT NULL)::numeric / nullif(count(*), 0)
    FROM (SELECT DISTINCT unnest(${one}) AS x) o FULL JOIN (SELECT DISTINCT unnest(${other}) AS x) p ON o.x = p.x), 0)`;
}

const within = (regions: string) =>
  `ARRAY(SELECT l.ancestor_id FROM lineage l WHERE l.region_id = ANY (${regions}))`;
const spokeIn = (sessions: string) =>
  `ARRAY(SELECT DISTINCT k.speaker_id FROM contributions k WHERE k.session_id = ANY (${sessions}) AND ${SPOKE})`;

/**
 * How near a recap `p` is to the one that is read (`v`, `c`): its topics first, then where it is about and who spoke (each up to as much
 * as two thirds of the topics), and as much as a third for the same days. A month apart halves that. So the newest recap is not put
 * before an older one about the same thing; where nothing is shared, time alone decides.
 */
const SCORE = `
  3 * ${alike('p.category_ids', 'v.category_ids')}
  + 2 * ${alike(within('p.region_ids'), within('v.region_ids'))}
  + least(2, (SELECT count(*) FROM unnest(${spokeIn('p.session_ids')}) s WHERE s = ANY (${spokeIn('v.session_ids')})))
  + 1 / (1 + abs(p.published_on - c.published_on) / 30.0)
`;

/** The nearest before and after, both found by the index. */
const OF_THE_SERIES = `
  (SELECT p.* FROM published_recaps p
   WHERE p.series_id = c.series_id AND p.published_on <= c.published_on AND p.recap_id <> c.id
   ORDER BY p.published_on DESC LIMIT ${NEIGHBOURS})
  UNION ALL
  (SELECT p.* FROM published_recaps p
   WHERE p.series_id = c.series_id AND p.published_on > c.published_on
   ORDER BY p.published_on LIMIT ${NEIGHBOURS})
`;

/** Only what shares something: that two series ran in the same month is no reason to read on there. */
const OF_OTHER_SERIES = `
  SELECT p.* FROM published_recaps p
  JOIN series py ON py.id = p.series_id AND py.state = 'published'
  WHERE p.series_id <> c.series_id AND (
    p.category_ids && v.category_ids
    OR p.region_ids && v.region_ids
    OR p.session_ids && ARRAY(
      SELECT k.session_id FROM contributions k WHERE k.speaker_id = ANY (${spokeIn('v.session_ids')}) AND ${SPOKE}))
  ORDER BY abs(p.published_on - c.published_on) LIMIT ${2 * NEIGHBOURS}
`;

/** OFFSET keeps the look-up of a teaser from being planned as a reading of all of them. */
function bestOf(candidates: string, limit: number): string {
  return `
    coalesce((
      SELECT jsonb_agg(r.teaser ORDER BY best.score DESC, best.days, best.recap_id)
      FROM (
        SELECT p.recap_id, ${SCORE} AS score, abs(p.published_on - c.published_on) AS days
        FROM (${candidates}) p
        ORDER BY score DESC, days, p.recap_id LIMIT ${limit}
      ) best
      CROSS JOIN LATERAL (
        SELECT r.teaser FROM published_recap_teasers($1) r WHERE r.recap_id = best.recap_id OFFSET 0
      ) r
    ), '[]'::jsonb)
  `;
}

/** Wants $1, the reader's languages, and `c` and `v` of `SHOWN_RECAPS`. */
export const OTHER_RECAPS = bestOf(OF_THE_SERIES, OF_SERIES);
export const RELATED_RECAPS = bestOf(OF_OTHER_SERIES, ELSEWHERE);
