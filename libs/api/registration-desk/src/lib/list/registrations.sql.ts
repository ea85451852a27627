import { REGISTRATION_LIFE } from '@reihe/shared-contracts';
import type { RegistrationSort } from '@reihe/shared-registration';

const states = REGISTRATION_LIFE.map((state) => `'${state}'`).join(',');
const STATE = `array_position(ARRAY[${states}], r.state)`;

/** Who was there first decides between equals, so that pages never repeat anybody. Joins only where the order needs them. */
const ORDERS: Record<string, { from?: string; key: string }> = {
  registered: { key: 'r.created_at' },
  name: { key: 'lower(r.name)' },
  email: { from: 'JOIN participants p ON p.id = r.participant_id', key: 'p.email_key' },
  state: { key: STATE },
  organisation: { key: 'lower(r.organisation)' },
  position: { key: 'lower(r.job_position)' },
  city: { key: 'lower(r.city)' },
  country: { key: 'r.country' },
  language: { key: 'r.language' },
  session: { from: 'JOIN sessions s ON s.id = r.session_id', key: 's.starts_at' },
  place: { key: 'r.queue_number' },
  origin: { key: 'r.origin' },
  joined: { from: 'LEFT JOIN join_hints h ON h.registration_id = r.id', key: 'h.first_at' },
};

function orderOf(sort: RegistrationSort): { from: string; key: string; direction: string } {
  const isDown = sort.startsWith('-');
  const { from = '', key } = ORDERS[isDown ? sort.slice(1) : sort] ?? { key: 'r.created_at' };
  return { from, key, direction: isDown ? 'DESC NULLS LAST' : 'ASC NULLS LAST' };
}

/** The words of a registration as one searches them; the index `ix_registrations_words` has the same. */
export const WORDS = `folded(r.name || ' ' || r.organisation || ' ' || r.job_position || ' ' || r.city)`;

/**
 * $1 session id · $2 series id · $3 search, its signs for LIKE escaped · $4 states · $5 country · $6 language · $7 origin ·
 * $8 needs accessibility · $9 pressed "Join" · $10 from · $11 before · $12 question id · $13 its answer. Null is no filter.
 * Arrays rather than joins: beside `IS NULL OR` only they let an index find the rows.
 */
const FOUND = ({ from, key }: { from: string; key: string }) => `
  scope AS MATERIALIZED (SELECT s.id FROM sessions s WHERE s.id = $1 OR s.series_id = $2),
  found AS (
    SELECT r.id, r.created_at, ${key} AS key
    FROM registrations r ${from}
    WHERE r.session_id = ANY (ARRAY(SELECT id FROM scope))
      AND ($3::text IS NULL
        OR ${WORDS} LIKE '%' || folded($3) || '%'
        OR (r.name <> '' AND r.participant_id = ANY (ARRAY(
          SELECT p.id FROM participants p WHERE p.email_key LIKE '%' || lower($3) || '%'))))
      AND ($4::text[] IS NULL OR r.state = ANY ($4))
      AND ($5::text IS NULL OR r.country = $5)
      AND ($6::text IS NULL OR r.language = $6)
      AND ($7::text IS NULL OR r.origin = $7)
      AND ($8::boolean IS NULL OR CASE WHEN $8 THEN r.accessibility_needs <> '' ELSE r.accessibility_needs = '' END)
      AND ($9::boolean IS NULL OR $9 = false OR r.id = ANY (ARRAY(
        SELECT h.registration_id FROM join_hints h WHERE h.session_id = ANY (ARRAY(SELECT id FROM scope)))))
      AND ($9::boolean IS NULL OR $9 OR NOT EXISTS (SELECT FROM join_hints h WHERE h.registration_id = r.id))
      AND ($10::timestamptz IS NULL OR r.created_at >= $10)
      AND ($11::timestamptz IS NULL OR r.created_at < $11)
      AND ($12::uuid IS NULL OR $13::jsonb IS NULL OR r.id = ANY (ARRAY(
        SELECT a.registration_id FROM answers a
        WHERE a.question_id = $12 AND a.value @> $13 AND a.asked ->> 'kind' IN ('choice', 'many', 'country', 'consent'))))
  )`;

/**
 * Of registration `r`, its participant `p`, its session `s` with the title `t`, and its place `w.place`. No link, no token; of whom the session
 * keeps nothing any more no address, though they are known elsewhere.
 */
export const REGISTRATION_JSON = `
  jsonb_build_object(
    'id', r.id, 'participantId', r.participant_id, 'sessionId', r.session_id, 'sessionTitle', coalesce(t.title, s.slug),
    'sessionStartsAt', iso_instant(s.starts_at), 'timeZone', s.time_zone, 'state', r.state, 'name', r.name,
    'email', CASE WHEN r.name = '' THEN '' ELSE coalesce(p.email, '') END, 'organisation', r.organisation, 'position', r.job_position, 'city', r.city,
    'country', r.country, 'language', r.language, 'origin', r.origin, 'registeredAt', iso_instant(r.created_at),
    'confirmedAt', iso_instant(r.confirmed_at), 'endedAt', iso_instant(r.ended_at), 'place', w.place,
    'heldUntil', iso_instant(r.held_until), 'decisionReason', r.decision_reason,
    'accessibilityNeeds', r.accessibility_needs, 'allowsRecording', r.allows_recording,
    'joinHint', (
      SELECT jsonb_build_object('firstAt', iso_instant(h.first_at), 'lastAt', iso_instant(h.last_at), 'presses', h.presses)
      FROM join_hints h WHERE h.registration_id = r.id),
    'answers', coalesce((
      SELECT jsonb_agg(a.asked || jsonb_build_object('questionId', a.question_id, 'value', a.value) ORDER BY q.position, q.id)
      FROM answers a JOIN questions q ON q.id = a.question_id
      JOIN question_forms f ON f.id = q.form_id AND f.purpose = 'registration'
      WHERE a.registration_id = r.id), '[]'::jsonb)
  )`;

/** `$languages` of the reader; gives `t.title` of session `s` in series `y`. */
export const titleOf = (languages: string) => `
  LEFT JOIN LATERAL (
    SELECT x.title FROM session_translations x WHERE x.session_id = s.id
    ORDER BY language_rank(x.language, ${languages}, y.default_language) LIMIT 1
  ) t ON true`;

/** Further: $14 limit · $15 offset · $16 languages. No row: there is no such session or series. */
export const pageOfRegistrations = (sort: RegistrationSort) => {
  const order = orderOf(sort);
  const by = `key ${order.direction}, created_at, id`;
  return `
  WITH ${FOUND(order)},
  page AS (
    SELECT id, row_number() OVER (ORDER BY ${by}) AS nth FROM found ORDER BY ${by} LIMIT $14 OFFSET $15
  ),
  -- Counted over whole waiting lists, once for each session that the page shows somebody of.
  waiting AS (
    SELECT q.id, row_number() OVER (PARTITION BY q.session_id ORDER BY q.queue_number)::int AS place
    FROM registrations q
    WHERE q.state = 'waitlisted' AND q.session_id = ANY (ARRAY(
      SELECT DISTINCT r.session_id FROM page JOIN registrations r ON r.id = page.id WHERE r.state = 'waitlisted'))
  )
  SELECT
    (SELECT count(*)::int FROM found) AS total,
    (SELECT count(*)::int FROM join_hints WHERE session_id = ANY (ARRAY(SELECT id FROM scope))) AS "joinHints",
    coalesce((
      SELECT jsonb_agg(${REGISTRATION_JSON} ORDER BY page.nth)
      FROM page
      JOIN registrations r ON r.id = page.id
      JOIN participants p ON p.id = r.participant_id
      JOIN sessions s ON s.id = r.session_id
      JOIN series y ON y.id = s.series_id
      LEFT JOIN waiting w ON w.id = r.id
      ${titleOf('$16')}
    ), '[]'::jsonb) AS items
  FROM (SELECT id FROM sessions WHERE id = $1 UNION ALL SELECT id FROM series WHERE id = $2) asked`;
};

/** Further: $14 limit. */
export const idsOfRegistrations = (sort: RegistrationSort) => {
  const order = orderOf(sort);
  return `WITH ${FOUND(order)} SELECT id FROM found ORDER BY key ${order.direction}, created_at, id LIMIT $14`;
};

/** $1 session id · $2 series id. Questions that are asked there, and those asked once whose answers are kept. */
export const QUESTIONS_OF_DESK = `
  SELECT q.id, q.kind, q.texts, q.options, q.archived_at IS NOT NULL AS "isArchived"
  FROM question_forms f
  JOIN questions q ON q.form_id = f.id
  WHERE f.purpose = 'registration'
    AND (f.series_id = coalesce($2::uuid, (SELECT series_id FROM sessions WHERE id = $1))
      OR f.session_id = $1
      OR f.session_id = ANY (ARRAY(SELECT id FROM sessions WHERE series_id = $2)))
    AND (q.archived_at IS NULL OR EXISTS (SELECT FROM answers a WHERE a.question_id = q.id))
  ORDER BY f.series_id IS NULL, q.archived_at IS NOT NULL, q.position, q.id`;
