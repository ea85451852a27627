/** Columns of somebody who is not known any more. */
export const NOBODY = `email = NULL, email_key = NULL, name = '', organisation = '', job_position = '', city = '', country = NULL,
  time_zone = 'UTC'`;

/** `$1`: now. Whom an organiser entered is vouched for, and whom a meeting report names was there. */
export const NEVER_PROVEN = `p.verified_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
  AND NOT EXISTS (
    SELECT FROM registrations r
    WHERE r.participant_id = p.id
      AND (r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted') OR r.origin IN ('staff', 'import'))
  )
  AND NOT EXISTS (SELECT FROM attendees a WHERE a.participant_id = p.id)
  AND NOT EXISTS (SELECT FROM participant_links l WHERE l.participant_id = p.id AND l.expires_at > $1)`;

/** Of a row with an organisation: tells one organisation from another and not which, as counts by organisation compare them. */
export const traceOf = (row: string) =>
  `coalesce(${row}.organisation_trace, CASE WHEN ${row}.organisation <> '' THEN md5(folded(${row}.organisation)) END)`;

/** $1 attendees. What somebody decided of their names holds for nobody any more. */
export const DECISIONS_ABOUT = `
  DELETE FROM attendance_decisions d USING attendees a JOIN sessions s ON s.id = a.session_id
  WHERE a.id = ANY ($1::uuid[]) AND d.series_id = s.series_id AND d.key = a.key`;

/** @param which attendees `a` */
export const forgetPresences = (which: string) => `
  UPDATE presences p SET organisation_trace = ${traceOf('p')}, organisation = ''
  FROM attendees a
  WHERE ${which} AND p.session_id = a.session_id AND (p.participant_id = a.participant_id OR p.attendee_id = a.id)`;
