/** Wants `s` (sessions), `y` (its series) and $2, the purpose. Those of the series first: conditions name what was asked before. */
const QUESTIONS = `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', q.id, 'kind', q.kind, 'isRequired', q.is_required, 'texts', q.texts, 'options', q.options,
      'condition', q.condition, 'min', q.min, 'max', q.max, 'isOfSeries', f.series_id IS NOT NULL
    ) ORDER BY f.series_id IS NULL, q.position, q.id)
    FROM question_forms f
    JOIN questions q ON q.form_id = f.id AND q.archived_at IS NULL
    WHERE (f.series_id = s.series_id OR f.session_id = s.id) AND f.purpose = $2
  ), '[]'::jsonb)`;

const SESSIONS = `
  SELECT s.id, s.slug, y.default_language AS "defaultLanguage", u.mode, u.hold_minutes AS "holdMinutes",
         u.asks_accessibility AS "asksAccessibility", u.asks_recording AS "asksRecording", ${QUESTIONS} AS questions
  FROM sessions s
  JOIN series y ON y.id = s.series_id
  CROSS JOIN LATERAL (SELECT * FROM session_rules u WHERE u.session_id = s.id LIMIT 1) u`;

/** $1: ids. */
export const QUESTIONS_OF_SESSIONS = `
  ${SESSIONS} WHERE s.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], s.id)`;

/** $1: slugs. Only what the public may see. */
export const QUESTIONS_OF_PUBLIC_SESSIONS = `
  ${SESSIONS} WHERE s.slug = ANY ($1::text[]) AND s.state <> 'draft' AND y.state = 'published'
  ORDER BY array_position($1::text[], s.slug)`;

/**
 * $1: the answers as JSON, $2: registrations whose earlier answers go unless they are among them, $3: now. A question that was removed
 * meanwhile takes its answer along: locked, so that whoever removes one either sees the answer or is seen; in ascending order, so that
 * nobody who locks several waits for this while this waits for them.
 */
export const STORE_ANSWERS = `
  WITH given AS (
    SELECT g.* FROM jsonb_to_recordset($1::jsonb) AS g("registrationId" uuid, "questionId" uuid, value jsonb, asked jsonb)
    JOIN questions q ON q.id = g."questionId"
    ORDER BY q.id FOR KEY SHARE OF q
  ), dropped AS (
    DELETE FROM answers a USING questions q, question_forms f
    WHERE a.registration_id = ANY ($2::uuid[]) AND q.id = a.question_id AND q.archived_at IS NULL
      AND f.id = q.form_id AND f.purpose = 'registration'
      AND NOT EXISTS (
        SELECT FROM given g WHERE g."registrationId" = a.registration_id AND g."questionId" = a.question_id)
  )
  INSERT INTO answers (registration_id, question_id, value, asked, answered_at)
  SELECT "registrationId", "questionId", value, asked, $3 FROM given ORDER BY "questionId", "registrationId"
  ON CONFLICT (registration_id, question_id) DO UPDATE
  SET value = EXCLUDED.value, asked = EXCLUDED.asked, answered_at = EXCLUDED.answered_at`;
