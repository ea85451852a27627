import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one definition of every counted number. LATERAL inside, so that asking for one session or series costs one index
 * scan, not a pass over all registrations.
 */
export class CountFromRows1763900000008 implements MigrationInterface {
  name = 'CountFromRows1763900000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE VIEW session_counts AS
      SELECT s.id AS session_id, c.registered, c.confirmed, c.waitlisted
      FROM sessions s
      CROSS JOIN LATERAL (
        SELECT
          count(*) FILTER (WHERE r.state IN ('confirmed', 'waitlisted', 'awaiting-approval'))::int AS registered,
          count(*) FILTER (WHERE r.state = 'confirmed')::int AS confirmed,
          count(*) FILTER (WHERE r.state = 'waitlisted')::int AS waitlisted
        FROM registrations r
        WHERE r.session_id = s.id
      ) c
    `);
    await db.query(`
      CREATE VIEW series_counts AS
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
    `);
    // What a reader may be shown: counted numbers where there are rows to count, stated ones beside them, never mixed.
    await db.query(`
      CREATE VIEW session_figures AS
      SELECT c.session_id, m.measure, m.value, 'counted'::text AS origin, false AS is_at_least,
             NULL::text AS source, NULL::date AS stated_on
      FROM session_counts c
      CROSS JOIN LATERAL (
        VALUES ('registered', c.registered), ('confirmed', c.confirmed), ('waitlisted', c.waitlisted)
      ) AS m (measure, value)
      WHERE c.registered > 0
      UNION ALL
      SELECT session_id, measure, value, origin, is_at_least, source, stated_on
      FROM stated_counts WHERE session_id IS NOT NULL
    `);
    await db.query(`
      CREATE VIEW series_figures AS
      SELECT c.series_id, m.measure, m.value, 'counted'::text AS origin, false AS is_at_least,
             NULL::text AS source, NULL::date AS stated_on
      FROM series_counts c
      CROSS JOIN LATERAL (
        VALUES ('sessions', c.sessions), ('participations', c.participations), ('participants', c.participants),
               ('cities', c.cities), ('countries', c.countries), ('regions', c.regions), ('speakers', c.speakers)
      ) AS m (measure, value)
      WHERE m.value > 0
      UNION ALL
      SELECT series_id, measure, value, origin, is_at_least, source, stated_on
      FROM stated_counts WHERE series_id IS NOT NULL
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW series_figures`);
    await db.query(`DROP VIEW session_figures`);
    await db.query(`DROP VIEW series_counts`);
    await db.query(`DROP VIEW session_counts`);
  }
}
