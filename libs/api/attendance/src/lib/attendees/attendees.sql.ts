const GROUPS = `CASE $2
    WHEN 'guests' THEN a.role = 'attendee' AND a.participant_id IS NULL
    WHEN 'identified' THEN a.role = 'attendee' AND a.participant_id IS NOT NULL
    WHEN 'short' THEN p.role = 'attendee' AND NOT p.has_come
    WHEN 'apart' THEN a.role <> 'attendee'
    ELSE true END`;

/**
 * Those whom the reports of a session name. Guests of whom nothing was decided are compared with whoever registered for the session and
 * with people of the same name anywhere: suggestions for somebody to look at, never matches.
 * $1 session · $2 group, or null · $3 words, folded, or null · $4 limit · $5 offset
 */
export const ATTENDEES = `
  WITH found AS MATERIALIZED (
    SELECT a.*, p.minutes, p.has_come, (a.participant_id IS NULL AND a.matched_by IS NULL AND a.role = 'attendee'
      AND a.name <> '' AND a.key NOT LIKE 'stay:%') AS is_open
    FROM attendees a
    LEFT JOIN presences p ON p.session_id = a.session_id
      AND (p.participant_id = a.participant_id OR p.attendee_id = a.id)
    WHERE a.session_id = $1 AND ${GROUPS}
      AND ($3::text IS NULL OR folded(a.name || ' ' || a.email || ' ' || a.organisation) LIKE $3)
  ), guests AS MATERIALIZED (
    SELECT f.id, person_key(f.name) AS key, folded(f.organisation) AS organisation, folded(f.city) AS city FROM found f WHERE f.is_open
  ), known AS MATERIALIZED (
    SELECT r.participant_id AS id, person_key(r.name) AS key, r.name, r.organisation, r.city, true AS is_registered
    FROM registrations r
    WHERE r.session_id = $1 AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval') AND r.name <> ''
      AND EXISTS (SELECT FROM guests)
    UNION ALL
    SELECT o.id, person_key(o.name), o.name, o.organisation, o.city, false
    FROM participants o
    WHERE o.merged_into_id IS NULL AND o.name <> '' AND person_key(o.name) IN (SELECT g.key FROM guests g)
      AND NOT EXISTS (SELECT FROM registrations r WHERE r.session_id = $1 AND r.participant_id = o.id
                        AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval'))
  ), suggested AS (
    SELECT s.guest_id, jsonb_agg(jsonb_build_object('participantId', s.id, 'name', s.name, 'organisation', s.organisation,
        'email', coalesce((SELECT q.email FROM participants q WHERE q.id = s.id), ''), 'reasons', s.reasons) ORDER BY s.place) AS people
    FROM (
      SELECT g.id AS guest_id, k.id, k.name, k.organisation, x.reasons,
        row_number() OVER (PARTITION BY g.id ORDER BY k.key = g.key DESC, cardinality(x.reasons) DESC,
                                                      similarity(k.key, g.key) DESC, k.name, k.id) AS place
      FROM guests g JOIN known k ON k.key = g.key OR (k.is_registered AND similarity(k.key, g.key) >= 0.55)
      CROSS JOIN LATERAL (
        SELECT array_remove(ARRAY[
          CASE WHEN k.key = g.key THEN 'same-name' ELSE 'similar-name' END,
          CASE WHEN g.organisation <> '' AND folded(k.organisation) = g.organisation THEN 'same-organisation' END,
          CASE WHEN g.city <> '' AND folded(k.city) = g.city THEN 'same-city' END,
          CASE WHEN k.is_registered THEN 'registered' END], NULL) AS reasons
      ) x
    ) s WHERE s.place <= 3 GROUP BY s.guest_id
  ), page AS (
    SELECT f.*, u.people FROM found f LEFT JOIN suggested u ON u.guest_id = f.id
    ORDER BY u.people IS NULL, lower(f.name), f.id LIMIT $4 OFFSET $5
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', f.id, 'name', f.name, 'email', f.email, 'organisation', f.organisation, 'role', f.role, 'isRoleByHand', f.is_role_by_hand,
      'minutes', coalesce(f.minutes, 0), 'hasCome', coalesce(f.has_come, false),
      'lines', (SELECT count(*)::int FROM attendance_spans t WHERE t.attendee_id = f.id),
      'participant', CASE WHEN q.id IS NOT NULL THEN jsonb_build_object('id', q.id,
        -- Known elsewhere, but not to have been here.
        'name', CASE WHEN starts_with(f.key, 'erased:') THEN '' ELSE q.name END,
        'email', CASE WHEN starts_with(f.key, 'erased:') THEN '' ELSE coalesce(q.email, '') END,
        'isRegistered', EXISTS (SELECT FROM registrations r WHERE r.session_id = $1 AND r.participant_id = q.id
                                  AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval'))) END,
      'matchedBy', f.matched_by, 'reason', f.reason, 'suggestions', coalesce(f.people, '[]'))
      ORDER BY f.people IS NULL, lower(f.name), f.id)
    FROM page f LEFT JOIN participants q ON q.id = f.participant_id), '[]') AS items`;

/** Whom a guest may be: whoever registered for the session first. $1 session · $2 words, folded */
export const KNOWN_ATTENDEES = `
  SELECT p.id, p.name, coalesce(p.email, '') AS email, p.organisation,
    EXISTS (SELECT FROM registrations r WHERE r.session_id = $1 AND r.participant_id = p.id
              AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval')) AS "isRegistered"
  FROM participants p
  WHERE p.merged_into_id IS NULL AND p.erased_at IS NULL
    AND (folded(p.name) LIKE $2 OR p.email_key LIKE $2 OR folded(p.organisation) LIKE $2)
  ORDER BY "isRegistered" DESC, lower(p.name), p.id LIMIT 20`;

/** $1 session · $2 attendees · $3 participant or null · $4 reason · $5 who · $6 when. As they were. */
export const MATCH_BY_HAND = `
  WITH before AS (
    SELECT id, key, participant_id, role FROM attendees WHERE session_id = $1 AND id = ANY ($2::uuid[]) FOR UPDATE
  ), matched AS (
    UPDATE attendees a SET participant_id = $3, matched_by = 'staff', reason = $4, decided_by = $5, decided_at = $6
    FROM before b WHERE b.id = a.id RETURNING a.id
  )
  SELECT b.id, b.key, b.participant_id AS "participantId" FROM before b JOIN matched m ON m.id = b.id`;

/** Who they are was looked at by nobody. $1 session · $2 attendees */
export const TAKE_BACK = `
  WITH before AS (
    SELECT id, key, participant_id FROM attendees WHERE session_id = $1 AND id = ANY ($2::uuid[]) FOR UPDATE
  ), taken AS (
    UPDATE attendees a SET participant_id = NULL, matched_by = NULL, reason = '',
      decided_by = CASE WHEN a.is_role_by_hand THEN a.decided_by END, decided_at = CASE WHEN a.is_role_by_hand THEN a.decided_at END
    FROM before b WHERE b.id = a.id RETURNING a.id
  )
  SELECT b.id, b.key, b.participant_id AS "participantId" FROM before b JOIN taken t ON t.id = b.id`;

/** $1 session · $2 attendees · $3 role · $4 reason · $5 who · $6 when */
export const SET_ROLE = `
  WITH before AS (
    SELECT id, key, participant_id FROM attendees WHERE session_id = $1 AND id = ANY ($2::uuid[]) FOR UPDATE
  ), changed AS (
    UPDATE attendees a SET role = $3, is_role_by_hand = true, reason = coalesce(nullif($4, ''), a.reason), decided_by = $5, decided_at = $6
    FROM before b WHERE b.id = a.id RETURNING a.id
  )
  SELECT b.id, b.key, b.participant_id AS "participantId" FROM before b JOIN changed c ON c.id = b.id`;

/** Somebody said who it is. */
const IS_DECIDED = `a.matched_by IN ('staff', 'earlier-decision')`;

/** Reports say it again. $1 session · $2 attendees */
export const TAKE_BACK_ROLE = `
  WITH before AS (
    SELECT id, key, participant_id FROM attendees WHERE session_id = $1 AND id = ANY ($2::uuid[]) FOR UPDATE
  ), taken AS (
    UPDATE attendees a SET is_role_by_hand = false, decided_by = CASE WHEN ${IS_DECIDED} THEN a.decided_by END,
      decided_at = CASE WHEN ${IS_DECIDED} THEN a.decided_at END, reason = CASE WHEN ${IS_DECIDED} THEN a.reason ELSE '' END
    FROM before b WHERE b.id = a.id RETURNING a.id
  )
  SELECT b.id, b.key, b.participant_id AS "participantId" FROM before b JOIN taken t ON t.id = b.id`;

/** A stay of somebody without a name of their own says nothing of the next. $1 session · $2 keys · $3 participant · $4 role · $5 reason · $6 who · $7 when */
export const KEEP_DECISIONS = `
  INSERT INTO attendance_decisions AS d (series_id, key, participant_id, role, reason, decided_by, decided_at)
  SELECT s.series_id, k.key, $3, $4, $5, $6, $7
  FROM sessions s CROSS JOIN (SELECT DISTINCT key FROM unnest($2::text[]) AS u (key) WHERE u.key LIKE 'name:%' OR u.key LIKE 'mail:%') k
  WHERE s.id = $1
  ON CONFLICT (series_id, key) DO UPDATE SET
    participant_id = CASE WHEN EXCLUDED.role IS NULL THEN EXCLUDED.participant_id ELSE d.participant_id END,
    role = coalesce(EXCLUDED.role, d.role), reason = EXCLUDED.reason, decided_by = EXCLUDED.decided_by, decided_at = EXCLUDED.decided_at`;

const OF_KEYS = `d.series_id = (SELECT s.series_id FROM sessions s WHERE s.id = $1) AND d.key = ANY ($2::text[])`;

/** Who it is; what was said of their role stays. $1 session · $2 keys */
export const FORGET_MATCHES = `
  WITH kept AS (
    UPDATE attendance_decisions d SET participant_id = NULL WHERE ${OF_KEYS} AND d.role IS NOT NULL
  )
  DELETE FROM attendance_decisions d WHERE ${OF_KEYS} AND d.role IS NULL`;

/** What their role is; who it is said to be stays. $1 session · $2 keys */
export const FORGET_ROLES = `
  WITH told AS (
    SELECT d.id, d.participant_id IS NOT NULL OR EXISTS (
      SELECT FROM attendees a WHERE a.session_id = $1 AND a.key = d.key AND ${IS_DECIDED}) AS is_match
    FROM attendance_decisions d WHERE ${OF_KEYS} AND d.role IS NOT NULL
  ), kept AS (
    UPDATE attendance_decisions d SET role = NULL FROM told WHERE told.id = d.id AND told.is_match
  )
  DELETE FROM attendance_decisions d USING told WHERE told.id = d.id AND NOT told.is_match`;
