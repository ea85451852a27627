/** One speaker `k` of the directory as staff see it; `now` names the parameter. */
const speaker = (now: string) => `
  jsonb_build_object(
    'id', k.id, 'version', k.version, 'title', k.title, 'name', k.name, 'email', k.email, 'city', k.city,
    'country', k.country, 'language', k.language,
    'photo', (
      SELECT i.image || jsonb_build_object('alt', k.name, 'caption', '')
      FROM public_images(ARRAY['en']) i WHERE i.media_id = k.photo_media_id),
    'translations', coalesce((
      SELECT jsonb_object_agg(t.language, jsonb_build_object(
        'position', t.position, 'organisation', t.organisation, 'bio', t.bio))
      FROM speaker_translations t WHERE t.speaker_id = k.id), '{}'::jsonb),
    'contributions', (SELECT count(*) FROM contributions c WHERE c.speaker_id = k.id),
    'invitations', (
      SELECT jsonb_build_object(
        'invited', count(*) FILTER (WHERE c.invitation_state = 'invited'),
        'confirmed', count(*) FILTER (WHERE c.invitation_state = 'confirmed'),
        'declined', count(*) FILTER (WHERE c.invitation_state = 'declined'))
      FROM contributions c JOIN sessions s ON s.id = c.session_id
      WHERE c.speaker_id = k.id AND s.ends_at > ${now} AND s.state IN ('draft', 'published')))
`;

/**
 * $1 what is searched for, folded and between `%`; null: everybody · $2 countries whose name was searched for · $3 country
 * $4 true: with photo, false: without · $5 invitation state of a part to come · $6 limit · $7 offset · $8 now
 */
export const LIST_SPEAKERS = `
  WITH found AS (
    SELECT k.* FROM speakers k
    WHERE k.merged_into IS NULL
      AND ($1::text IS NULL OR folded(k.name) LIKE $1 OR folded(k.city) LIKE $1 OR k.country = ANY ($2::text[])
        OR k.id IN (SELECT t.speaker_id FROM speaker_translations t WHERE folded(t.organisation) LIKE $1))
      AND ($3::text IS NULL OR k.country = $3)
      AND ($4::boolean IS NULL OR (k.photo_media_id IS NOT NULL) = $4)
      AND ($5::text IS NULL OR EXISTS (
        SELECT FROM contributions c JOIN sessions s ON s.id = c.session_id
        WHERE c.speaker_id = k.id AND c.invitation_state = $5 AND s.ends_at > $8 AND s.state IN ('draft', 'published')))
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(${speaker('$8')} ORDER BY k.name, k.id)
    FROM (SELECT * FROM found ORDER BY name, id LIMIT $6 OFFSET $7) k
  ), '[]'::jsonb) AS items
`;

/** $1 id · $2 now. An entry that was merged answers as the one that goes on. */
export const ONE_SPEAKER = `
  SELECT ${speaker('$2')} AS speaker FROM speakers k
  WHERE k.id = coalesce((SELECT merged_into FROM speakers WHERE id = $1), $1)
`;

/** $1 id · $2 now. The entry itself, merged or not. */
export const ENTRY = `SELECT ${speaker('$2')} AS speaker, k.merged_into AS "mergedInto" FROM speakers k WHERE k.id = $1`;

/** $1 speaker · $2 languages · $3 now. Parts newest first; recaps of the sessions somebody took part in. */
export const SPEAKER_PAGE = `
  SELECT ${speaker('$3')} AS speaker,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'contributionId', c.id, 'sessionId', s.id, 'sessionTitle', st.title, 'seriesTitle', yt.title,
        'sessionState', s.state, 'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at),
        'timeZone', s.time_zone, 'role', c.role, 'topic', coalesce(ct.topic, ''),
        'position', coalesce(ct.job_position, ''), 'organisation', coalesce(ct.organisation, ''),
        'city', c.city, 'country', c.country, 'invitation', c.invitation_state
      ) ORDER BY s.starts_at DESC, s.id, c.position)
      FROM contributions c
      JOIN sessions s ON s.id = c.session_id
      JOIN series y ON y.id = s.series_id
      CROSS JOIN LATERAL (
        SELECT t.title FROM session_translations t WHERE t.session_id = s.id
        ORDER BY language_rank(t.language, $2, y.default_language) LIMIT 1
      ) st
      CROSS JOIN LATERAL (
        SELECT t.title FROM series_translations t WHERE t.series_id = y.id
        ORDER BY language_rank(t.language, $2, y.default_language) LIMIT 1
      ) yt
      LEFT JOIN LATERAL (
        SELECT t.topic, t.job_position, t.organisation FROM contribution_translations t WHERE t.contribution_id = c.id
        ORDER BY language_rank(t.language, $2, y.default_language) LIMIT 1
      ) ct ON true
      WHERE c.speaker_id = k.id), '[]'::jsonb) AS parts,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', r.id, 'title', rt.title, 'state', r.state, 'publishedOn', r.published_on)
                       ORDER BY r.published_on DESC NULLS FIRST, rt.title)
      FROM recaps r
      JOIN series y ON y.id = r.series_id
      CROSS JOIN LATERAL (
        SELECT t.title FROM recap_translations t WHERE t.recap_id = r.id
        ORDER BY t.title = '', language_rank(t.language, $2, y.default_language) LIMIT 1
      ) rt
      WHERE r.id IN (
        SELECT rs.recap_id FROM recap_sessions rs JOIN contributions c ON c.session_id = rs.session_id
        WHERE c.speaker_id = k.id)), '[]'::jsonb) AS recaps,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', concat_ws(' ', nullif(a.title, ''), a.name),
                                          'mergedAt', iso_instant(m.merged_at)) ORDER BY m.merged_at DESC)
      FROM speakers a JOIN speaker_merges m ON m.absorbed_id = a.id WHERE a.merged_into = k.id), '[]'::jsonb) AS absorbed
  FROM speakers k WHERE k.id = coalesce((SELECT merged_into FROM speakers WHERE id = $1), $1)
`;

/** $1 how many pairs · $2 now. Each pair once, for its strongest reason; names are compared only within one organisation. */
export const DUPLICATES = `
  WITH living AS (
    SELECT id, name, lower(nullif(email, '')) AS email_key, person_key(name) AS name_key FROM speakers WHERE merged_into IS NULL
  ), organisations AS (
    SELECT DISTINCT t.speaker_id, folded(t.organisation) AS organisation
    FROM speaker_translations t JOIN living k ON k.id = t.speaker_id WHERE t.organisation <> ''
  ), pairs AS (
    SELECT a.id AS one, b.id AS other, 1 AS rank FROM living a JOIN living b ON a.email_key = b.email_key AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 2 FROM living a JOIN living b ON a.name_key = b.name_key AND a.name_key <> '' AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 3
    FROM organisations oa JOIN organisations ob ON oa.organisation = ob.organisation AND oa.speaker_id < ob.speaker_id
    JOIN living a ON a.id = oa.speaker_id JOIN living b ON b.id = ob.speaker_id
    WHERE similarity(a.name_key, b.name_key) >= 0.5
  ), best AS (
    SELECT one, other, min(rank) AS rank FROM pairs GROUP BY one, other
  )
  SELECT (SELECT count(*)::int FROM best) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'reason', (ARRAY['same-email', 'same-name', 'similar-name'])[p.rank],
      'speakers', (
        SELECT jsonb_agg(${speaker('$2')} ORDER BY (SELECT count(*) FROM contributions c WHERE c.speaker_id = k.id) DESC, k.id)
        FROM speakers k WHERE k.id IN (p.one, p.other))
    ) ORDER BY p.rank, p.name, p.one, p.other)
    FROM (
      SELECT best.*, k.name FROM best JOIN speakers k ON k.id = best.one ORDER BY rank, k.name, one, other LIMIT $1
    ) p
  ), '[]'::jsonb) AS pairs
`;
