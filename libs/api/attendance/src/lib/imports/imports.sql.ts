/** Reports follow each other, and no other change of the session gets between. $1 session */
export const LOCK_SESSION = `SELECT id FROM sessions WHERE id = $1 FOR NO KEY UPDATE`;

/** $1 session */
export const REPORTED_SESSION = `
  SELECT s.id, s.series_id AS "seriesId", s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone"
  FROM sessions s WHERE s.id = $1`;

/** Of several roles of one person this comes first. */
const STRONGEST = (role: string) => `array_position(ARRAY['bot', 'host', 'speaker', 'attendee'], ${role})`;

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
             'stay:' || lower(l.name) || '@' || coalesce(iso_instant(l."joinedAt"), l.minutes || 'min', 'list')
               || CASE WHEN l.nth > 1 THEN '/' || l.nth ELSE '' END
           ELSE 'name:' || person_key(l.name) || '|' || folded(l.organisation) END AS key
    FROM jsonb_to_recordset($3::jsonb) AS l (
      line int, name text, email text, "emailKey" text, "isGeneric" boolean, nth int, organisation text, city text, country text,
      role text, "joinedAt" timestamptz, "leftAt" timestamptz, minutes int, "tokenHash" text)
    LEFT JOIN LATERAL (
      SELECT r.id FROM join_links j JOIN registrations r ON r.id = j.registration_id
      WHERE l."tokenHash" <> '' AND j.token_hash = l."tokenHash" AND r.session_id = $1
    ) k ON true
  ), said AS (
    SELECT DISTINCT ON (g.key) g.key, g.name, g.email, g.role,
      coalesce(max(g.organisation) FILTER (WHERE g.organisation <> '') OVER (PARTITION BY g.key), '') AS organisation,
      coalesce(max(g.city) FILTER (WHERE g.city <> '') OVER (PARTITION BY g.key), '') AS city,
      max(g.country) OVER (PARTITION BY g.key) AS country
    FROM given g
    ORDER BY g.key, ${STRONGEST('g.role')}, g.line
  ), named AS (
    INSERT INTO attendees (session_id, key, name, email, role)
    SELECT $1, d.key, d.name, d.email, d.role FROM said d ORDER BY d.key
    -- Nothing changes, but that the row is answered.
    ON CONFLICT (session_id, key) DO UPDATE SET key = EXCLUDED.key
    RETURNING id, key
  ), mentioned AS (
    INSERT INTO attendee_mentions AS m (import_id, attendee_id, name, email, organisation, city, country, role)
    SELECT $2, n.id, d.name, d.email, d.organisation, d.city, d.country, d.role FROM said d JOIN named n ON n.key = d.key
    ON CONFLICT (import_id, attendee_id) DO UPDATE SET
      name = coalesce(nullif(m.name, ''), EXCLUDED.name), email = coalesce(nullif(m.email, ''), EXCLUDED.email),
      organisation = coalesce(nullif(m.organisation, ''), EXCLUDED.organisation),
      city = coalesce(nullif(m.city, ''), EXCLUDED.city), country = coalesce(m.country, EXCLUDED.country),
      role = CASE WHEN ${STRONGEST('m.role')} <= ${STRONGEST('EXCLUDED.role')} THEN m.role ELSE EXCLUDED.role END
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

/** What a report that is undone said of people is to be told anew by those that are left, and by what is known of them. $1 import */
export const FORGET_SAID = `
  WITH gone AS (DELETE FROM attendee_mentions WHERE import_id = $1 RETURNING attendee_id)
  UPDATE attendees a SET organisation = '', city = '', country = NULL, language = NULL
  FROM gone WHERE gone.attendee_id = a.id`;

const FIRST = (column: string) =>
  `(array_agg(m.${column} ORDER BY i.imported_at, i.id) FILTER (WHERE m.${column} <> ''))[1] AS ${column}`;
const SAID = `${['name', 'email', 'organisation', 'city', 'country'].map(FIRST).join(', ')}
    FROM attendee_mentions m JOIN attendance_imports i ON i.id = m.import_id`;

/** What reports say of those whom they name: the first that says anything, and the strongest role unless staff set one. $1 session */
export const TELL_SAID = `
  UPDATE attendees a SET role = t.role, name = t.name, email = t.email, organisation = t.organisation, city = t.city, country = t.country
  FROM (
    SELECT a.id, CASE WHEN a.is_role_by_hand THEN a.role ELSE s.role END AS role, coalesce(s.name, a.name) AS name,
      coalesce(s.email, a.email) AS email, coalesce(s.organisation, a.organisation) AS organisation,
      coalesce(s.city, a.city) AS city, coalesce(s.country, a.country) AS country
    FROM attendees a JOIN (
      SELECT m.attendee_id, (array_agg(m.role ORDER BY ${STRONGEST('m.role')}))[1] AS role, ${SAID}
      WHERE i.session_id = $1 GROUP BY m.attendee_id
    ) s ON s.attendee_id = a.id
  ) t
  WHERE t.id = a.id AND (a.role, a.name, a.email, a.organisation, a.city, a.country)
    IS DISTINCT FROM (t.role, t.name, t.email, t.organisation, t.city, t.country)`;

/** Whoever is renewed or forgotten, in one order for all sessions. $1 participants */
export const LOCK_PARTICIPANTS = `
  SELECT FROM participants p WHERE p.id = ANY ($1::uuid[]) AND p.verified_at IS NULL ORDER BY p.id FOR NO KEY UPDATE`;

/** People who are known by reports alone, and whom nobody changed: as those say that are left. $1 participants */
export const RENEW_UNKNOWN = `
  UPDATE participants p SET name = coalesce(t.name, p.name), organisation = coalesce(t.organisation, ''), city = coalesce(t.city, ''),
    country = t.country
  FROM (
    SELECT a.key, ${SAID} JOIN attendees a ON a.id = m.attendee_id
    WHERE a.participant_id = ANY ($1::uuid[]) AND a.key LIKE 'mail:%' GROUP BY a.key
  ) t
  WHERE p.id = ANY ($1::uuid[]) AND t.key = 'mail:' || p.email_key AND p.verified_at IS NULL AND p.version = 1
    AND NOT EXISTS (SELECT FROM registrations r WHERE r.participant_id = p.id)`;

const WAITING = `a.session_id = $1 AND a.participant_id IS NULL AND a.matched_by IS NULL`;

/** Whoever contributes to the session is no audience, by their address or their name. $1 session */
export const TELL_SPEAKERS = `
  UPDATE attendees a SET role = 'speaker'
  FROM contributions c JOIN speakers k ON k.id = c.speaker_id
  WHERE c.session_id = $1 AND a.session_id = $1 AND a.role = 'attendee' AND NOT a.is_role_by_hand
    AND (a.key = 'mail:' || lower(k.email) OR (a.name <> '' AND person_key(a.name) = person_key(k.name)))`;

/** What was decided of the same name in the series; a role alone says nothing of who it is. $1 session · $2 series */
export const APPLY_DECISIONS = `
  UPDATE attendees a SET participant_id = coalesce(p.merged_into_id, p.id), reason = d.reason,
    matched_by = CASE WHEN p.id IS NOT NULL OR d.role IS NULL THEN 'earlier-decision' END,
    decided_by = d.decided_by, decided_at = d.decided_at, role = coalesce(d.role, a.role),
    is_role_by_hand = a.is_role_by_hand OR d.role IS NOT NULL
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

/**
 * Somebody with an address is a person, registered or not: they are counted once over all sessions. Another import may learn the same
 * addresses at this moment: in one order, so that none waits for one that waits for it, and whom the other was first to learn is found by
 * matching addresses once more. $1 session
 */
export const MAKE_PARTICIPANTS = `
  INSERT INTO participants (email, email_key, name, organisation, city, country, language, time_zone)
  SELECT a.email, substr(a.key, 6), a.name, a.organisation, a.city, a.country, y.default_language, s.time_zone
  FROM attendees a JOIN sessions s ON s.id = a.session_id JOIN series y ON y.id = s.series_id
  WHERE a.key LIKE 'mail:%' AND a.role = 'attendee' AND ${WAITING}
  ORDER BY a.key
  ON CONFLICT (email_key) DO NOTHING`;

/**
 * What the report does not say of people who are known, for those who came without a registration. The language of those alone who
 * told it when they registered for something: others have that of the series, to be written to in. $1 session
 */
export const FILL_PLACES = `
  UPDATE attendees a SET city = t.city, country = t.country, organisation = t.organisation, language = t.language
  FROM (
    SELECT a.id, coalesce(nullif(a.city, ''), p.city) AS city, coalesce(a.country, p.country) AS country,
      coalesce(nullif(a.organisation, ''), p.organisation) AS organisation,
      CASE WHEN p.verified_at IS NOT NULL OR EXISTS (SELECT FROM registrations r WHERE r.participant_id = p.id)
           THEN p.language END AS language
    FROM attendees a JOIN participants p ON p.id = a.participant_id
    WHERE a.session_id = $1 AND p.erased_at IS NULL AND a.language IS NULL AND a.key NOT LIKE 'erased:%'
  ) t
  WHERE t.id = a.id AND (a.city, a.country, a.organisation, a.language)
    IS DISTINCT FROM (t.city, t.country, t.organisation, t.language)`;

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
