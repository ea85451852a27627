/** An installation as large as promised: 50 series of 500 sessions, over ten years, with all that the list filters by. */
export const SERIES = 50;
export const SESSIONS = 500;

export const SEED = `
  INSERT INTO regions (slug, position, tint)
  SELECT 'bench-region-' || n, n, 'world' FROM generate_series(1, 8) n;
  INSERT INTO categories (slug, position)
  SELECT 'bench-category-' || n, n FROM generate_series(1, 10) n;

  INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
  SELECT 'bench-series-' || n, 'published', '2021-01-01', '2030-12-31', 'en', 'Europe/Berlin'
  FROM generate_series(1, ${SERIES}) n;
  INSERT INTO series_translations (series_id, language, title)
  SELECT id, language, 'Series ' || slug FROM series, unnest(ARRAY['en', 'de']) AS language WHERE slug LIKE 'bench-series-%';

  INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages,
                        interpretation, capacity, meeting_url, cancel_reason)
  SELECT y.id, y.slug || '-' || n, state,
         (ARRAY['opening','exchange','peer-advice','closing','extra','course'])[1 + n % 6],
         starts_at, starts_at + interval '90 minutes', to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI'),
         to_char(starts_at + interval '90 minutes', 'YYYY-MM-DD"T"HH24:MI'), 'UTC',
         ARRAY[(ARRAY['en','de','es','fr','uk'])[1 + n % 5]], CASE WHEN n % 7 = 0 THEN ARRAY['pt'] ELSE '{}' END,
         CASE WHEN n % 3 = 0 THEN NULL ELSE 40 END,
         CASE WHEN n % 4 = 0 THEN '' ELSE 'https://meet.example/' || n END,
         CASE WHEN state = 'cancelled' THEN 'Bench' END
  FROM (SELECT id, slug, row_number() OVER (ORDER BY slug) AS place FROM series WHERE slug LIKE 'bench-series-%') y,
       generate_series(1, ${SESSIONS}) n,
       LATERAL (SELECT timestamptz '2021-01-01 08:00Z' + n * interval '7 days 1 hour' + y.place * interval '3 hours') AS t (starts_at),
       LATERAL (SELECT CASE WHEN n % 20 = 0 THEN 'cancelled' WHEN n % 5 = 0 THEN 'draft'
                            WHEN starts_at < now() THEN 'held' ELSE 'published' END) AS c (state);
  INSERT INTO session_translations (session_id, language, title)
  SELECT s.id, language, (ARRAY['Water','Heat','Roofs','Buses','Trees'])[1 + length(s.slug) % 5] || ' and cities, ' || s.slug
  FROM sessions s, unnest(ARRAY['en', 'de']) AS language WHERE s.slug LIKE 'bench-series-%';
  INSERT INTO session_regions (session_id, region_id)
  SELECT s.id, r.id FROM sessions s JOIN regions r ON r.slug = 'bench-region-' || (1 + abs(hashtext(s.slug)) % 8)
  WHERE s.slug LIKE 'bench-series-%';
  INSERT INTO session_categories (session_id, category_id)
  SELECT s.id, c.id FROM sessions s JOIN categories c ON c.slug = 'bench-category-' || (1 + abs(hashtext(s.slug)) % 10)
  WHERE s.slug LIKE 'bench-series-%';
  ANALYZE;
`;
