/** A report \`f\` as the contract has it. */
const REPORT = `
  jsonb_build_object(
    'id', f.id, 'seriesId', f.series_id, 'language', f.language, 'format', f.format, 'basis', f.basis,
    'hidesSmall', f.hides_small,
    'from', to_char(f.starts_on, 'YYYY-MM-DD'), 'to', to_char(f.ends_on, 'YYYY-MM-DD'),
    'state', f.state, 'done', f.done, 'of', f.steps, 'failure', f.failure, 'createdAt', iso_instant(f.created_at),
    'createdBy', (SELECT k.name FROM staff_accounts k WHERE k.id = f.staff_id),
    'asOf', iso_instant(f.as_of), 'fileName', f.file_name, 'byteSize', f.byte_size, 'sha256', f.sha256,
    'sameSince', (
      SELECT iso_instant(min(o.created_at)) FROM funder_reports o
      WHERE o.series_id = f.series_id AND o.sha256 = f.sha256 AND o.created_at < f.created_at))
`;

/** $1 series · the latest first */
export const REPORTS_OF_SERIES = `
  SELECT ${REPORT} AS report FROM funder_reports f WHERE f.series_id = $1 ORDER BY f.created_at DESC, f.id
`;

/** $1 series · $2 report */
export const ONE_REPORT = `SELECT ${REPORT} AS report FROM funder_reports f WHERE f.series_id = $1 AND f.id = $2`;

/** $1 now · $2 until when it is this worker's. The one that waits longest, if any. */
export const CLAIM_DUE = `
  UPDATE funder_reports SET state = 'working', claimed_until = $2, attempts = attempts + 1, done = 0
  WHERE id = (
    SELECT id FROM funder_reports
    WHERE state IN ('queued', 'working') AND (claimed_until IS NULL OR claimed_until <= $1)
    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id
`;

/** $1 report · $2 hash of its data. When the same figures were gathered first for the series, in whatever format; none: never. */
export const SAME_FIGURES = `
  SELECT o.as_of AS "asOf" FROM funder_reports f JOIN funder_reports o ON o.series_id = f.series_id
  WHERE f.id = $1 AND o.data_sha256 = $2 AND o.as_of IS NOT NULL
  ORDER BY o.created_at LIMIT 1
`;
