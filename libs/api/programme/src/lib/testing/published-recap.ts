import type { TestDatabase } from '@reihe/api-persistence';

/** A recap that is published, with a working copy that already says something else. */
export async function publishRecap(
  dataSource: TestDatabase['dataSource'],
  { seriesId, sessionId }: { seriesId: string; sessionId: string },
): Promise<void> {
  const insert = async (sql: string, parameters: unknown[]): Promise<string> => {
    const [row] = await dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, parameters);
    if (!row) throw new Error('Nothing was inserted.');
    return row.id;
  };
  const recapId = await insert(
    `INSERT INTO recaps (series_id, state, published_on, current_revision) VALUES ($1, 'published', '2026-09-10', 1)`,
    [seriesId],
  );
  const revisionId = await insert(
    `INSERT INTO recap_revisions (recap_id, number, byline, gallery, session_ids, category_ids, region_ids)
     VALUES ($1, 1, 'Sample', '{}', ARRAY[$2::uuid], '{}', '{}')`,
    [recapId, sessionId],
  );
  await dataSource.query(
    `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
     VALUES ($1, 'en', 'What we learnt', 'A lead.', '{}', '', '')`,
    [revisionId],
  );
  await dataSource.query(
    `INSERT INTO recap_translations (recap_id, language, title, body) VALUES ($1, 'en', 'Not yet published', '{}')`,
    [recapId],
  );
  await dataSource.query(
    `INSERT INTO recap_addresses (language, slug, recap_id, is_current, published_at)
     VALUES ('en', 'what-we-learnt', $1, false, now()), ('en', 'not-yet-published', $1, true, NULL)`,
    [recapId],
  );
}
