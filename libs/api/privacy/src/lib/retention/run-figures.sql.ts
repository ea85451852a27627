/** Names by key, of those that there are still. */
const names = (rows: string) =>
  `coalesce((SELECT jsonb_object_agg(n.key, n.name) FROM (${rows}) n WHERE n.name IS NOT NULL), '{}'::jsonb)`;

/**
 * $1 languages · $2 run. What it froze, what the keys in it are called, and of which sessions a report said who came. No row: there is no such run,
 * or nothing went.
 */
export const RUN_FIGURES = `
  SELECT y.id AS "seriesId", coalesce(t.title, y.slug) AS "seriesTitle", iso_instant(f.as_of) AS "asOf", f.figures,
    jsonb_build_object(
      'session', ${names(`
        SELECT s.id AS key, coalesce((
          SELECT x.title FROM session_translations x WHERE x.session_id = s.id
          ORDER BY language_rank(x.language, $1::text[], y.default_language) LIMIT 1), s.slug) AS name
        FROM sessions s WHERE s.series_id = y.id`)},
      'region', ${names(`SELECT r.region_id AS key, r.term ->> 'name' AS name FROM region_terms($1::text[]) r`)},
      'category', ${names(`SELECT c.category_id AS key, c.term ->> 'name' AS name FROM category_terms($1::text[]) c`)},
      'city', ${names(`
        SELECT lower(x.city) AS key, mode() WITHIN GROUP (ORDER BY x.city) AS name
        FROM sessions s JOIN session_people x ON x.session_id = s.id
        WHERE s.series_id = y.id AND x.city <> '' GROUP BY 1`)}) AS names,
    ARRAY(
      SELECT DISTINCT i.session_id::text FROM attendance_imports i JOIN sessions s ON s.id = i.session_id
      WHERE s.series_id = y.id AND i.imported_at <= f.as_of AND (i.undone_at IS NULL OR i.undone_at > f.as_of)) AS imported
  FROM retention_runs r JOIN frozen_figures f ON f.id = r.frozen_id JOIN series y ON y.id = r.series_id
  LEFT JOIN LATERAL (
    SELECT x.title FROM series_translations x WHERE x.series_id = y.id
    ORDER BY language_rank(x.language, $1::text[], y.default_language) LIMIT 1
  ) t ON true
  WHERE r.id = $2`;
