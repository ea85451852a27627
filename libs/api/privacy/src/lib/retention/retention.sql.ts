import { isNamed, saysSomething } from '../people/held-of-person.sql';
import { HOLDS_SOMETHING, SERIES_HOLDS_SOMETHING, SERIES_KEPT_UNTIL, SESSION_OF_MAIL } from './held.sql';

/** $1 now. Series with something whose time has come, that of which it came first first. */
export const DUE_SERIES = `
  SELECT n.id FROM (
    SELECT s.series_id AS id, k.kept_until FROM sessions s JOIN session_retention k ON k.session_id = s.id WHERE ${HOLDS_SOMETHING}
    UNION ALL
    SELECT y.id, ${SERIES_KEPT_UNTIL} FROM series y WHERE ${SERIES_HOLDS_SOMETHING}
  ) n
  WHERE n.kept_until < $1
  GROUP BY n.id ORDER BY min(n.kept_until), n.id`;

/** $1 series · $2 now. Whether the time of what is of no single session has come, and whether there is anything of that. */
export const SERIES_AS_A_WHOLE = `
  SELECT coalesce(${SERIES_KEPT_UNTIL} < $2, false) AS "isOver", ${SERIES_HOLDS_SOMETHING} AS "holdsSomething"
  FROM series y WHERE y.id = $1`;

/** $1 series · $2 now · $3 languages. Sessions whose time has come, as long as something is kept in any of them. */
export const DUE_SESSIONS = `
  SELECT s.id, coalesce(t.title, s.slug) AS title, iso_instant(s.ends_at) AS "endedAt", iso_instant(k.kept_until) AS "keptUntil",
         ${HOLDS_SOMETHING} AS "holdsSomething"
  FROM sessions s JOIN session_retention k ON k.session_id = s.id JOIN series y ON y.id = s.series_id
  LEFT JOIN LATERAL (
    SELECT x.title FROM session_translations x WHERE x.session_id = s.id
    ORDER BY language_rank(x.language, $3::text[], y.default_language) LIMIT 1
  ) t ON true
  WHERE s.series_id = $1 AND k.kept_until < $2
  ORDER BY s.ends_at, s.id`;

/**
 * Whoever has anything in the sessions, and who of them has something elsewhere: in a session whose time has not come, or in one whose
 * time has, and whose figures are still to be frozen. `$1` sessions · `$2` now
 */
const OF_SESSIONS = `
  WITH kept AS MATERIALIZED (
    SELECT k.session_id FROM session_retention k WHERE k.kept_until IS NULL OR k.kept_until >= $2
  ), people AS MATERIALIZED (
    SELECT r.participant_id AS id FROM registrations r WHERE r.session_id = ANY ($1::uuid[])
    UNION
    SELECT a.participant_id FROM attendees a WHERE a.session_id = ANY ($1::uuid[]) AND a.participant_id IS NOT NULL
  ), elsewhere AS MATERIALIZED (
    SELECT r.participant_id AS id FROM registrations r
    WHERE r.participant_id IN (SELECT p.id FROM people p) AND (
      r.session_id IN (SELECT k.session_id FROM kept k)
      OR (r.session_id <> ALL ($1::uuid[]) AND (
        ${saysSomething('r')} OR EXISTS (SELECT FROM answers w WHERE w.registration_id = r.id))))
    UNION
    SELECT a.participant_id FROM attendees a
    WHERE a.participant_id IN (SELECT p.id FROM people p) AND (
      a.session_id IN (SELECT k.session_id FROM kept k) OR (a.session_id <> ALL ($1::uuid[]) AND ${isNamed('a')}))
  )`;

/** With these sessions everything of them is gone. */
export const GOING_PEOPLE = `
  ${OF_SESSIONS}
  SELECT p.id AS "participantId", p.name, coalesce(p.email, '') AS email
  FROM people JOIN participants p ON p.id = people.id
  WHERE p.erased_at IS NULL AND p.merged_into_id IS NULL AND p.id NOT IN (SELECT e.id FROM elsewhere e)
  ORDER BY folded(p.name), p.id`;

export const STAYING_PEOPLE = `
  ${OF_SESSIONS}
  SELECT count(*)::int AS staying FROM people JOIN participants p ON p.id = people.id
  WHERE p.erased_at IS NULL AND p.merged_into_id IS NULL AND p.id IN (SELECT e.id FROM elsewhere e)`;

/**
 * $1 now · $2 among these, or null: among all. People of whom nothing says anything any more in any session, and who stayed for something
 * that has gone since: a report that was taken back, say.
 */
export const LEFT_BEHIND = `
  WITH kept AS MATERIALIZED (
    SELECT k.session_id FROM session_retention k WHERE k.kept_until IS NULL OR k.kept_until >= $1
  )
  SELECT p.id FROM participants p
  WHERE p.erased_at IS NULL AND p.merged_into_id IS NULL AND ($2::uuid[] IS NULL OR p.id = ANY ($2::uuid[]))
    AND (EXISTS (SELECT FROM registrations r WHERE r.participant_id = p.id)
         OR EXISTS (SELECT FROM attendees a WHERE a.participant_id = p.id))
    AND NOT EXISTS (
      SELECT FROM registrations r WHERE r.participant_id = p.id AND (
        r.session_id IN (SELECT k.session_id FROM kept k) OR ${saysSomething('r')}
        OR EXISTS (SELECT FROM answers w WHERE w.registration_id = r.id)))
    AND NOT EXISTS (
      SELECT FROM attendees a WHERE a.participant_id = p.id AND (
        a.session_id IN (SELECT k.session_id FROM kept k) OR ${isNamed('a')}))
  ORDER BY p.id LIMIT 1000`;

/** $1 people. Sessions that they have anything in. */
export const SESSIONS_OF_PEOPLE = `
  SELECT r.session_id AS id FROM registrations r WHERE r.participant_id = ANY ($1::uuid[])
  UNION
  SELECT a.session_id FROM attendees a WHERE a.participant_id = ANY ($1::uuid[])`;

/**
 * $1 sessions · $2 now · $3 series, null while others of it are kept · $4 people who go altogether. Mails that say something: of these people; about
 * one of the sessions; of a message to one of them or to the series; and of those about several sessions or none such as went to
 * somebody who had nothing then that is kept now.
 */
export const GOING_MAILS = `
  ${OF_SESSIONS}, written AS (
    SELECT c.outbox_id AS id FROM messages g JOIN message_recipients c ON c.message_id = g.id
    WHERE c.outbox_id IS NOT NULL AND (g.session_id = ANY ($1::uuid[]) OR g.series_id = $3)
  )
  SELECT m.id FROM outbox_messages m
  WHERE m.to_address <> '' AND m.participant_id IN (SELECT p.id FROM people p) AND (
    m.participant_id = ANY ($4::uuid[])
    OR ${SESSION_OF_MAIL} = ANY ($1::uuid[])
    OR m.id IN (SELECT w.id FROM written w)
    OR (${SESSION_OF_MAIL} IS NULL AND NOT EXISTS (
      SELECT FROM message_recipients c WHERE c.outbox_id = m.id
    ) AND NOT EXISTS (
      SELECT FROM registrations r
      WHERE r.participant_id = m.participant_id AND r.created_at <= m.created_at AND r.session_id IN (SELECT k.session_id FROM kept k))))`;

export const counted = (change: string) =>
  `WITH changed AS (${change} RETURNING 1) SELECT count(*)::int AS changed FROM changed`;

/** $1 sessions, of each statement. */
export const ANONYMISE = {
  answers: counted(
    `DELETE FROM answers w USING registrations r WHERE r.id = w.registration_id AND r.session_id = ANY ($1::uuid[])`,
  ),
  waiting: counted(
    `UPDATE registrations r SET queue_number = 0 WHERE r.session_id = ANY ($1::uuid[]) AND r.queue_number > 0`,
  ),
  joinLinks: counted(
    `DELETE FROM join_links j USING registrations r WHERE r.id = j.registration_id AND r.session_id = ANY ($1::uuid[])`,
  ),
  releaseLinks: counted(
    `DELETE FROM participant_links l USING registrations r WHERE r.id = l.registration_id AND r.session_id = ANY ($1::uuid[])`,
  ),
  certificates: counted(
    `UPDATE certificates c SET name = NULL, withdrawal_reason = '' FROM registrations r
     WHERE r.id = c.registration_id AND r.session_id = ANY ($1::uuid[]) AND (c.name IS NOT NULL OR c.withdrawal_reason <> '')`,
  ),
  feedback: counted(
    `UPDATE feedback f SET registration_id = NULL, given_on = NULL FROM registrations r
     WHERE r.id = f.registration_id AND r.session_id = ANY ($1::uuid[])`,
  ),
  /** That somebody pressed "Join" is counted, when and how often is not. */
  hints: counted(
    `UPDATE join_hints h SET first_at = s.starts_at, last_at = s.starts_at, presses = 1 FROM sessions s
     WHERE s.id = h.session_id AND s.id = ANY ($1::uuid[]) AND (h.first_at, h.last_at, h.presses) <> (s.starts_at, s.starts_at, 1)`,
  ),
  /** The minutes that all lines of somebody come to stand for each of them: counting anew gives the same. */
  lines: counted(
    `UPDATE attendance_spans t SET joined_at = NULL, left_at = NULL, minutes = p.minutes
     FROM attendees a JOIN presences p
       ON p.session_id = a.session_id AND (p.participant_id = a.participant_id OR p.attendee_id = a.id)
     WHERE t.attendee_id = a.id AND a.session_id = ANY ($1::uuid[]) AND (t.joined_at IS NOT NULL OR t.minutes <> p.minutes)`,
  ),
  files: counted(
    `UPDATE attendance_imports i SET file_name = '' WHERE i.session_id = ANY ($1::uuid[]) AND i.file_name <> ''`,
  ),
} as const;
