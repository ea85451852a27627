/** Reports follow each other, and no other change of the session gets between. $1 session */
export const LOCK_SESSION = `SELECT id FROM sessions WHERE id = $1 FOR NO KEY UPDATE`;

/** $1 session */
export const REPORTED_SESSION = `
  SELECT s.id, s.series_id AS "seriesId", s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone"
  FROM sessions s WHERE s.id = $1`;

/**
 * Lines of a report, and whom they name. Somebody is told from others by their own address to join at, by their e-mail address, else by
 * name and organisation; where a name tells nobody, each stay is a guest of its own, however often it is imported.
 * $1 session · $2 import · $3 lines, \`PresenceLine\` as JSON. How many of them an earlier report has, too.
 */
export const ADD_LINES = `
  WITH given AS MATERIALIZED (
    SELECT l.*, k.id AS registration_id,
      CASE WHEN k.id IS NOT NULL THEN 'link:' || k.id
           WHEN l."emailKey" <> '' THEN 'mail:' || l."emailKey"
           WHEN l."isGeneric" OR person_key(l.name) = '' THEN
             'stay:' || lower(l.name) || '@' || coalesce(iso_instant(l."joinedAt"), l.minutes || 'min#' || l.line)
           ELSE 'name:' || person_key(l.name) || '|' || folded(l.organisation) END AS key
    FROM jsonb_to_recordset($3::jsonb) AS l (
      line int, name text, email text, "emailKey" text, "isGeneric" boolean, organisation text, city text, country text,
      role text, "joinedAt" timestamptz, "leftAt" timestamptz, minutes int, "tokenHash" text)
    LEFT JOIN LATERAL (
      SELECT r.id FROM join_links j JOIN registrations r ON r.id = j.registration_id
      WHERE l."tokenHash" <> '' AND j.token_hash = l."tokenHash" AND r.session_id = $1
    ) k ON true
  ), named AS (
    INSERT INTO attendees AS a (session_id, key, name, email, organisation, city, country, role)
    SELECT DISTINCT ON (g.key) $1, g.key, g.name, g.email,
      coalesce(max(g.organisation) FILTER (WHERE g.organisation <> '') OVER (PARTITION BY g.key), ''),
      coalesce(max(g.city) FILTER (WHERE g.city <> '') OVER (PARTITION BY g.key), ''),
      max(g.country) OVER (PARTITION BY g.key), g.role
    FROM given g
    ORDER BY g.key, array_position(ARRAY['bot', 'host', 'speaker', 'attendee'], g.role), g.line
    ON CONFLICT (session_id, key) DO UPDATE SET
      organisation = coalesce(nullif(a.organisation, ''), EXCLUDED.organisation),
      city = coalesce(nullif(a.city, ''), EXCLUDED.city), country = coalesce(a.country, EXCLUDED.country),
      role = CASE WHEN a.role = 'attendee' AND a.decided_by IS NULL THEN EXCLUDED.role ELSE a.role END
    RETURNING a.id, a.key
  ), added AS (
    INSERT INTO attendance_spans (import_id, line, attendee_id, joined_at, left_at, minutes)
    SELECT $2, g.line, n.id, g."joinedAt", g."leftAt", g.minutes FROM given g JOIN named n ON n.key = g.key
    RETURNING line
  )
  SELECT (SELECT count(*)::int FROM added) AS added, (
    SELECT count(*)::int FROM given g JOIN named n ON n.key = g.key
    WHERE EXISTS (
      SELECT FROM attendance_spans t
      WHERE t.attendee_id = n.id AND t.import_id <> $2 AND t.joined_at IS NOT DISTINCT FROM g."joinedAt"
        AND t.left_at IS NOT DISTINCT FROM g."leftAt" AND t.minutes IS NOT DISTINCT FROM g.minutes)
  ) AS overlapping`;

const WAITING = `a.session_id = $1 AND a.participant_id IS NULL AND a.matched_by IS NULL`;

/** Whoever contributes to the session is no audience, by their address or their name. $1 session */
export const TELL_SPEAKERS = `
  UPDATE attendees a SET role = 'speaker'
  FROM contributions c JOIN speakers k ON k.id = c.speaker_id
  WHERE c.session_id = $1 AND a.session_id = $1 AND a.role = 'attendee' AND a.decided_by IS NULL
    AND (a.key = 'mail:' || lower(k.email) OR (a.name <> '' AND person_key(a.name) = person_key(k.name)))`;

/** What was decided of the same name in the series; a role alone says nothing of who it is. $1 session · $2 series */
export const APPLY_DECISIONS = `
  UPDATE attendees a SET participant_id = coalesce(p.merged_into_id, p.id), reason = d.reason,
    matched_by = CASE WHEN p.id IS NOT NULL OR d.role IS NULL THEN 'earlier-decision' END,
    decided_by = d.decided_by, decided_at = d.decided_at, role = coalesce(d.role, a.role)
  FROM attendance_decisions d LEFT JOIN participants p ON p.id = d.participant_id AND p.erased_at IS NULL
  WHERE d.series_id = $2 AND d.key = a.key AND ${WAITING} AND a.decided_by IS NULL`;

/** $1 session */
export const MATCH_LINKS = `
  UPDATE attendees a SET participant_id = r.participant_id, matched_by = 'link'
  FROM registrations r WHERE a.key = 'link:' || r.id AND r.session_id = $1 AND ${WAITING}`;

/** An entry that was merged leads to the one that goes on. $1 session */
export const MATCH_ADDRESSES = `
  UPDATE attendees a SET participant_id = coalesce(p.merged_into_id, p.id), matched_by = 'email'
  FROM participants p
  WHERE a.key LIKE 'mail:%' AND p.email_key = substr(a.key, 6) AND p.erased_at IS NULL AND ${WAITING}`;

/** Somebody with an address is a person, registered or not: they are counted once over all sessions. $1 session */
export const MAKE_PARTICIPANTS = `
  WITH made AS (
    INSERT INTO participants (email, email_key, name, organisation, city, country, language, time_zone)
    SELECT a.email, substr(a.key, 6), a.name, a.organisation, a.city, a.country, y.default_language, s.time_zone
    FROM attendees a JOIN sessions s ON s.id = a.session_id JOIN series y ON y.id = s.series_id
    WHERE a.key LIKE 'mail:%' AND a.role = 'attendee' AND ${WAITING}
    ON CONFLICT (email_key) DO NOTHING RETURNING id, email_key
  )
  UPDATE attendees a SET participant_id = m.id, matched_by = 'email'
  FROM made m WHERE a.key = 'mail:' || m.email_key AND ${WAITING}`;

/** What the report does not say of people who are known, for those who came without a registration. $1 session */
export const FILL_PLACES = `
  UPDATE attendees a SET city = coalesce(nullif(a.city, ''), p.city), country = coalesce(a.country, p.country),
    organisation = coalesce(nullif(a.organisation, ''), p.organisation), language = p.language
  FROM participants p
  WHERE p.id = a.participant_id AND a.session_id = $1 AND p.erased_at IS NULL AND a.language IS NULL`;

/** Presences, marks and what hangs on them: a certificate of somebody of whom nothing says any more that they came. $1 sessions · $2 now */
export const WITHDRAW_CERTIFICATES = `
  UPDATE certificates c SET withdrawn_at = $2
  FROM registrations r
  WHERE r.id = c.registration_id AND r.session_id = ANY ($1::uuid[]) AND c.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM attendances t WHERE t.registration_id = r.id)`;

/**
 * Takes those away whom no report names any more, and people who were known by them alone. $1 session
 */
export const FORGET_UNNAMED = `
  DELETE FROM attendees a
  WHERE a.session_id = $1 AND NOT EXISTS (SELECT FROM attendance_spans t WHERE t.attendee_id = a.id)`;

/** Of these people those of whom nothing is known but what a report said, and none does any more. $1 participants */
export const FORGET_UNKNOWN = `
  DELETE FROM participants p
  WHERE p.id = ANY ($1::uuid[]) AND p.verified_at IS NULL
    AND NOT EXISTS (SELECT FROM registrations r WHERE r.participant_id = p.id)
    AND NOT EXISTS (SELECT FROM attendees a WHERE a.participant_id = p.id)
    AND NOT EXISTS (SELECT FROM presences e WHERE e.participant_id = p.id)
    AND NOT EXISTS (SELECT FROM participants o WHERE o.merged_into_id = p.id)`;

/** $1 session */
export const ATTENDANCE_COUNTS = `
  SELECT jsonb_build_object(
    'attended', c.attended, 'guests', c.guests, 'short', n.short, 'hosts', n.hosts, 'speakers', n.speakers, 'bots', n.bots,
    'missed', CASE WHEN c.attended + c.guests + n.any = 0 THEN 0 ELSE (
      SELECT count(*)::int FROM session_people x WHERE x.session_id = $1 AND x.has_place AND NOT x.has_come) END) AS counts
  FROM session_attendance c
  CROSS JOIN (
    SELECT count(*)::int AS any, count(*) FILTER (WHERE p.role = 'attendee' AND NOT p.has_come)::int AS short,
      count(*) FILTER (WHERE p.role = 'host')::int AS hosts, count(*) FILTER (WHERE p.role = 'speaker')::int AS speakers,
      count(*) FILTER (WHERE p.role = 'bot')::int AS bots
    FROM presences p WHERE p.session_id = $1
  ) n
  WHERE c.session_id = $1`;

/** Wants \`i\` (attendance_imports). */
export const IMPORT_JSON = `jsonb_build_object(
  'id', i.id, 'fileName', i.file_name, 'format', i.format, 'lines', i.lines, 'importedAt', iso_instant(i.imported_at),
  'importedBy', (SELECT k.name FROM staff_accounts k WHERE k.id = i.imported_by), 'undoneAt', iso_instant(i.undone_at))`;

/** What is on record, but for the people. $1 languages · $2 session */
export const ATTENDANCE_RECORD = `
  SELECT jsonb_build_object(
    'sessionId', s.id, 'seriesId', s.series_id, 'title', t.title, 'startsAt', iso_instant(s.starts_at),
    'endsAt', iso_instant(s.ends_at), 'timeZone', s.time_zone,
    'threshold', jsonb_build_object('seriesId', s.series_id, 'version', coalesce(h.version, 0),
      'sharePercent', CASE WHEN h.series_id IS NULL THEN 50 ELSE h.share_percent END,
      'minutes', CASE WHEN h.series_id IS NULL THEN 15 ELSE h.minutes END),
    'neededMinutes', ceil(needed_minutes(s.id))::int,
    'imports', coalesce((SELECT jsonb_agg(${IMPORT_JSON} ORDER BY i.imported_at DESC, i.id)
                         FROM attendance_imports i WHERE i.session_id = s.id), '[]')) AS record
  FROM sessions s
  JOIN series y ON y.id = s.series_id
  LEFT JOIN attendance_thresholds h ON h.series_id = s.series_id
  CROSS JOIN LATERAL (
    SELECT t.title FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) t
  WHERE s.id = $2`;
