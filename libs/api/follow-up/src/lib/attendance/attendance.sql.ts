/** Everybody with a confirmed place, and what is known of their coming. $1 the session */
export const ATTENDANCE = `
  SELECT r.id AS "registrationId", r.name, r.organisation, r.city, r.country,
    CASE WHEN h.registration_id IS NULL THEN NULL ELSE jsonb_build_object(
      'firstAt', iso_instant(h.first_at), 'lastAt', iso_instant(h.last_at), 'presses', h.presses) END AS "joinHint",
    coalesce((SELECT jsonb_agg(a.evidence ORDER BY a.evidence) FROM attendances a WHERE a.registration_id = r.id), '[]') AS evidence,
    (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'issuedAt', iso_instant(c.issued_at),
                               'withdrawnAt', iso_instant(c.withdrawn_at), 'withdrawalReason', c.withdrawal_reason)
     FROM certificates c WHERE c.registration_id = r.id
     ORDER BY c.withdrawn_at IS NULL DESC, c.issued_at DESC LIMIT 1) AS certificate
  FROM registrations r
  LEFT JOIN join_hints h ON h.registration_id = r.id
  WHERE r.session_id = $1 AND r.state = 'confirmed'
  ORDER BY lower(r.name), r.id`;

/** $1 the session */
export const SESSION_OF_ATTENDANCE = `
  SELECT s.state, s.starts_at AS "startsAt", u.offers_certificates AS "offersCertificates"
  FROM sessions s JOIN session_rules u ON u.session_id = s.id WHERE s.id = $1`;

/** Ids of those who were not marked. $1 the session · $2 registrations · $3 who · $4 when */
export const MARK_PRESENT = `
  INSERT INTO attendances (registration_id, evidence, recorded_by, recorded_at)
  SELECT r.id, 'manual', $3, $4 FROM registrations r
  WHERE r.session_id = $1 AND r.state = 'confirmed' AND r.id = ANY ($2::uuid[])
    AND NOT EXISTS (SELECT FROM attendances a WHERE a.registration_id = r.id)
  ON CONFLICT DO NOTHING RETURNING registration_id AS id`;

/** Ids of those who were marked by hand. $1 the session · $2 registrations */
export const MARK_ABSENT = `
  WITH gone AS (
    DELETE FROM attendances a USING registrations r
    WHERE r.id = a.registration_id AND r.session_id = $1 AND r.id = ANY ($2::uuid[]) AND a.evidence = 'manual'
    RETURNING r.id
  ) SELECT id FROM gone`;
