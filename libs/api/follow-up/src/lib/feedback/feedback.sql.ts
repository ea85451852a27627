/** Serialises those who give feedback on one session. */
export const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtextextended('feedback ' || $1, 0))`;

/** $1 session · $2 registration · $3 rating · $4 comment · $5 answers · $6 day */
export const SAVE_NAMED = `
  INSERT INTO feedback (session_id, registration_id, rating, comment, answers, given_on)
  VALUES ($1, $2, $3, $4, $5::jsonb, $6)
  ON CONFLICT (registration_id) DO UPDATE
  SET rating = EXCLUDED.rating, comment = EXCLUDED.comment, answers = EXCLUDED.answers, given_on = EXCLUDED.given_on`;

/**
 * Writes all anonymous feedback of the session anew together with the new one, in the order of ids that mean nothing: else the place
 * of a row in its table, or the transaction that wrote it, would say which of those who gave feedback it came from.
 * What somebody said with a name that is erased since was never anonymous: it stays where it is.
 * $1 session · $2 hash of its key · $3 rating · $4 comment · $5 answers
 */
export const ADD_ANONYMOUS = `
  WITH before AS (
    DELETE FROM feedback WHERE session_id = $1 AND key_hash IS NOT NULL
    RETURNING id, key_hash, rating, comment, answers
  )
  INSERT INTO feedback (id, session_id, key_hash, rating, comment, answers)
  SELECT n.id, $1, n.key_hash, n.rating, n.comment, n.answers
  FROM (
    SELECT * FROM before
    UNION ALL
    SELECT gen_random_uuid(), $2::text, $3::int, $4::text, $5::jsonb
  ) n ORDER BY n.id`;

/** $1 hash of its key · $2 rating · $3 comment · $4 answers */
export const CHANGE_ANONYMOUS = `
  WITH changed AS (
    UPDATE feedback SET rating = $2, comment = $3, answers = $4::jsonb WHERE key_hash = $1 RETURNING id
  ) SELECT id FROM changed`;

/** $1 languages · $2 hash of its key */
export const ANONYMOUS = `
  SELECT f.rating, f.comment, f.answers, s.id AS "sessionId", s.slug, s.state, s.ends_at AS "endsAt", t.title, t.language
  FROM feedback f
  JOIN sessions s ON s.id = f.session_id
  JOIN series y ON y.id = s.series_id
  CROSS JOIN LATERAL (
    SELECT t.title, t.language FROM session_translations t WHERE t.session_id = s.id
    ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
  ) t
  WHERE f.key_hash = $2`;

/** $1 session */
export const RESULTS = `
  SELECT s.state, s.ends_at AS "endsAt", s.slug,
    (SELECT count(*)::int FROM registrations r WHERE r.session_id = s.id AND r.state = 'confirmed') AS asked,
    (SELECT count(*)::int FROM feedback_givers g JOIN registrations r ON r.id = g.registration_id
     WHERE r.session_id = s.id) AS given,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'name', nullif(r.name, ''), 'isAnonymous', f.key_hash IS NOT NULL, 'rating', f.rating, 'comment', f.comment,
        'answers', f.answers) ORDER BY f.key_hash IS NOT NULL, lower(r.name), f.id)
      FROM feedback f LEFT JOIN registrations r ON r.id = f.registration_id
      WHERE f.session_id = s.id), '[]'::jsonb) AS feedback
  FROM sessions s WHERE s.id = $1`;
