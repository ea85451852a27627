import { TIME_OF_DAY_BEGINS, type ProgrammeFilter } from '@reihe/shared-contracts';

/**
 * The zone that days and times of day are meant in; wants `y` (the series). `zoneParameter` is the number of the parameter.
 */
export const zoneOf = (zoneParameter: number) => `coalesce($${zoneParameter}::text, y.time_zone)`;

const { morning, afternoon, evening, night } = TIME_OF_DAY_BEGINS;

/** Wants `s` and `y`. */
export const timeOfDay = (zone: string) => `
  CASE
    WHEN extract(hour FROM s.starts_at AT TIME ZONE ${zone}) >= ${night} THEN 'night'
    WHEN extract(hour FROM s.starts_at AT TIME ZONE ${zone}) >= ${evening} THEN 'evening'
    WHEN extract(hour FROM s.starts_at AT TIME ZONE ${zone}) >= ${afternoon} THEN 'afternoon'
    WHEN extract(hour FROM s.starts_at AT TIME ZONE ${zone}) >= ${morning} THEN 'morning'
    ELSE 'night'
  END`;

/** Every word must stand somewhere in a session's texts, of any language, or in a speaker's name. */
const hasWords = (q: string) => `
  NOT EXISTS (
    SELECT FROM regexp_split_to_table(lower(${q}), '\\s+') AS word
    WHERE NOT EXISTS (
      SELECT FROM session_translations w WHERE w.session_id = s.id AND strpos(lower(w.title || ' ' || w.abstract), word) > 0)
    AND NOT EXISTS (
      SELECT FROM contributions c JOIN speakers k ON k.id = c.speaker_id
      WHERE c.session_id = s.id AND strpos(lower(k.title || ' ' || k.name), word) > 0))`;

/** Those of the regions named, and what lies in them. */
const withinRegions = (slugs: string) => `
  WITH RECURSIVE within AS (
    SELECT r.id FROM regions r WHERE r.slug = ANY (${slugs})
    UNION
    SELECT r.id FROM regions r JOIN within w ON r.parent_id = w.id
  )
  SELECT id FROM within`;

/** One key's condition each; a key that was not asked for holds of every session. Wants `s` and `y`. */
export interface FilterConditions {
  when: string;
  time: string;
  region: string;
  category: string;
  language: string;
  kind: string;
  /** Words and days, which have no choices to count. */
  other: string;
}

/** How many parameters `filterParameters` makes. */
export const FILTER_PARAMETERS = 12;

/** Takes the parameters that `filterParameters` makes from `$first` on; the series' slug is the first of them, the zone the second. */
export function filterConditions(first: number): FilterConditions {
  const [, zone, q, endsAfter, endedBy, from, to, times, regions, categories, languages, kinds] = Array.from(
    { length: FILTER_PARAMETERS },
    (_, index) => `$${first + index}`,
  ) as [string, string, string, string, string, string, string, string, string, string, string, string];
  const inZone = `coalesce(${zone}::text, y.time_zone)`;
  return {
    when: `(${endsAfter}::timestamptz IS NULL OR s.ends_at > ${endsAfter})
      AND (${endedBy}::timestamptz IS NULL OR s.ends_at <= ${endedBy})`,
    time: `(${times}::text[] IS NULL OR ${timeOfDay(inZone)} = ANY (${times}))`,
    region: `(${regions}::text[] IS NULL OR s.id IN (
      SELECT sr.session_id FROM session_regions sr WHERE sr.region_id IN (${withinRegions(regions)})))`,
    category: `(${categories}::text[] IS NULL OR s.id IN (
      SELECT sc.session_id FROM session_categories sc JOIN categories c ON c.id = sc.category_id
      WHERE c.slug = ANY (${categories})))`,
    language: `(${languages}::text[] IS NULL OR s.languages || s.interpretation && ${languages})`,
    kind: `(${kinds}::text[] IS NULL OR s.kind = ANY (${kinds}))`,
    other: `(${q}::text IS NULL OR ${hasWords(`${q}::text`)})
      AND (${from}::date IS NULL OR s.starts_at >= ${from}::date::timestamp AT TIME ZONE ${inZone})
      AND (${to}::date IS NULL OR s.starts_at < (${to}::date + 1)::timestamp AT TIME ZONE ${inZone})`,
  };
}

/** Wants `s` and `y`. */
export const matchesFilter = (first: number) => `
  ($${first}::text IS NULL OR y.slug = $${first})
  AND ${Object.values(filterConditions(first)).join('\n  AND ')}`;

export function filterParameters(series: string | undefined, filter: ProgrammeFilter, now: Date): unknown[] {
  /** Plain forms send what was left empty. */
  const text = (value: string | undefined) =>
    value === undefined || value.trim() === '' ? null : value.trim();
  const some = <T>(values: readonly T[] | undefined) => (values && values.length > 0 ? values : null);
  return [
    series ?? null,
    text(filter.zone),
    text(filter.q),
    filter.when === 'upcoming' ? now : null,
    filter.when === 'past' ? now : null,
    text(filter.from),
    text(filter.to),
    some(filter.time),
    some(filter.region),
    some(filter.category),
    some(filter.language),
    some(filter.kind),
  ];
}
