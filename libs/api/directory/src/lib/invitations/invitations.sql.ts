/**
 * $1 languages for a reader, null for each speaker's own. Conditions follow: `c` contribution, `k` speaker, `s` session.
 */
export const INVITATION_FACTS = `
  SELECT c.id AS "contributionId", c.role, coalesce(ct.topic, '') AS topic, coalesce(at.title, '') AS part,
    coalesce(ct.job_position, '') AS position, coalesce(ct.organisation, '') AS organisation,
    c.invitation_state AS state, c.invited_at AS "invitedAt", c.answered_at AS "answeredAt", c.decline_words AS words,
    CASE WHEN k.id IS NOT NULL THEN jsonb_build_object(
      'id', k.id, 'title', k.title, 'name', k.name, 'email', k.email, 'city', k.city, 'country', k.country) END AS speaker,
    own.language,
    s.id AS "sessionId", s.slug, s.state AS "sessionState", st.title AS "sessionTitle", st.language AS "titleLanguage",
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone", s.sequence,
    (s.state <> 'draft' AND y.state = 'published') AS "isPublic"
  FROM contributions c
  JOIN sessions s ON s.id = c.session_id
  JOIN series y ON y.id = s.series_id
  LEFT JOIN speakers k ON k.id = c.speaker_id
  LEFT JOIN agenda_items a ON a.id = c.agenda_item_id
  CROSS JOIN LATERAL (SELECT coalesce(k.language, y.default_language) AS language) own
  CROSS JOIN LATERAL (SELECT coalesce($1::text[], ARRAY[own.language]) AS languages) read
  CROSS JOIN LATERAL (
    SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, read.languages, y.default_language), t.language LIMIT 1
  ) st
  LEFT JOIN LATERAL (
    SELECT t.title FROM agenda_item_translations t WHERE t.agenda_item_id = a.id
    ORDER BY language_rank(t.language, read.languages, y.default_language), t.language LIMIT 1
  ) at ON true
  LEFT JOIN LATERAL (
    SELECT t.topic, t.job_position, t.organisation FROM contribution_translations t WHERE t.contribution_id = c.id
    ORDER BY t.topic = '', language_rank(t.language, read.languages, y.default_language), t.language LIMIT 1
  ) ct ON true
`;

/** In the order of the programme: whole session first, then the agenda. */
export const IN_ORDER = `ORDER BY s.starts_at, s.id, a.position NULLS FIRST, c.position, c.id`;
