/** `f` changed figures, `c` recaps, `y` its series. $1 languages */
const CHANGE = `
  jsonb_build_object(
    'measure', f.measure, 'sessionId', f.session_id, 'rounding', f.rounding, 'before', f.before, 'now', f.now,
    'sessionTitles', (
      SELECT coalesce(jsonb_agg((
        SELECT t.title FROM session_translations t WHERE t.session_id = s.id
        ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
      ) ORDER BY s.starts_at, s.id), '[]'::jsonb)
      FROM sessions s WHERE s.id = f.session_id OR s.id = ANY (f.session_ids)))
  || CASE WHEN f.session_ids IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('sessionIds', to_jsonb(f.session_ids)) END
`;

/** $1 languages · $2 recap */
export const RECAP_FIGURES = `
  SELECT jsonb_build_object(
    'revision', c.current_revision, 'mode', coalesce(v.figures, c.figures),
    'takenAt', CASE WHEN v.figure_values IS NOT NULL THEN iso_instant(v.figures_at) END,
    'changes', coalesce((
      SELECT jsonb_agg(${CHANGE} ORDER BY f.key, f.rounding) FROM changed_figures(c.id) f), '[]'::jsonb)
  ) AS figures
  FROM recaps c JOIN series y ON y.id = c.series_id
  LEFT JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
  WHERE c.id = $2
`;

/** $1 recap · $2 revision · $3 kept or null · $4 told or null. What was said of another revision is forgotten. */
export const SAY_OF_FIGURES = `
  INSERT INTO recap_figure_notices AS n (recap_id, revision, kept, told)
  VALUES ($1, $2, coalesce($3, '{}'::jsonb), coalesce($4, '{}'::jsonb))
  ON CONFLICT (recap_id) DO UPDATE SET
    kept = CASE WHEN n.revision = excluded.revision THEN n.kept ELSE '{}' END || excluded.kept,
    told = CASE WHEN n.revision = excluded.revision THEN n.told ELSE '{}' END || excluded.told,
    revision = excluded.revision
`;

/**
 * Published recaps with figures that have changed and of which their owner was not told yet as they are now; only of series whose rules
 * want that. $1 an owner, or null: everybody
 */
export const UNTOLD_FIGURES = `
  SELECT o.id AS "ownerId", o.name, o.email, o.language, c.id AS "recapId", c.current_revision AS revision,
    y.time_zone AS "timeZone", f.now, f.changes,
    (SELECT t.title FROM recap_translations t WHERE t.recap_id = c.id
     ORDER BY language_rank(t.language, ARRAY[o.language], y.default_language) LIMIT 1) AS title
  FROM published_recaps p
  JOIN recaps c ON c.id = p.recap_id
  JOIN series y ON y.id = c.series_id
  JOIN recap_assignments a ON a.recap_id = c.id AND ($1::uuid IS NULL OR a.owner_id = $1)
  JOIN staff_accounts o ON o.id = a.owner_id AND o.is_active
  LEFT JOIN series_recap_rules r ON r.series_id = y.id
  LEFT JOIN recap_figure_notices n ON n.recap_id = c.id AND n.revision = c.current_revision
  CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(f.key, f.now) AS now, count(*)::int AS changes FROM changed_figures(c.id) f
  ) f
  WHERE coalesce(r.tells_figures, true) AND f.changes > 0 AND NOT coalesce(n.told, '{}'::jsonb) @> f.now
  ORDER BY o.id, title, c.id
`;

/** $1 account · $2 now. Nothing where it was written to within the last day, give or take the minutes that a job takes. */
export const CLAIM_DIGEST = `
  INSERT INTO recap_figure_digests AS d (account_id, sent_at) VALUES ($1, $2)
  ON CONFLICT (account_id) DO UPDATE SET sent_at = excluded.sent_at
  WHERE d.sent_at <= excluded.sent_at - interval '23 hours'
  RETURNING 1
`;
