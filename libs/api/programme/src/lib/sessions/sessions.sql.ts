const contributions = (owner: string) => `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', c.id, 'speakerId', c.speaker_id, 'role', c.role, 'city', c.city, 'country', c.country,
      'translations', coalesce((
        SELECT jsonb_object_agg(t.language, jsonb_build_object(
          'position', t.job_position, 'organisation', t.organisation, 'topic', t.topic))
        FROM contribution_translations t WHERE t.contribution_id = c.id), '{}'::jsonb)
    ) ORDER BY c.position)
    FROM contributions c WHERE ${owner}), '[]'::jsonb)
`;

/** $1 session id. For staff only: holds the meeting link. */
export const ONE_SESSION = `
  SELECT jsonb_build_object(
    'id', s.id, 'version', s.version, 'seriesId', s.series_id, 'slug', s.slug, 'state', s.state, 'kind', s.kind,
    'startsAt', iso_instant(s.starts_at), 'endsAt', iso_instant(s.ends_at),
    'startsLocal', s.starts_local, 'endsLocal', s.ends_local, 'timeZone', s.time_zone,
    'languages', s.languages, 'interpretation', s.interpretation, 'capacity', s.capacity,
    'registrationOpensAt', iso_instant(s.registration_opens_at),
    'registrationClosesAt', iso_instant(s.registration_closes_at),
    'meeting', jsonb_build_object('url', s.meeting_url, 'passcode', s.meeting_passcode),
    'cancelReason', s.cancel_reason, 'sequence', s.sequence,
    'regionIds', coalesce((
      SELECT jsonb_agg(r.id ORDER BY r.position, r.slug)
      FROM session_regions sr JOIN regions r ON r.id = sr.region_id WHERE sr.session_id = s.id), '[]'::jsonb),
    'categoryIds', coalesce((
      SELECT jsonb_agg(c.id ORDER BY c.position, c.slug)
      FROM session_categories sc JOIN categories c ON c.id = sc.category_id WHERE sc.session_id = s.id), '[]'::jsonb),
    'translations', coalesce((
      SELECT jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'abstract', t.abstract))
      FROM session_translations t WHERE t.session_id = s.id), '{}'::jsonb),
    'agenda', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', a.id, 'kind', a.kind, 'startsAfter', a.starts_after, 'durationMinutes', a.duration_minutes,
        'translations', coalesce((
          SELECT jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'description', t.description))
          FROM agenda_item_translations t WHERE t.agenda_item_id = a.id), '{}'::jsonb),
        'contributions', ${contributions('c.agenda_item_id = a.id')}
      ) ORDER BY a.position)
      FROM agenda_items a WHERE a.session_id = s.id), '[]'::jsonb),
    'contributions', ${contributions('c.session_id = s.id AND c.agenda_item_id IS NULL')},
    'counts', coalesce((
      SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on)
                       ORDER BY f.origin, f.measure)
      FROM session_figures f WHERE f.session_id = s.id), '[]'::jsonb)
  ) AS session
  FROM sessions s WHERE s.id = $1
`;

/** $1 now */
export const HOLD_ENDED = `
  WITH held AS (
    UPDATE sessions SET state = 'held', version = version + 1, updated_at = now()
    WHERE state = 'published' AND ends_at <= $1
    RETURNING id
  )
  SELECT id FROM held
`;
