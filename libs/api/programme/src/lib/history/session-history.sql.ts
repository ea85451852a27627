/** $1 session id · $2 limit · $3 offset */
export const SESSION_HISTORY = `
  SELECT (SELECT count(*)::int FROM session_versions WHERE session_id = $1) AS total,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'version', v.version, 'at', iso_instant(v.at), 'by', a.name, 'action', v.action, 'state', v.state,
      'content', v.content
    ) ORDER BY v.version DESC)
    FROM (
      SELECT * FROM session_versions WHERE session_id = $1 ORDER BY version DESC LIMIT $2 OFFSET $3
    ) v
    LEFT JOIN staff_accounts a ON a.id = v.account_id
  ), '[]'::jsonb) AS items,
  (
    SELECT content FROM session_versions WHERE session_id = $1 ORDER BY version DESC LIMIT 1 OFFSET $2 + $3
  ) AS before
`;

/** $1 regions · $2 categories · $3 speakers: which of them are still there */
export const STILL_THERE = `
  SELECT id FROM regions WHERE id = ANY ($1)
  UNION ALL SELECT id FROM categories WHERE id = ANY ($2)
  UNION ALL SELECT id FROM speakers WHERE id = ANY ($3)
`;
