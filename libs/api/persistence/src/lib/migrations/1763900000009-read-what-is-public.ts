import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What several features show readers, written once: views that take the reader's languages (first choice first). Being
 * single STABLE selects they are inlined by the planner, so that a filter outside uses the indexes inside.
 */
export class ReadWhatIsPublic1763900000009 implements MigrationInterface {
  name = 'ReadWhatIsPublic1763900000009';

  async up(db: QueryRunner): Promise<void> {
    // The order of fallback: the reader's language, the series' default, then the house's order.
    await db.query(`
      CREATE FUNCTION language_rank(candidate text, preferred text[], series_default text) RETURNS integer
      LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE
          WHEN candidate = preferred[1] THEN 0
          WHEN candidate = series_default THEN 1
          ELSE coalesce(array_position(preferred, candidate), 99) + 1
        END
      $$
    `);
    await db.query(`
      CREATE FUNCTION iso_instant(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      $$
    `);
    await db.query(`
      CREATE FUNCTION count_json(measure text, value integer, origin text, is_at_least boolean, source text, stated_on date)
      RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_object('measure', measure, 'value', value, 'origin', origin, 'isAtLeast', is_at_least,
                                  'source', source, 'statedOn', stated_on)
      $$
    `);
    await db.query(`
      CREATE FUNCTION region_terms(languages text[])
      RETURNS TABLE (region_id uuid, parent_id uuid, slug text, sort_order integer, term jsonb) LANGUAGE sql STABLE AS $$
        SELECT r.id, r.parent_id, r.slug, r.position,
               jsonb_build_object('id', r.id, 'slug', r.slug, 'name', t.name, 'language', t.language, 'tint', r.tint)
        FROM regions r
        CROSS JOIN LATERAL (
          SELECT t.name, t.language FROM region_translations t WHERE t.region_id = r.id
          ORDER BY language_rank(t.language, languages, NULL) LIMIT 1
        ) t
      $$
    `);
    await db.query(`
      CREATE FUNCTION category_terms(languages text[])
      RETURNS TABLE (category_id uuid, slug text, sort_order integer, term jsonb) LANGUAGE sql STABLE AS $$
        SELECT c.id, c.slug, c.position,
               jsonb_build_object('id', c.id, 'slug', c.slug, 'name', t.name, 'language', t.language)
        FROM categories c
        CROSS JOIN LATERAL (
          SELECT t.name, t.language FROM category_translations t WHERE t.category_id = c.id
          ORDER BY language_rank(t.language, languages, NULL) LIMIT 1
        ) t
      $$
    `);
    await db.query(`
      CREATE FUNCTION public_images(languages text[])
      RETURNS TABLE (media_id uuid, image jsonb) LANGUAGE sql STABLE AS $$
        SELECT m.id, jsonb_build_object(
          'width', m.width, 'height', m.height, 'widths', to_jsonb(m.widths),
          'template', '/media/' || m.id || '/{width}.{format}', 'formats', '["webp", "jpeg"]'::jsonb,
          'alt', coalesce(t.alt, ''), 'caption', coalesce(t.caption, ''),
          'credit', concat_ws(' | ', nullif(m.photographer, ''), nullif(m.agency, '')), 'licence', m.licence)
        FROM media m
        LEFT JOIN LATERAL (
          SELECT t.alt, t.caption FROM media_translations t WHERE t.media_id = m.id
          ORDER BY t.alt = '', language_rank(t.language, languages, NULL) LIMIT 1
        ) t ON true
      $$
    `);
    await db.query(`
      CREATE FUNCTION public_contributions(languages text[])
      RETURNS TABLE (contribution_id uuid, session_id uuid, agenda_item_id uuid, sort_order integer, contribution jsonb)
      LANGUAGE sql STABLE AS $$
        SELECT c.id, c.session_id, c.agenda_item_id, c.position, jsonb_build_object(
          'role', c.role, 'name', nullif(concat_ws(' ', nullif(k.title, ''), k.name), ''),
          'position', coalesce(t.job_position, ''), 'organisation', coalesce(t.organisation, ''),
          'topic', coalesce(t.topic, ''), 'city', c.city, 'country', c.country,
          'language', coalesce(t.language, languages[1]))
        FROM contributions c
        LEFT JOIN speakers k ON k.id = c.speaker_id
        LEFT JOIN LATERAL (
          SELECT t.job_position, t.organisation, t.topic, t.language
          FROM contribution_translations t WHERE t.contribution_id = c.id
          ORDER BY language_rank(t.language, languages, NULL) LIMIT 1
        ) t ON true
      $$
    `);
    await db.query(`
      CREATE FUNCTION published_series_teasers(languages text[])
      RETURNS TABLE (series_id uuid, slug text, starts_on date, ends_on date, teaser jsonb) LANGUAGE sql STABLE AS $$
        SELECT y.id, y.slug, y.starts_on, y.ends_on, jsonb_build_object(
          'slug', y.slug, 'title', t.title, 'summary', t.summary, 'language', t.language,
          'startsOn', y.starts_on, 'endsOn', y.ends_on, 'isSample', y.is_sample,
          'cover', (SELECT i.image FROM public_images(languages) i WHERE i.media_id = y.cover_media_id))
        FROM series y
        CROSS JOIN LATERAL (
          SELECT t.title, t.summary, t.language FROM series_translations t WHERE t.series_id = y.id
          ORDER BY language_rank(t.language, languages, y.default_language) LIMIT 1
        ) t
        WHERE y.state = 'published'
      $$
    `);
    // The current revision, never the working copy; the address is a published one of the language the text is really in.
    await db.query(`
      CREATE FUNCTION published_recap_teasers(languages text[])
      RETURNS TABLE (recap_id uuid, series_id uuid, published_on date, session_ids uuid[], category_ids uuid[],
                     region_ids uuid[], teaser jsonb)
      LANGUAGE sql STABLE AS $$
        SELECT c.id, c.series_id, c.published_on, v.session_ids, v.category_ids, v.region_ids, jsonb_build_object(
          'slug', a.slug, 'title', t.title, 'lead', t.lead, 'language', t.language,
          'publishedOn', c.published_on, 'seriesSlug', y.slug, 'seriesTitle', yt.title,
          'image', (SELECT i.image FROM public_images(languages) i WHERE i.media_id = v.lead_media_id),
          'heldOn', coalesce((
            SELECT jsonb_agg(jsonb_build_object('startsAt', iso_instant(s.starts_at), 'timeZone', s.time_zone) ORDER BY s.starts_at)
            FROM sessions s WHERE s.id = ANY (v.session_ids) AND s.state <> 'draft'), '[]'::jsonb),
          'regions', coalesce((
            SELECT jsonb_agg(r.term ORDER BY r.sort_order, r.slug)
            FROM region_terms(languages) r WHERE r.region_id = ANY (v.region_ids)), '[]'::jsonb))
        FROM recaps c
        JOIN series y ON y.id = c.series_id AND y.state = 'published'
        JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
        CROSS JOIN LATERAL (
          SELECT t.title, t.lead, t.language FROM recap_revision_translations t WHERE t.revision_id = v.id
          ORDER BY language_rank(t.language, languages, y.default_language) LIMIT 1
        ) t
        CROSS JOIN LATERAL (
          SELECT t.title FROM series_translations t WHERE t.series_id = y.id
          ORDER BY language_rank(t.language, languages, y.default_language) LIMIT 1
        ) yt
        CROSS JOIN LATERAL (
          SELECT a.slug FROM recap_addresses a
          WHERE a.recap_id = c.id AND a.language = t.language AND a.published_at IS NOT NULL
          ORDER BY a.is_current DESC, a.published_at DESC LIMIT 1
        ) a
        WHERE c.state = 'published'
      $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const view of [
      'published_recap_teasers(text[])',
      'published_series_teasers(text[])',
      'public_contributions(text[])',
      'public_images(text[])',
      'category_terms(text[])',
      'region_terms(text[])',
      'count_json(text, integer, text, boolean, text, date)',
      'iso_instant(timestamptz)',
      'language_rank(text, text[], text)',
    ]) {
      await db.query(`DROP FUNCTION ${view}`);
    }
  }
}
