/** Attributes of the nodes of some kind in the page's text `t`. */
const nodes = (type: string, attribute: string) =>
  `SELECT (n.attrs ->> '${attribute}')::uuid FROM jsonb_path_query(t.body, 'strict $.** ? (@.type == "${type}").attrs') n (attrs)`;

const PICTURES = `
  coalesce((
    SELECT jsonb_object_agg(i.media_id, i.image) FROM public_images(ARRAY[t.language] || $1) i
    WHERE i.media_id IN (SELECT document_pictures(t.body))), '{}'::jsonb)
`;

/** Of the recap's series alone, and none that readers cannot find. */
const SESSIONS = `
  coalesce((
    SELECT jsonb_object_agg(s.id, jsonb_build_object(
      'slug', s.slug, 'title', st.title, 'language', st.language, 'startsAt', iso_instant(s.starts_at),
      'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone,
      'regions', coalesce((
        SELECT jsonb_agg(r.term ORDER BY r.sort_order, r.slug)
        FROM session_regions sr JOIN region_terms($1) r ON r.region_id = sr.region_id
        WHERE sr.session_id = s.id), '[]'::jsonb)))
    FROM sessions s
    CROSS JOIN LATERAL (
      SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) st
    WHERE s.id IN (${nodes('sessionCard', 'sessionId')}) AND s.series_id = c.series_id AND s.state <> 'draft'
  ), '{}'::jsonb)
`;

/** As of their latest part in the sessions looked back on: whoever had none is nobody's speaker here. */
const SPEAKERS = `
  coalesce((
    SELECT jsonb_object_agg(k.speaker_id, jsonb_build_object(
      'name', k.contribution -> 'name', 'position', k.contribution -> 'position',
      'organisation', k.contribution -> 'organisation', 'city', k.contribution -> 'city',
      'country', k.contribution -> 'country', 'photo', k.contribution -> 'photo'))
    FROM (
      SELECT DISTINCT ON (w.speaker_id) w.speaker_id, p.contribution
      FROM contributions w
      JOIN public_contributions($1) p ON p.contribution_id = w.id
      JOIN sessions s ON s.id = w.session_id AND s.state <> 'draft'
      WHERE w.session_id = ANY (v.session_ids) AND w.speaker_id IN (${nodes('speakerCard', 'speakerId')})
      ORDER BY w.speaker_id, s.starts_at DESC, w.id
    ) k
  ), '{}'::jsonb)
`;

/** What the page's text shows besides words, by id. Wants `t`, `c`, `v`, `y` and the reader's languages as $1. */
export const TEXT_SHOWS = `jsonb_build_object('pictures', ${PICTURES}, 'sessions', ${SESSIONS}, 'speakers', ${SPEAKERS})`;
