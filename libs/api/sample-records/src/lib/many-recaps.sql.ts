/** As many as an installation has after many years. */
export interface ManyRecaps {
  /** Published; a tenth as many are in the making. */
  recaps: number;
  /** Five for each recap; without, recaps show none. */
  withPictures: boolean;
}

export const PICTURES_PER_RECAP = 5;

const SERIES = 40;
const SESSIONS = 3_000;
const SPEAKERS = 300;
const EDITORS = 30;

/** Digits as letters, so that each number is a word that nothing else has. */
const asWord = (number: string) => `'rare' || translate(${number}::text, '0123456789', 'qwertzuiop')`;

/**
 * Statements of one transaction, in their order, on any database: forty series, sixty regions in two levels, twenty categories, sessions
 * with speakers; recaps in English, every second one in German too, in short texts of which each has a word of its own; pictures, some
 * without rights, texts or use. Slugs are `series-7`, `region-7`, `category-7`, `recap-7-en`, editors `editor-7@example.org`; `rareword` stands in one recap alone.
 */
export function manyRecaps({ recaps, withPictures }: ManyRecaps): readonly string[] {
  return [
    ...places(),
    ...sessions(),
    ...(withPictures ? pictures(recaps) : []),
    ...texts(recaps, withPictures),
  ];
}

function places(): string[] {
  return [
    `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
     SELECT 'series-' || n, 'published', '2010-01-01', '2026-12-31', 'en', 'UTC' FROM generate_series(0, ${SERIES - 1}) n`,
    `INSERT INTO series_translations (series_id, language, title)
     SELECT id, 'en', slug FROM series WHERE slug ~ '^series-\\d+$'`,
    `INSERT INTO regions (slug, tint, position, parent_id)
     SELECT 'region-' || n, 'world', n, NULL FROM generate_series(0, 9) n`,
    `INSERT INTO regions (slug, tint, position, parent_id)
     SELECT 'region-' || n, 'world', n, (SELECT id FROM regions WHERE slug = 'region-' || n % 10)
     FROM generate_series(10, 59) n`,
    `INSERT INTO region_translations (region_id, language, name)
     SELECT id, 'en', slug FROM regions WHERE slug ~ '^region-\\d+$'`,
    `INSERT INTO categories (slug, position) SELECT 'category-' || n, n FROM generate_series(0, 19) n`,
    `INSERT INTO category_translations (category_id, language, name)
     SELECT id, 'en', slug FROM categories WHERE slug ~ '^category-\\d+$'`,
  ];
}

function sessions(): string[] {
  return [
    `INSERT INTO speakers (name) SELECT 'Speaker ' || n FROM generate_series(1, ${SPEAKERS}) n`,
    `CREATE TEMP TABLE made_speakers ON COMMIT DROP AS
     SELECT id, row_number() OVER (ORDER BY id) AS n FROM speakers WHERE name ~ '^Speaker \\d+$'`,
    `CREATE TEMP TABLE made_sessions ON COMMIT DROP AS
     SELECT n, gen_random_uuid() AS id, timestamptz '2010-01-01 12:00Z' + n * interval '2 days' AS starts_at
     FROM generate_series(1, ${SESSIONS}) n`,
    `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
     SELECT m.id, s.id, 'session-' || m.n, 'held', 'exchange', m.starts_at, m.starts_at + interval '2 hours',
       to_char(m.starts_at, 'YYYY-MM-DD"T"HH24:MI'), to_char(m.starts_at + interval '2 hours', 'YYYY-MM-DD"T"HH24:MI'), 'UTC', '{en}'
     FROM made_sessions m JOIN series s ON s.slug = 'series-' || m.n % ${SERIES}`,
    `INSERT INTO session_translations (session_id, language, title) SELECT id, 'en', 'Session ' || n FROM made_sessions`,
    `INSERT INTO contributions (session_id, speaker_id, role, position, city, country)
     SELECT m.id, k.id, 'speaker', place, 'Lviv', 'UA'
     FROM made_sessions m CROSS JOIN generate_series(0, 1) place
     JOIN made_speakers k ON k.n = 1 + (m.n * (7 + place)) % ${SPEAKERS}`,
  ];
}

function pictures(recaps: number): string[] {
  return [
    `CREATE TEMP TABLE made_pictures ON COMMIT DROP AS
     SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${recaps * PICTURES_PER_RECAP}) n`,
    `CREATE UNIQUE INDEX ON made_pictures (n)`,
    `INSERT INTO media (id, file_name, mime_type, width, height, byte_size, sha256, widths, recipe, photographer, agency, consent, uploaded_at)
     SELECT id, 'picture-' || n || '.jpg', 'image/jpeg', 1600, 900, 100000, 'made-' || n, '{480,960,1600}', 1000,
       CASE WHEN n % 50 = 0 THEN '' ELSE 'Photographer ' || n % 200 END, CASE WHEN n % 50 = 0 OR n % 3 = 0 THEN '' ELSE 'Agency' END,
       CASE WHEN n % 40 = 1 THEN 'open' ELSE 'not-needed' END, timestamptz '2010-01-01Z' + n * interval '2 hours'
     FROM made_pictures`,
    `INSERT INTO media_translations (media_id, language, alt, caption)
     SELECT m.id, l.language, CASE WHEN l.language = 'de' AND m.n % 25 = 0 THEN '' ELSE 'Picture of word' || m.n % 400 || ' ' || ${asWord('m.n')} END, ''
     FROM made_pictures m CROSS JOIN (VALUES ('en'), ('de')) l (language)`,
  ];
}

/** The first of five leads, three stand in the gallery of nine recaps of ten, one in the text of every second one. */
function texts(recaps: number, withPictures: boolean): string[] {
  const all = recaps + Math.floor(recaps / 10);
  const picture = (place: number) =>
    `(SELECT p.id FROM made_pictures p WHERE p.n = (m.n - 1) % ${recaps} * ${PICTURES_PER_RECAP} + ${place})`;
  const lead = withPictures ? picture(1) : 'NULL::uuid';
  const gallery = withPictures
    ? `CASE WHEN m.n % 10 = 0 THEN '{}'::uuid[] ELSE ARRAY[${[2, 3, 4].map(picture).join(', ')}] END`
    : `'{}'::uuid[]`;
  const inText = withPictures
    ? `CASE WHEN m.n % 2 = 0 THEN jsonb_build_array(jsonb_build_object(
         'type', 'picture', 'attrs', jsonb_build_object('mediaId', ${picture(5)}))) ELSE '[]' END`
    : `'[]'::jsonb`;
  const isPublished = `m.n <= ${recaps}`;
  const languages = `CROSS JOIN (VALUES ('en'), ('de')) l (language)`;
  const written = `(l.language = 'en' OR m.n % 2 = 0)`;
  return [
    `CREATE TEMP TABLE made ON COMMIT DROP AS
     SELECT m.n, gen_random_uuid() AS recap_id, gen_random_uuid() AS revision_id, ${lead} AS lead_id, ${gallery} AS gallery,
       ARRAY(SELECT s.id FROM made_sessions s WHERE s.n IN (m.n % ${SESSIONS} + 1, m.n * 13 % ${SESSIONS} + 1)) AS session_ids,
       ARRAY(SELECT c.id FROM categories c WHERE c.slug IN ('category-' || m.n % 20, 'category-' || m.n * 7 % 20)) AS category_ids,
       ARRAY(SELECT r.id FROM regions r WHERE r.slug IN ('region-' || m.n % 60, 'region-' || m.n * 11 % 60)) AS region_ids
     FROM generate_series(1, ${all}) m (n)`,
    `CREATE TEMP TABLE made_texts ON COMMIT DROP AS
     SELECT m.*, l.language, 'Recap ' || m.n AS title, 'A lead about word' || m.n % 40 AS lead,
       jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object(
         'type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text',
           ${asWord('m.n')} || CASE WHEN m.n = ${Math.floor(recaps / 2)} THEN ' rareword' ELSE '' END || ' '
           || (SELECT string_agg('word' || (m.n * k) % 400, ' ') FROM generate_series(1, 25) k))))) || ${inText}) AS body
     FROM made m ${languages} WHERE ${written}`,
    `INSERT INTO recaps (id, series_id, state, byline, lead_media_id, published_on, current_revision, published_version, updated_at)
     SELECT m.recap_id, s.id, CASE WHEN ${isPublished} THEN 'published' WHEN m.n % 2 = 0 THEN 'in-review' ELSE 'draft' END, '', m.lead_id,
       CASE WHEN ${isPublished} THEN '2010-01-01'::date + (m.n % 6000) END, CASE WHEN ${isPublished} THEN 1 END,
       CASE WHEN ${isPublished} THEN 1 END, timestamptz '2026-01-01Z' + m.n * interval '1 minute'
     FROM made m JOIN series s ON s.slug = 'series-' || m.n % ${SERIES}`,
    `INSERT INTO recap_revisions (id, recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids)
     SELECT m.revision_id, m.recap_id, 1, '', m.lead_id, m.gallery, m.session_ids, m.category_ids, m.region_ids FROM made m WHERE ${isPublished}`,
    `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
     SELECT m.revision_id, m.language, m.title, m.lead, m.body, '', '' FROM made_texts m WHERE ${isPublished}`,
    `INSERT INTO recap_translations (recap_id, language, title, lead, body, is_finished)
     SELECT m.recap_id, m.language, m.title, m.lead, m.body, true FROM made_texts m`,
    `INSERT INTO recap_addresses (recap_id, language, slug, published_at)
     SELECT m.recap_id, m.language, 'recap-' || m.n || '-' || m.language, CASE WHEN ${isPublished} THEN now() END FROM made_texts m`,
    `INSERT INTO recap_sessions (recap_id, session_id) SELECT m.recap_id, unnest(m.session_ids) FROM made m`,
    `INSERT INTO recap_categories (recap_id, category_id) SELECT m.recap_id, unnest(m.category_ids) FROM made m`,
    `INSERT INTO recap_regions (recap_id, region_id) SELECT m.recap_id, unnest(m.region_ids) FROM made m`,
    `INSERT INTO recap_gallery (recap_id, media_id, position)
     SELECT m.recap_id, g.id, g.place FROM made m CROSS JOIN LATERAL unnest(m.gallery) WITH ORDINALITY g (id, place)`,
    `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
     SELECT k, k, 'Editor ' || n, '-', '{editor}', 'en'
     FROM generate_series(0, ${EDITORS - 1}) n CROSS JOIN LATERAL (SELECT 'editor-' || n || '@example.org' AS k) e`,
    `INSERT INTO recap_assignments (recap_id, owner_id, due_on)
     SELECT m.recap_id, k.id, '2026-01-01'::date + m.n % 700
     FROM made m JOIN staff_accounts k ON k.email_key = 'editor-' || m.n % ${EDITORS} || '@example.org'
     WHERE NOT ${isPublished} OR m.n % 4 = 0`,
  ];
}
