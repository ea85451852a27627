import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As it was before: the same counts, of whole series alone. */
const OF_SERIES = `
  CREATE OR REPLACE VIEW series_counts AS
  SELECT y.id AS series_id, n.sessions, p.participations, p.participants, p.cities, p.countries, r.regions, k.speakers
  FROM series y
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS sessions FROM sessions s WHERE s.series_id = y.id AND s.state IN ('published', 'held')
  ) n
  CROSS JOIN LATERAL (
    SELECT
      count(*)::int AS participations,
      count(DISTINCT g.participant_id)::int AS participants,
      count(DISTINCT (lower(g.city), g.country)) FILTER (WHERE g.city <> '')::int AS cities,
      count(DISTINCT g.country)::int AS countries
    FROM sessions s JOIN registrations g ON g.session_id = s.id
    WHERE s.series_id = y.id AND s.state IN ('published', 'held') AND g.state = 'confirmed'
  ) p
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT sr.region_id)::int AS regions
    FROM sessions s JOIN session_regions sr ON sr.session_id = s.id
    WHERE s.series_id = y.id AND s.state IN ('published', 'held')
  ) r
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT c.speaker_id)::int AS speakers
    FROM sessions s JOIN contributions c ON c.session_id = s.id
    WHERE s.series_id = y.id AND s.state IN ('published', 'held')
  ) k
`;

/**
 * What is counted once over several sessions has one definition, whether they are a selection or all of a series: the view of series is
 * made of it, and asks it for no selection. Written inline where it is called, so that a series costs what it did.
 */
export class CountOverSelections1764000000240 implements MigrationInterface {
  name = 'CountOverSelections1764000000240';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION counts_over(series uuid, selected uuid[])
      RETURNS TABLE (sessions integer, participations integer, participants integer, cities integer, countries integer,
                     regions integer, speakers integer)
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT n.sessions, p.participations, p.participants, p.cities, p.countries, r.regions, k.speakers
        FROM (
          SELECT count(*)::int AS sessions FROM sessions s
          WHERE s.series_id = counts_over.series AND (counts_over.selected IS NULL OR s.id = ANY (counts_over.selected))
            AND s.state IN ('published', 'held')
        ) n
        CROSS JOIN LATERAL (
          SELECT
            count(*)::int AS participations,
            count(DISTINCT g.participant_id)::int AS participants,
            count(DISTINCT (lower(g.city), g.country)) FILTER (WHERE g.city <> '')::int AS cities,
            count(DISTINCT g.country)::int AS countries
          FROM sessions s JOIN registrations g ON g.session_id = s.id
          WHERE s.series_id = counts_over.series AND (counts_over.selected IS NULL OR s.id = ANY (counts_over.selected))
            AND s.state IN ('published', 'held') AND g.state = 'confirmed'
        ) p
        CROSS JOIN LATERAL (
          SELECT count(DISTINCT sr.region_id)::int AS regions
          FROM sessions s JOIN session_regions sr ON sr.session_id = s.id
          WHERE s.series_id = counts_over.series AND (counts_over.selected IS NULL OR s.id = ANY (counts_over.selected))
            AND s.state IN ('published', 'held')
        ) r
        CROSS JOIN LATERAL (
          SELECT count(DISTINCT c.speaker_id)::int AS speakers
          FROM sessions s JOIN contributions c ON c.session_id = s.id
          WHERE s.series_id = counts_over.series AND (counts_over.selected IS NULL OR s.id = ANY (counts_over.selected))
            AND s.state IN ('published', 'held')
        ) k
      $$
    `);
    await db.query(`
      CREATE OR REPLACE VIEW series_counts AS
      SELECT y.id AS series_id, c.sessions, c.participations, c.participants, c.cities, c.countries, c.regions, c.speakers
      FROM series y CROSS JOIN LATERAL counts_over(y.id, NULL) c
    `);
    await db.query(SELECTION_FIGURES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION selection_figures(uuid, uuid[])`);
    await db.query(OF_SERIES);
    await db.query(`DROP FUNCTION counts_over(uuid, uuid[])`);
  }
}

/**
 * What a reader may be shown of a selection. A number is of one origin: that which most of the sessions have; the others are left out,
 * and it is a lower bound. Sessions whose people are on no record but were stated are left out of what is counted.
 */
const SELECTION_FIGURES = `
  CREATE FUNCTION selection_figures(series uuid, selected uuid[])
  RETURNS TABLE (measure text, value integer, origin text, is_at_least boolean, source text, stated_on date, left_out integer)
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH chosen AS (
      SELECT s.id, n.confirmed FROM sessions s JOIN session_counts n ON n.session_id = s.id
      WHERE s.series_id = selection_figures.series AND s.id = ANY (selection_figures.selected)
        AND s.state IN ('published', 'held')
    ), silent AS (
      SELECT count(*)::int AS sessions FROM chosen c
      WHERE c.confirmed = 0 AND EXISTS (
        SELECT FROM stated_counts t
        WHERE t.session_id = c.id AND t.measure NOT IN ('sessions', 'speakers', 'regions', 'waitlisted'))
    ), summed AS (
      SELECT DISTINCT ON (t.measure) t.measure, t.value, t.origin, t.is_at_least, t.source, t.stated_on,
        CASE WHEN t.origin = 'counted' THEN silent.sessions
             ELSE (SELECT count(*)::int FROM chosen) - t.sessions END AS left_out
      FROM (
        SELECT f.measure, f.origin, sum(f.value)::int AS value, bool_or(f.is_at_least) AS is_at_least, count(*)::int AS sessions,
               string_agg(DISTINCT f.source, ', ') AS source, max(f.stated_on) AS stated_on
        FROM chosen c JOIN session_figures f ON f.session_id = c.id
        WHERE f.measure IN ('registered', 'confirmed', 'waitlisted', 'attended')
        GROUP BY f.measure, f.origin
      ) t CROSS JOIN silent
      ORDER BY t.measure, t.sessions DESC, array_position(ARRAY['counted', 'imported', 'reported'], t.origin)
    )
    SELECT t.measure, t.value, t.origin, t.is_at_least OR t.left_out > 0, t.source, t.stated_on, t.left_out FROM summed t
    UNION ALL
    SELECT m.measure, m.value, 'counted', m.left_out > 0, NULL, NULL, m.left_out
    FROM counts_over(selection_figures.series, selection_figures.selected) c CROSS JOIN silent
    CROSS JOIN LATERAL (
      VALUES ('sessions', c.sessions, 0), ('participations', c.participations, silent.sessions),
             ('participants', c.participants, silent.sessions), ('cities', c.cities, silent.sessions),
             ('countries', c.countries, silent.sessions), ('regions', c.regions, 0), ('speakers', c.speakers, 0)
    ) AS m (measure, value, left_out)
    WHERE m.value > 0
  $$
`;
