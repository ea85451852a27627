/** Of question `q`. */
const QUESTION = `
  jsonb_build_object(
    'id', q.id, 'kind', q.kind, 'isRequired', q.is_required, 'texts', q.texts, 'options', q.options, 'condition', q.condition,
    'min', q.min, 'max', q.max, 'answers', (SELECT count(*) FROM answers a WHERE a.question_id = q.id))`;

/** $1: series or session, $2: purpose. */
export const formOf = (column: 'series_id' | 'session_id') => `
  SELECT jsonb_build_object(
    'version', f.version,
    'questions', coalesce((
      SELECT jsonb_agg(${QUESTION} ORDER BY q.position, q.id)
      FROM questions q WHERE q.form_id = f.id AND q.archived_at IS NULL), '[]'::jsonb),
    'archived', coalesce((
      SELECT jsonb_agg(${QUESTION} ORDER BY q.archived_at DESC, q.id)
      FROM questions q WHERE q.form_id = f.id AND q.archived_at IS NOT NULL), '[]'::jsonb)
  ) AS form
  FROM question_forms f WHERE f.${column} = $1 AND f.purpose = $2`;

/** $1: form, $2: ids */
export const KNOWN_QUESTIONS = `
  WITH locked AS (SELECT q.* FROM questions q WHERE q.form_id = $1 OR q.id = ANY ($2::uuid[]) ORDER BY q.id FOR UPDATE)
  SELECT q.id, q.form_id AS "formId", q.kind, q.is_required AS "isRequired", q.texts, q.options, q.condition, q.min, q.max,
         q.archived_at IS NOT NULL AS "isArchived",
         (SELECT count(*)::int FROM answers a WHERE a.question_id = q.id) AS answers,
         CASE WHEN q.kind IN ('choice', 'many') THEN (
           SELECT coalesce(array_agg(DISTINCT c.id), '{}')
           FROM answers a
           CROSS JOIN LATERAL jsonb_array_elements_text(
             CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value ELSE jsonb_build_array(a.value) END) AS c(id)
           WHERE a.question_id = q.id) ELSE '{}' END AS chosen
  FROM locked q ORDER BY q.position, q.id`;

/** $1: series, $2: purpose */
export const DEPENDENT_FORMS = `
  SELECT s.id AS "sessionId", jsonb_agg(${QUESTION} ORDER BY q.position, q.id) AS questions
  FROM sessions s
  JOIN question_forms f ON f.session_id = s.id AND f.purpose = $2
  JOIN questions q ON q.form_id = f.id AND q.archived_at IS NULL
  WHERE s.series_id = $1
  GROUP BY s.id`;

/** $1: form, $2: the list as JSON, in its order */
export const PUT_QUESTIONS = `
  INSERT INTO questions (id, form_id, position, kind, is_required, texts, options, condition, min, max)
  SELECT (g.q ->> 'id')::uuid, $1, g.at, g.q ->> 'kind', (g.q ->> 'isRequired')::boolean, g.q -> 'texts', g.q -> 'options',
         nullif(g.q -> 'condition', 'null'::jsonb), (g.q ->> 'min')::int, (g.q ->> 'max')::int
  FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS g(q, at)
  ON CONFLICT (id) DO UPDATE
  SET position = EXCLUDED.position, kind = EXCLUDED.kind, is_required = EXCLUDED.is_required, texts = EXCLUDED.texts,
      options = EXCLUDED.options, condition = EXCLUDED.condition, min = EXCLUDED.min, max = EXCLUDED.max, archived_at = NULL`;

/** $1: form, $2: ids that stay, $3: now. Locked before (`KNOWN_QUESTIONS`), so that none is answered in between. */
export const RETIRE_QUESTIONS = `
  WITH gone AS (
    SELECT q.id, EXISTS (SELECT FROM answers a WHERE a.question_id = q.id) AS is_answered
    FROM questions q WHERE q.form_id = $1 AND q.id <> ALL ($2::uuid[]) AND q.archived_at IS NULL
  ), removed AS (
    DELETE FROM questions q USING gone WHERE q.id = gone.id AND NOT gone.is_answered
  )
  UPDATE questions q SET archived_at = $3, condition = NULL FROM gone WHERE q.id = gone.id AND gone.is_answered`;
