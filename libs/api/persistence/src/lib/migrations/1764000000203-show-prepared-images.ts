import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readers get what exists of an image: its formats, a placeholder, crops. One that is not ready is not shown. */
export class ShowPreparedImages1764000000203 implements MigrationInterface {
  name = 'ShowPreparedImages1764000000203';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION public_images(languages text[])
      RETURNS TABLE (media_id uuid, image jsonb) LANGUAGE sql STABLE AS $$
        SELECT m.id, jsonb_build_object(
          'width', m.width, 'height', m.height, 'widths', to_jsonb(m.widths),
          'template', '/media/' || m.id || '/{width}.{format}', 'formats', to_jsonb(m.formats),
          'alt', coalesce(t.alt, ''), 'caption', coalesce(t.caption, ''),
          'credit', concat_ws(' | ', nullif(m.photographer, ''), nullif(m.agency, '')), 'licence', m.licence)
          || CASE WHEN m.licence_url = '' THEN '{}' ELSE jsonb_build_object('licenceUrl', m.licence_url) END
          || CASE WHEN m.placeholder = '' THEN '{}' ELSE jsonb_build_object('placeholder', m.placeholder) END
          || CASE WHEN m.focus_x = 50 AND m.focus_y = 50 THEN '{}'
             ELSE jsonb_build_object('focus', jsonb_build_object('x', m.focus_x, 'y', m.focus_y)) END
          || CASE WHEN m.crops IS NULL THEN '{}' ELSE jsonb_build_object('crops', m.crops) END
        FROM media m
        LEFT JOIN LATERAL (
          SELECT t.alt, t.caption FROM media_translations t WHERE t.media_id = m.id
          ORDER BY t.alt = '', language_rank(t.language, languages, NULL) LIMIT 1
        ) t ON true
        WHERE m.state = 'ready'
      $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION public_images(languages text[])
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
  }
}
