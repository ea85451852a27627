import { HISTORY_MAILS } from '@reihe/shared-registration';
import { REGISTRATION_JSON, titleOf } from '../list/registrations.sql';

/** Of participant `o`. */
const LIKELY_JSON = (because: string) => `
  jsonb_build_object(
    'id', o.id, 'name', o.name, 'email', coalesce(o.email, ''), 'organisation', o.organisation, 'city', o.city,
    'country', o.country, 'because', ${because},
    'registrations', (SELECT count(*)::int FROM registrations c WHERE c.participant_id = o.id))`;

const SAME_MAILBOX = `mailbox_key(o.email_key) = mailbox_key(p.email_key)`;
/** Without an organisation a name alone says nothing. */
const SAME_NAME = `person_key(o.name) = person_key(p.name) AND o.name <> '' AND p.organisation <> ''
  AND folded(o.organisation) = folded(p.organisation)`;

/** $1 participant · $2 languages. One statement for everything that is known of a person; what a mail says is not. */
export const HISTORY_OF_PARTICIPANT = `
  SELECT jsonb_build_object(
    'id', p.id, 'version', p.version, 'name', p.name, 'email', coalesce(p.email, ''), 'organisation', p.organisation,
    'position', p.job_position, 'city', p.city, 'country', p.country, 'language', p.language, 'timeZone', p.time_zone,
    'knownSince', iso_instant(p.created_at), 'verifiedAt', iso_instant(p.verified_at), 'isErased', p.erased_at IS NOT NULL,
    'mergedIntoId', p.merged_into_id,
    'otherAddresses', coalesce((
      SELECT jsonb_agg(o.email ORDER BY o.email) FROM participants o WHERE o.merged_into_id = p.id AND o.email IS NOT NULL
    ), '[]'::jsonb),
    'registrations', coalesce((
      SELECT jsonb_agg(${REGISTRATION_JSON} || jsonb_build_object('seriesId', y.id, 'seriesTitle', coalesce(yt.title, y.slug))
             ORDER BY s.starts_at DESC, r.created_at DESC)
      FROM registrations r
      JOIN sessions s ON s.id = r.session_id
      JOIN series y ON y.id = s.series_id
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS place FROM registrations q
        WHERE r.state = 'waitlisted' AND q.session_id = r.session_id AND q.state = 'waitlisted'
          AND q.queue_number <= r.queue_number
        HAVING r.state = 'waitlisted'
      ) w ON true
      ${titleOf('$2')}
      LEFT JOIN LATERAL (
        SELECT x.title FROM series_translations x WHERE x.series_id = y.id
        ORDER BY language_rank(x.language, $2, y.default_language) LIMIT 1
      ) yt ON true
      WHERE r.participant_id = p.id AND (r.name <> '' OR p.erased_at IS NOT NULL)
    ), '[]'::jsonb),
    'mails', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', m.id, 'template', m.template, 'subject', m.subject, 'state', m.state,
        'createdAt', iso_instant(m.created_at), 'sentAt', iso_instant(m.sent_at)) ORDER BY m.created_at DESC, m.id)
      FROM (SELECT * FROM outbox_messages WHERE participant_id = p.id ORDER BY created_at DESC LIMIT ${HISTORY_MAILS}) m
    ), '[]'::jsonb),
    'likelySame', coalesce((
      SELECT jsonb_agg(likely ORDER BY likely ->> 'name', likely ->> 'id') FROM (
        SELECT ${LIKELY_JSON(`'address'`)} AS likely FROM participants o
        WHERE o.id <> p.id AND o.merged_into_id IS NULL AND ${SAME_MAILBOX}
        UNION ALL
        SELECT ${LIKELY_JSON(`'name'`)} FROM participants o
        WHERE o.id <> p.id AND o.merged_into_id IS NULL AND ${SAME_NAME}
          AND (o.email_key IS NULL OR p.email_key IS NULL OR NOT ${SAME_MAILBOX})
      ) found WHERE p.merged_into_id IS NULL
    ), '[]'::jsonb)
  ) AS history
  FROM participants p WHERE p.id = $1`;

/** $1 session id · $2 series id · $3 limit. Pairs of which at least one is registered there. */
export const LIKELY_PAIRS = `
  WITH registered AS MATERIALIZED (
    SELECT DISTINCT r.participant_id AS id FROM registrations r
    WHERE r.session_id = ANY (ARRAY(SELECT s.id FROM sessions s WHERE s.id = $1 OR s.series_id = $2))
  ), pairs AS (
    SELECT least(p.id, o.id) AS one, greatest(p.id, o.id) AS other, 'address' AS because
    FROM registered g
    JOIN participants p ON p.id = g.id AND p.merged_into_id IS NULL
    JOIN participants o ON o.id <> p.id AND o.merged_into_id IS NULL AND ${SAME_MAILBOX}
    UNION
    SELECT least(p.id, o.id), greatest(p.id, o.id), 'name'
    FROM registered g
    JOIN participants p ON p.id = g.id AND p.merged_into_id IS NULL
    JOIN participants o ON o.id <> p.id AND o.merged_into_id IS NULL AND ${SAME_NAME}
  ), once AS (
    SELECT one, other, min(because) AS because FROM pairs GROUP BY one, other ORDER BY one, other LIMIT $3
  )
  SELECT (SELECT ${LIKELY_JSON('once.because')} FROM participants o WHERE o.id = once.one) AS one,
         (SELECT ${LIKELY_JSON('once.because')} FROM participants o WHERE o.id = once.other) AS other
  FROM once`;
