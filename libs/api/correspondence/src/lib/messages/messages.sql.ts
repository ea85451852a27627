import { READER_COLUMNS, SESSION_JSON } from '../people/reader';

/** Whose message: the session it is about, or the series. */
export type MessageOwner = { sessionId: string; seriesId: null } | { sessionId: null; seriesId: string };

/** Whoever writes to a session that was called off means its people; of a series such sessions are nobody's any more. */
export function ownerCondition({ sessionId }: MessageOwner): string {
  return sessionId === null ? `s.series_id = $1 AND s.state <> 'cancelled'` : 'r.session_id = $1';
}

/** `$1`: session or series; `$2`: registrations; `$3`: states; `$4`: countries; `$5`: languages. Empty lists narrow nothing but `$3`. */
export function selected(owner: MessageOwner): string {
  return `
    SELECT r.id, r.participant_id, r.state, p.language, s.series_id, s.starts_at
    FROM registrations r
    JOIN sessions s ON s.id = r.session_id
    JOIN participants p ON p.id = r.participant_id AND p.email IS NOT NULL
    WHERE ${ownerCondition(owner)} AND r.state = ANY ($3::text[])
      AND (cardinality($2::uuid[]) = 0 OR r.id = ANY ($2::uuid[]))
      AND (cardinality($4::text[]) = 0 OR r.country = ANY ($4::text[]))
      AND (cardinality($5::text[]) = 0 OR p.language = ANY ($5::text[]))`;
}

export function audience(owner: MessageOwner): string {
  return `
    WITH chosen AS (${selected(owner)}),
    people AS (
      SELECT participant_id, language, bool_or(state = 'confirmed') AS has_place,
             EXISTS (
               SELECT FROM news_opt_outs o
               WHERE o.participant_id = c.participant_id AND (o.series_id IS NULL OR o.series_id = c.series_id)
             ) AS is_unsubscribed
      FROM chosen c GROUP BY participant_id, language, series_id
    )
    SELECT (SELECT count(*)::int FROM people) AS people,
           (SELECT count(*)::int FROM people WHERE NOT has_place) AS "withoutJoinAddress",
           (SELECT count(*)::int FROM people WHERE is_unsubscribed) AS unsubscribed,
           coalesce((SELECT jsonb_agg(jsonb_build_object('language', language, 'people', n) ORDER BY n DESC, language)
             FROM (SELECT language, count(*)::int AS n FROM people GROUP BY language) l), '[]') AS languages,
           coalesce((SELECT jsonb_agg(jsonb_build_object('state', state, 'registrations', n) ORDER BY n DESC, state)
             FROM (SELECT state, count(*)::int AS n FROM chosen GROUP BY state) l), '[]') AS states`;
}

/** `$6`: the message. Everybody once, whatever they registered for. */
export function addRecipients(owner: MessageOwner): string {
  return `
    WITH chosen AS (${selected(owner)})
    INSERT INTO message_recipients (message_id, participant_id, position, registration_ids)
    SELECT $6, participant_id, row_number() OVER (ORDER BY min(starts_at), participant_id), array_agg(id ORDER BY starts_at, id)
    FROM chosen GROUP BY participant_id
    RETURNING participant_id`;
}

/** Places of participant `p` among the registrations `ids` that still are in one of `states`; in sessions called off where `unless`. */
const places = (ids: string, states: string, unless: string) => `
  (SELECT jsonb_agg(jsonb_build_object('registrationId', r.id, 'state', r.state, 'session', ${SESSION_JSON})
                    ORDER BY s.starts_at, s.id)
   FROM registrations r
   JOIN sessions s ON s.id = r.session_id
   JOIN series y ON y.id = s.series_id
   WHERE r.id = ANY (${ids}) AND r.state = ANY (${states}::text[]) AND (s.state <> 'cancelled' OR ${unless}))`;

/** `$1`: the message; `$2`: states; `$3`: its series; `$4`: how many; `$5`: its session, if it is one's. Whose turn is next, as things are now. */
export const NEXT_RECIPIENTS = `
  SELECT ${READER_COLUMNS}, coalesce(${places('c.registration_ids', '$2', 's.id = $5')}, '[]') AS places,
         EXISTS (
           SELECT FROM news_opt_outs o WHERE o.participant_id = p.id AND (o.series_id IS NULL OR o.series_id = $3)
         ) AS "isUnsubscribed"
  FROM message_recipients c
  JOIN participants p ON p.id = c.participant_id
  WHERE c.message_id = $1 AND c.outcome = 'waiting'
  ORDER BY c.position
  LIMIT $4`;

/** An example of a reader of language `$6`. */
export function example(owner: MessageOwner): string {
  return `
    WITH chosen AS (${selected(owner)}),
    first AS (
      SELECT participant_id, array_agg(id) AS ids FROM chosen WHERE language = $6
      GROUP BY participant_id ORDER BY bool_or(state = 'confirmed') DESC, min(starts_at), participant_id LIMIT 1
    )
    SELECT ${READER_COLUMNS}, coalesce(${places('first.ids', '$3', 'true')}, '[]') AS places,
           false AS "isUnsubscribed"
    FROM first JOIN participants p ON p.id = first.participant_id`;
}

/** Of message `m`. A mail that went with its person's erasure had been sent. */
export const PROGRESS = `
  (SELECT jsonb_build_object(
     'total', count(*),
     'waiting', count(*) FILTER (WHERE c.outcome = 'waiting'),
     'leftOut', count(*) FILTER (WHERE c.outcome = 'left-out'),
     'bounced', count(*) FILTER (WHERE c.bounced_at IS NOT NULL),
     'queued', count(*) FILTER (WHERE c.outcome = 'written' AND c.bounced_at IS NULL AND b.state IN ('queued', 'sending')),
     'failed', count(*) FILTER (WHERE c.outcome = 'written' AND c.bounced_at IS NULL AND b.state = 'failed'),
     'sent', count(*) FILTER (WHERE c.outcome = 'written' AND c.bounced_at IS NULL AND coalesce(b.state, 'sent') = 'sent'))
   FROM message_recipients c LEFT JOIN outbox_messages b ON b.id = c.outbox_id
   WHERE c.message_id = m.id)`;

/** Of recipient `c` and their mail `b`. */
export const DELIVERY = `
  CASE
    WHEN c.outcome = 'left-out' THEN 'left-out'
    WHEN c.outcome = 'waiting' THEN 'waiting'
    WHEN c.bounced_at IS NOT NULL THEN 'bounced'
    WHEN b.state IN ('queued', 'sending') THEN 'queued'
    WHEN b.state = 'failed' THEN 'failed'
    ELSE 'sent'
  END`;
