import { SHOWN_RECAPS } from '../pages/shown-recaps.sql';

/** `SocialFacts` of the text `t` of `SHOWN_RECAPS`: in its own language whoever reads, so that every page names the same picture. */
export const SOCIAL_FACTS = `
  jsonb_build_object(
    'recapId', c.id, 'language', t.language, 'title', t.title, 'publishedOn', c.published_on,
    'series', (
      SELECT st.title FROM series_translations st WHERE st.series_id = c.series_id
      ORDER BY language_rank(st.language, ARRAY[t.language], y.default_language) LIMIT 1),
    'image', (
      SELECT jsonb_build_object(
        'mediaId', i.media_id,
        'template', i.image ->> 'template', 'widths', i.image -> 'widths', 'credit', i.image ->> 'credit')
      FROM public_images(ARRAY[t.language]) i WHERE i.media_id = v.lead_media_id))
`;

/** $1 recap · $2 language it is really written in. */
export const SOCIAL_FACTS_OF = `
  SELECT ${SOCIAL_FACTS} AS facts
  FROM ${SHOWN_RECAPS}
  JOIN recap_revision_translations t ON t.revision_id = v.id AND t.language = $2
  WHERE c.id = $1 AND c.state IN ('published', 'archived')
`;
