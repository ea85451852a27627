import { TOLD_REGISTRATION_STATES } from '@reihe/shared-policies';

const told = TOLD_REGISTRATION_STATES.map((state) => `'${state}'`).join(', ');

/** Who declined is not; of a draft who was not asked knows nothing. Wants `c` (contributions) and `s`. */
const IS_WRITTEN_TO = `c.invitation_state <> 'declined' AND (c.invitation_state <> 'none' OR s.state <> 'draft')`;

/** $1 session ids. In ascending order, so that two who want the same sessions never wait for each other. */
export const LOCK_SESSIONS = `SELECT id FROM sessions WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** $1 session ids · $2 languages of the reader. People who were erased can neither be told nor move up. */
export const BULK_SESSIONS = `
  SELECT s.id, s.version, s.state, t.title, yt.title AS "seriesTitle", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         s.starts_local AS "startsLocal", s.ends_local AS "endsLocal", s.time_zone AS "timeZone",
         s.registration_opens_at AS "registrationOpensAt", s.registration_closes_at AS "registrationClosesAt",
         s.capacity, y.default_language AS "seriesLanguage",
         coalesce(n.confirmed, 0) AS confirmed, coalesce(n.waiting, 0) AS waiting,
         coalesce(n.people, 0) AS people, coalesce(n.registrations, 0) AS registrations,
         (SELECT count(DISTINCT p.id)::int FROM contributions c JOIN speakers p ON p.id = c.speaker_id
          WHERE c.session_id = s.id AND p.email <> '' AND ${IS_WRITTEN_TO}) AS speakers,
         (SELECT jsonb_object_agg(x.language, jsonb_build_object('title', x.title, 'abstract', ''))
          FROM session_translations x WHERE x.session_id = s.id) AS translations
  FROM sessions s
  JOIN series y ON y.id = s.series_id
  CROSS JOIN LATERAL (
    SELECT x.title FROM session_translations x WHERE x.session_id = s.id
    ORDER BY language_rank(x.language, $2, y.default_language) LIMIT 1
  ) t
  CROSS JOIN LATERAL (
    SELECT x.title FROM series_translations x WHERE x.series_id = y.id
    ORDER BY language_rank(x.language, $2, y.default_language) LIMIT 1
  ) yt
  LEFT JOIN (
    SELECT r.session_id,
           count(*) FILTER (WHERE r.state = 'confirmed' OR r.held_until IS NOT NULL)::int AS confirmed,
           count(*) FILTER (WHERE r.state = 'waitlisted' AND p.erased_at IS NULL)::int AS waiting,
           count(*) FILTER (WHERE r.state IN (${told}) AND p.email IS NOT NULL)::int AS people,
           count(*)::int AS registrations
    FROM registrations r JOIN participants p ON p.id = r.participant_id
    WHERE r.session_id = ANY ($1::uuid[])
    GROUP BY r.session_id
  ) n ON n.session_id = s.id
  WHERE s.id = ANY ($1::uuid[])
  ORDER BY s.starts_at, s.slug
`;

/** $1 session ids. Nobody is counted twice, though they get a mail for each of their sessions. */
export const TOLD_OVER_ALL = `
  SELECT
    (SELECT count(DISTINCT p.id)::int FROM registrations r JOIN participants p ON p.id = r.participant_id
     WHERE r.session_id = ANY ($1::uuid[]) AND r.state IN (${told}) AND p.email IS NOT NULL) AS people,
    (SELECT count(DISTINCT p.id)::int
     FROM contributions c JOIN speakers p ON p.id = c.speaker_id JOIN sessions s ON s.id = c.session_id
     WHERE s.id = ANY ($1::uuid[]) AND p.email <> '' AND ${IS_WRITTEN_TO}) AS speakers
`;
