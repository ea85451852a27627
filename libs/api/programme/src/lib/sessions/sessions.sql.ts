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
    'meeting', jsonb_build_object(
      'provider', s.meeting_provider, 'url', s.meeting_url, 'meetingId', s.meeting_number,
      'passcode', s.meeting_passcode, 'dialIn', s.meeting_dial_in, 'hostNotes', s.meeting_host_notes,
      'account', s.meeting_account, 'opensBefore', s.meeting_opens_before),
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
      SELECT jsonb_agg(count_json(f.measure, f.value, f.origin, f.is_at_least, f.source, f.stated_on, f.up_to)
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

/** $1 session id. What refers to a session without belonging to it keeps it. */
export const REMOVE_DRAFT = `
  WITH removed AS (
    DELETE FROM sessions s
    WHERE s.id = $1 AND s.state = 'draft'
      AND NOT EXISTS (SELECT FROM registrations r WHERE r.session_id = s.id)
      AND NOT EXISTS (SELECT FROM recap_sessions r WHERE r.session_id = s.id)
      AND NOT EXISTS (SELECT FROM stated_counts c WHERE c.session_id = s.id)
      AND NOT EXISTS (SELECT FROM contributions c WHERE c.session_id = s.id AND c.invitation_state <> 'none')
    RETURNING s.id
  )
  SELECT id FROM removed
`;

/**
 * $1 session · $2 its contributions, whole. One that goes on keeps what its speaker said, unless somebody else is named now;
 * translations are written anew. An entry of the directory that was merged meanwhile (the editor was open, an old version is
 * restored) stands for the one it was merged into: the trigger `contributions_follow_merges` sees to it.
 */
export const SAVE_CONTRIBUTIONS = `
  WITH saved AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS c(
      id uuid, "agendaItemId" uuid, position integer, "speakerId" uuid, role text, city text, country text)
  ), gone AS (
    DELETE FROM contributions c WHERE c.session_id = $1 AND NOT EXISTS (SELECT FROM saved WHERE saved.id = c.id)
  ), untranslated AS (
    DELETE FROM contribution_translations t USING saved WHERE t.contribution_id = saved.id
  )
  INSERT INTO contributions AS c (id, session_id, agenda_item_id, position, speaker_id, role, city, country)
  SELECT id, $1, "agendaItemId", position, "speakerId", role, city, country FROM saved
  ON CONFLICT (id) DO UPDATE SET
    agenda_item_id = excluded.agenda_item_id, position = excluded.position, speaker_id = excluded.speaker_id,
    role = excluded.role, city = excluded.city, country = excluded.country,
    invitation_state = CASE WHEN c.speaker_id IS NOT DISTINCT FROM excluded.speaker_id THEN c.invitation_state ELSE 'none' END,
    invited_at = CASE WHEN c.speaker_id IS NOT DISTINCT FROM excluded.speaker_id THEN c.invited_at END,
    answered_at = CASE WHEN c.speaker_id IS NOT DISTINCT FROM excluded.speaker_id THEN c.answered_at END,
    decline_words = CASE WHEN c.speaker_id IS NOT DISTINCT FROM excluded.speaker_id THEN c.decline_words ELSE '' END
`;

/** $1 session id. What was asked and said of its parts, where anything was. */
export const INVITATIONS_OF = `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'contributionId', c.id, 'speakerId', c.speaker_id, 'state', c.invitation_state,
    'invitedAt', c.invited_at, 'answeredAt', c.answered_at, 'words', c.decline_words)), '[]'::jsonb) AS kept
  FROM contributions c
  WHERE c.session_id = $1 AND c.speaker_id IS NOT NULL AND c.invitation_state <> 'none'
`;

/** $1 session id · $2 as INVITATIONS_OF answered. Only where the part has lost it and is the same person's. */
export const PUT_INVITATIONS_BACK = `
  UPDATE contributions c
  SET invitation_state = i.state, invited_at = i."invitedAt", answered_at = i."answeredAt", decline_words = i.words
  FROM jsonb_to_recordset($2::jsonb) AS i(
    "contributionId" uuid, "speakerId" uuid, state text, "invitedAt" timestamptz, "answeredAt" timestamptz, words text)
  JOIN speakers k ON k.id = i."speakerId"
  WHERE c.session_id = $1 AND c.id = i."contributionId" AND c.speaker_id = coalesce(k.merged_into, k.id)
    AND c.invitation_state = 'none'
`;
