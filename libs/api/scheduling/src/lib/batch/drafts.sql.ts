/** What a session that is made after it takes over; never its meeting link. $1 session id */
export const MODEL_SESSION = `
  SELECT jsonb_build_object(
    'seriesId', s.series_id, 'slug', s.slug, 'kind', s.kind, 'timeZone', s.time_zone, 'languages', s.languages,
    'interpretation', s.interpretation, 'capacity', s.capacity,
    'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at),
    'registrationOpensAt', iso_instant(s.registration_opens_at),
    'registrationClosesAt', iso_instant(s.registration_closes_at),
    'regionIds', coalesce((SELECT jsonb_agg(r.region_id) FROM session_regions r WHERE r.session_id = s.id), '[]'::jsonb),
    'categoryIds', coalesce((
      SELECT jsonb_agg(c.category_id) FROM session_categories c WHERE c.session_id = s.id), '[]'::jsonb),
    'texts', coalesce((
      SELECT jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'abstract', t.abstract))
      FROM session_translations t WHERE t.session_id = s.id), '[]'::jsonb)
  ) AS model
  FROM sessions s WHERE s.id = $1
`;

/**
 * Agenda and people of a model for each of the new sessions, in one statement. People of agenda items whose agenda is not taken
 * over become people of the whole session, each once per role.
 * $1 ids of the new sessions · $2 id of the model · $3 with agenda · $4 with speakers
 */
export const COPY_PARTS = `
  WITH made AS (SELECT id FROM unnest($1::uuid[]) AS n (id)),
  item AS (
    SELECT m.id AS session_id, a.id AS old_id, gen_random_uuid() AS id, a.position, a.kind, a.starts_after, a.duration_minutes
    FROM made m CROSS JOIN agenda_items a
    WHERE a.session_id = $2 AND $3::boolean
  ),
  person AS (
    SELECT m.id AS session_id, c.id AS old_id, gen_random_uuid() AS id, i.id AS agenda_item_id,
           c.speaker_id, c.role, c.position, c.city, c.country
    FROM made m
    CROSS JOIN (
      SELECT c.*, row_number() OVER (
        PARTITION BY CASE WHEN $3::boolean OR c.speaker_id IS NULL THEN c.id ELSE c.speaker_id END, c.role
        ORDER BY c.agenda_item_id IS NOT NULL, c.position, c.id
      ) AS mention
      FROM contributions c WHERE c.session_id = $2
    ) c
    LEFT JOIN item i ON i.session_id = m.id AND i.old_id = c.agenda_item_id
    WHERE $4::boolean AND c.mention = 1
  ),
  items AS (
    INSERT INTO agenda_items (id, session_id, position, kind, starts_after, duration_minutes)
    SELECT id, session_id, position, kind, starts_after, duration_minutes FROM item
  ),
  item_texts AS (
    INSERT INTO agenda_item_translations (agenda_item_id, language, title, description)
    SELECT i.id, t.language, t.title, t.description
    FROM item i JOIN agenda_item_translations t ON t.agenda_item_id = i.old_id
  ),
  people AS (
    INSERT INTO contributions (id, session_id, agenda_item_id, speaker_id, role, position, city, country)
    SELECT id, session_id, agenda_item_id, speaker_id, role, position, city, country FROM person
  )
  INSERT INTO contribution_translations (contribution_id, language, job_position, organisation, topic)
  SELECT p.id, t.language, t.job_position, t.organisation, t.topic
  FROM person p JOIN contribution_translations t ON t.contribution_id = p.old_id
`;

/** The sessions of a batch as they stand now. $1 key */
export const BATCH_SESSIONS = `
  SELECT b.id, b.series_id AS "seriesId", b.fingerprint, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', s.id, 'slug', s.slug, 'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at)
    ) ORDER BY s.starts_at, s.slug)
    FROM session_batch_members m JOIN sessions s ON s.id = m.session_id WHERE m.batch_id = b.id
  ), '[]'::jsonb) AS sessions
  FROM session_batches b WHERE b.id = $1
`;

/** Those of a batch that nobody has saved or published since, locked until the transaction ends. $1 key */
export const LOCK_UNTOUCHED = `
  SELECT s.id, s.version
  FROM session_batch_members m JOIN sessions s ON s.id = m.session_id
  WHERE m.batch_id = $1 AND s.state = 'draft' AND s.version = 1
  ORDER BY s.id FOR UPDATE OF s
`;
