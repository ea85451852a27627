import { openChangesOf, READER_COLUMNS, SESSION_JSON } from '../people/reader';

/** A reminder lies at most so long before a start; sessions further away are not looked at. */
const LONGEST_LEAD = `interval '31 days'`;

/**
 * `$1`: now; `$2`: how many people at most. What is due, and with it whatever the same person has on the same day of theirs at the
 * same lead time. A start has as many moments as its rules have lead times; of those that have passed, the nearest alone
 * counts, so that a time without workers is not followed by two reminders at once. One that passed before the session got
 * this start counts for nobody: they were told of it since. Nothing is said of a session whose change can still be undone.
 */
const CHOSEN = `
  all_moments AS (
    SELECT s.id AS session_id, s.starts_at, s.time_zone, m.lead, s.starts_at - make_interval(mins => m.lead) AS due_at,
           min(m.lead) FILTER (WHERE s.starts_at - make_interval(mins => m.lead) <= $1) OVER (PARTITION BY s.id) AS nearest,
           (SELECT max(c.created_at) FROM session_changes c
            WHERE c.session_id = s.id AND c.undone_at IS NULL AND 'moved' = ANY (c.kinds)) AS moved_at
    FROM sessions s
    JOIN session_rules u ON u.session_id = s.id
    CROSS JOIN LATERAL unnest(u.reminders) AS m (lead)
    WHERE s.state = 'published' AND s.starts_at > $1 AND s.starts_at <= $1 + ${LONGEST_LEAD}
      AND NOT EXISTS (SELECT FROM ${openChangesOf('s.id')})
  ),
  moments AS (
    SELECT * FROM all_moments WHERE due_at > $1 OR moved_at IS NULL OR moved_at <= due_at
  ),
  due AS (
    SELECT DISTINCT r.participant_id, m.lead, day_in(m.starts_at, p.time_zone, m.time_zone) AS day
    FROM moments m
    JOIN registrations r ON r.session_id = m.session_id AND r.state = 'confirmed'
      AND coalesce(r.confirmed_at, r.created_at) <= m.due_at
    JOIN participants p ON p.id = r.participant_id AND p.email IS NOT NULL
    WHERE m.lead = m.nearest
      AND NOT EXISTS (
        SELECT FROM sent_reminders x
        WHERE x.registration_id = r.id AND x.lead_minutes = m.lead AND x.starts_at = m.starts_at)
    ORDER BY r.participant_id, m.lead, day
    LIMIT $2
  ),
  chosen AS (
    SELECT r.id AS registration_id, r.session_id, d.participant_id, d.lead, d.day, m.starts_at
    FROM due d
    JOIN participants p ON p.id = d.participant_id
    JOIN registrations r ON r.participant_id = d.participant_id AND r.state = 'confirmed'
    JOIN moments m ON m.session_id = r.session_id AND m.lead = d.lead
      AND (m.lead = m.nearest OR m.due_at > $1)
      AND coalesce(r.confirmed_at, r.created_at) <= least(m.due_at, $1)
    WHERE day_in(m.starts_at, p.time_zone, m.time_zone) = d.day
  )`;

/** The sessions of what is due, in the order in which they are locked. */
export const DUE_SESSIONS = `WITH ${CHOSEN} SELECT DISTINCT session_id AS id FROM chosen ORDER BY session_id`;

/** Nobody cancels, moves or resizes them while their reminders are written; several reminders may be written at once. */
export const SHARE_SESSIONS = `SELECT id FROM sessions WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE`;

/**
 * Takes what is due, each once whatever runs beside: the key refuses whoever comes second, and the order keeps two from waiting for
 * each other. `$3`: sessions that are locked; others wait for the next turn.
 */
export const CLAIM_REMINDERS = `
  WITH ${CHOSEN},
  claimed AS (
    INSERT INTO sent_reminders (registration_id, lead_minutes, starts_at, created_at)
    SELECT registration_id, lead, starts_at, $1 FROM chosen WHERE session_id = ANY ($3::uuid[])
    ORDER BY registration_id, lead
    ON CONFLICT DO NOTHING
    RETURNING registration_id, lead_minutes
  )
  SELECT c.registration_id AS "registrationId", c.lead_minutes AS "leadMinutes", ${READER_COLUMNS}, ${SESSION_JSON} AS session
  FROM claimed c
  JOIN registrations r ON r.id = c.registration_id
  JOIN participants p ON p.id = r.participant_id
  JOIN sessions s ON s.id = r.session_id
  JOIN series y ON y.id = s.series_id
  ORDER BY p.id, c.lead_minutes, s.starts_at, s.id`;

/**
 * `$1`: now. Digests that have not gone and no longer hold: what is left of them is due again, in a digest that does. Those of which
 * nothing is left to come stay what they are, too late.
 */
export const TAKE_BACK_STALE = `
  WITH gone AS (
    DELETE FROM outbox_messages
    WHERE state = 'queued' AND template = 'reminder' AND (useful_until IS NULL OR useful_until > $1) AND mail_is_outdated(id, $1)
    RETURNING id
  ), again AS (
    DELETE FROM sent_reminders x USING gone WHERE x.message_id = gone.id RETURNING x.registration_id
  )
  SELECT count(*)::int AS count FROM gone`;
