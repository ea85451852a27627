const GROUPS = `CASE $2
    WHEN 'guests' THEN a.role = 'attendee' AND a.participant_id IS NULL
    WHEN 'identified' THEN a.role = 'attendee' AND a.participant_id IS NOT NULL
    WHEN 'short' THEN coalesce(p.role, g.role) = 'attendee' AND NOT coalesce(p.has_come, g.has_come)
    WHEN 'apart' THEN a.role <> 'attendee'
    ELSE true END`;

/**
 * Those whom the reports of a session name. Guests of whom nothing was decided come first where somebody known has the same name; those
 * of the page that is asked for are compared with whoever registered for the session and with people of the same name anywhere:
 * suggestions for somebody to look at, never matches. Comparing all of them takes as long as guests times registrations.
 * $1 session · $2 group, or null · $3 words, folded, or null · $4 limit · $5 offset
 */
export const ATTENDEES = `
  WITH found AS MATERIALIZED (
    SELECT a.*, coalesce(p.minutes, g.minutes) AS minutes, coalesce(p.has_come, g.has_come) AS has_come, CASE WHEN a.participant_id IS NULL AND a.matched_by IS NULL AND a.role = 'attendee'
      AND a.name <> '' AND a.key NOT LIKE 'stay:%' THEN person_key(a.name) END AS open_key
    FROM attendees a
    LEFT JOIN presences p ON p.session_id = a.session_id AND p.participant_id = a.participant_id
    LEFT JOIN presences g ON g.attendee_id = a.id
    WHERE a.session_id = $1 AND ${GROUPS}
      AND ($3::text IS NULL OR folded(a.name || ' ' || a.email || ' ' || a.organisation) LIKE $3)
  ), registered AS MATERIALIZED (
    SELECT r.participant_id AS id, person_key(r.name) AS key, r.name, r.organisation, r.city, true AS is_registered
    FROM registrations r
    WHERE r.session_id = $1 AND r.state IN ('confirmed', 'waitlisted', 'awaiting-approval') AND r.name <> ''
      AND EXISTS (SELECT FROM found f WHERE f.open_key IS NOT NULL)
  ), known AS MATERIALIZED (
    SELECT * FROM registered
    UNION ALL
    SELECT o.id, g.key, o.name, o.organisation, o.city, false
    FROM (SELECT DISTINCT f.open_key AS key FROM found f WHERE f.open_key IS NOT NULL) g
    CROSS JOIN LATERAL (
      SELECT o.* FROM participants o WHERE person_key(o.name) = g.key AND o.merged_into_id IS NULL AND o.name <> ''
        AND o.id NOT IN (SELECT r.id FROM registered r)
      -- Looked up by the index, name after name, whatever the planner thinks of how many there are.
      OFFSET 0
    ) o
  ), page AS MATERIALIZED (
    SELECT f.*, row_number() OVER () AS place FROM (
      SELECT f.* FROM found f
      ORDER BY f.open_key IS NOT NULL AND f.open_key IN (SELECT k.key FROM known k) DESC, lower(f.name), f.id LIMIT $4 OFFSET $5
    ) f
  ), suggested AS MATERIALIZED (
    SELECT f.id AS guest_id, jsonb_agg(jsonb_build_object('participantId', s.id, 'name', s.name, 'organisation', s.organisation,
        'email', coalesce((SELECT q.email FROM participants q WHERE q.id = s.id), ''), 'reasons', s.reasons) ORDER BY s.place) AS people
    FROM page f CROSS JOIN LATERAL (
      SELECT k.id, k.name, k.organisation, x.reasons,
        row_number() OVER (ORDER BY k.key = f.open_key DESC, cardinality(x.reasons) DESC, similarity(k.key, f.open_key) DESC,
                                    k.name, k.id) AS place
      FROM known k CROSS JOIN LATERAL (
        SELECT array_remove(ARRAY[
          CASE WHEN k.key = f.open_key THEN 'same-name' ELSE 'similar-name' END,
          CASE WHEN f.organisation <> '' AND folded(k.organisation) = folded(f.organisation) THEN 'same-organisation' END,
          CASE WHEN f.city <> '' AND folded(k.city) = folded(f.city) THEN 'same-city' END,
          CASE WHEN k.is_registered THEN 'registered' END], NULL) AS reasons
      ) x
      WHERE k.key = f.open_key OR (k.is_registered AND similarity(k.key, f.open_key) >= 0.55)
      ORDER BY place LIMIT 3
    ) s
    WHERE f.open_key IS NOT NULL
    GROUP BY f.id
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
      'matchedBy', f.matched_by, 'reason', f.reason, 'suggestions', coalesce(u.people, '[]'))
      ORDER BY f.place)
    FROM page f LEFT JOIN suggested u ON u.guest_id = f.id LEFT JOIN participants q ON q.id = f.participant_id), '[]') AS items`;

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
