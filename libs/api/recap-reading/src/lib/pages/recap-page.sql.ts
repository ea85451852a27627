import type { RecapPage } from '@reihe/shared-contracts';
import { SOCIAL_FACTS } from '../social/social-facts.sql';
import type { SocialFacts } from '../social/social-image-address';
import { OTHER_RECAPS, REGION_LINEAGE, RELATED_RECAPS } from './related-recaps.sql';
import { addressIn, SHOWN_RECAPS } from './shown-recaps.sql';
import { TEXT_SHOWS } from './text-shows.sql';

/** The page's text (`t`) and the address (`a`) of the language it is really in. Wants $1, the reader's languages. */
const TEXT_AND_ADDRESS = `
  CROSS JOIN LATERAL (
    SELECT t.* FROM recap_revision_translations t WHERE t.revision_id = v.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) t
  CROSS JOIN LATERAL (${addressIn('t.language')}) a
`;

/**
 * Values of the figures in the text by `figureKey`: those of the revision where it froze them, else what the records say now; none for
 * sessions that the recap is not about.
 */
const FIGURE_VALUES = `
  CASE WHEN v.figures = 'frozen' THEN v.figure_values ELSE coalesce((
    SELECT jsonb_object_agg(f.key, f.count) FROM figure_counts(t.body, c.series_id, v.session_ids) f
  ), '{}'::jsonb) END
`;

const SESSION_FACTS = `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'slug', s.slug, 'title', st.title, 'language', st.language, 'startsAt', iso_instant(s.starts_at),
      'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone,
      'regions', coalesce((
        SELECT jsonb_agg(r.term ORDER BY r.sort_order, r.slug)
        FROM session_regions sr JOIN region_terms($1) r ON r.region_id = sr.region_id
        WHERE sr.session_id = s.id), '[]'::jsonb),
      'figures', CASE WHEN v.figures = 'frozen' THEN coalesce(v.session_values -> s.id::text, '[]'::jsonb) ELSE coalesce((
        SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to)
                         ORDER BY f.origin, f.measure)
        FROM session_figures f WHERE f.session_id = s.id), '[]'::jsonb) END,
      'speakers', coalesce((
        SELECT jsonb_agg(k.contribution ORDER BY i.position NULLS FIRST, k.sort_order)
        FROM public_contributions($1) k LEFT JOIN agenda_items i ON i.id = k.agenda_item_id
        WHERE k.session_id = s.id AND k.contribution ->> 'role' <> 'interpreter'), '[]'::jsonb)
    ) ORDER BY s.starts_at, s.slug)
    FROM sessions s
    CROSS JOIN LATERAL (
      SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) st
    WHERE s.id = ANY (v.session_ids) AND s.state <> 'draft'
  ), '[]'::jsonb)
`;

export interface RecapPageRow extends Omit<RecapPage, 'socialImage' | 'readingMinutes'> {
  social: SocialFacts;
}

/**
 * $1 languages · $2 slug. Answers the page at whichever address was asked for; `page.slug` says where it lives now. An address
 * of the reader's language goes before the same words in another.
 */
export const RECAP_PAGE = `
  WITH RECURSIVE ${REGION_LINEAGE}, asked AS (
    SELECT a.recap_id FROM recap_addresses a
    WHERE a.language = ANY ($1) AND a.slug = $2 AND a.published_at IS NOT NULL
    ORDER BY array_position($1, a.language) LIMIT 1
  )
  SELECT jsonb_build_object(
    'slug', a.slug, 'language', t.language, 'title', t.title, 'lead', t.lead, 'body', t.body,
    'seoTitle', t.seo_title, 'seoDescription', t.seo_description,
    'publishedOn', c.published_on, 'byline', v.byline,
    'updatedAt', CASE WHEN v.number > 1 THEN iso_instant(v.created_at) END,
    'outdatedSince', iso_instant(t.outdated_since), 'updateNote', v.update_note -> t.language ->> 'text',
    'isSample', y.is_sample, 'isArchived', c.state = 'archived',
    'image', (SELECT i.image FROM public_images(ARRAY[t.language] || $1) i WHERE i.media_id = v.lead_media_id),
    'gallery', coalesce((
      SELECT jsonb_agg(i.image ORDER BY g.place)
      FROM unnest(v.gallery) WITH ORDINALITY g (media_id, place)
      JOIN public_images(ARRAY[t.language] || $1) i ON i.media_id = g.media_id), '[]'::jsonb),
    'series', (SELECT p.teaser FROM published_series_teasers($1) p WHERE p.series_id = c.series_id),
    'sessions', ${SESSION_FACTS},
    'categories', coalesce((
      SELECT jsonb_agg(k.term ORDER BY k.sort_order, k.slug)
      FROM category_terms($1) k WHERE k.category_id = ANY (v.category_ids)), '[]'::jsonb),
    'regions', coalesce((
      SELECT jsonb_agg(r.term ORDER BY r.sort_order, r.slug)
      FROM region_terms($1) r WHERE r.region_id = ANY (v.region_ids)), '[]'::jsonb),
    'otherRecaps', ${OTHER_RECAPS},
    'relatedRecaps', ${RELATED_RECAPS},
    'figureValues', ${FIGURE_VALUES},
    'figuresFrozenAt', CASE WHEN v.figures = 'frozen' THEN iso_instant(v.figures_at) END,
    'shown', ${TEXT_SHOWS},
    'social', ${SOCIAL_FACTS},
    'addresses', (
      SELECT jsonb_object_agg(w.language, a.slug)
      FROM recap_revision_translations w CROSS JOIN LATERAL (${addressIn('w.language')}) a
      WHERE w.revision_id = v.id)
  ) AS page
  FROM asked
  JOIN ${SHOWN_RECAPS} ON c.id = asked.recap_id
  ${TEXT_AND_ADDRESS}
  WHERE c.state IN ('published', 'archived')
`;
