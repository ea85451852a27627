/** Readers see the current revision alone; `c` recaps, `v` its revision, `y` the series that must be published. */
export const SHOWN_RECAPS = `
  recaps c
  JOIN recap_revisions v ON v.recap_id = c.id AND v.number = c.current_revision
  JOIN series y ON y.id = c.series_id AND y.state = 'published'
`;

/** The address readers are sent to: the one in use, or while a new one waits to be published the latest published. */
export function addressIn(language: string): string {
  return `
    SELECT a.slug FROM recap_addresses a
    WHERE a.recap_id = c.id AND a.language = ${language} AND a.published_at IS NOT NULL
    ORDER BY a.is_current DESC, a.published_at DESC LIMIT 1
  `;
}
