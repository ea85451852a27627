import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { ImportContext } from './rows/import-context';

const named = (kind: 'region' | 'category', table: 'regions' | 'categories') => `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', x.id,
      'title', (SELECT t.name FROM ${kind}_translations t WHERE t.${kind}_id = x.id
                ORDER BY language_rank(t.language, $1, $1[1]) LIMIT 1),
      'names', (SELECT jsonb_agg(t.name ORDER BY t.language) FROM ${kind}_translations t WHERE t.${kind}_id = x.id)
               || to_jsonb(x.slug)
    ) ORDER BY x.position, x.slug) FROM ${table} x), '[]'::jsonb)
`;

/** $1 languages of the reader. Everything that a sheet may name, in one row. */
const CONTEXT = `
  SELECT
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', y.id, 'timeZone', y.time_zone, 'language', y.default_language,
        'title', (SELECT t.title FROM series_translations t WHERE t.series_id = y.id
                  ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1),
        'names', (SELECT jsonb_agg(t.title ORDER BY t.language) FROM series_translations t WHERE t.series_id = y.id)
                 || to_jsonb(y.slug)
      ) ORDER BY y.starts_on DESC, y.slug) FROM series y), '[]'::jsonb) AS series,
    ${named('region', 'regions')} AS regions,
    ${named('category', 'categories')} AS categories
`;

/** Batches may hold one series each. $1 session ids · $2 the series of each · $3 mark */
const REMEMBER = `
  WITH made AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS m (session_id, series_id)),
  batch AS (
    INSERT INTO session_batches (id, series_id, fingerprint)
    SELECT gen_random_uuid(), series_id, $3 FROM made GROUP BY series_id
    RETURNING id, series_id
  )
  INSERT INTO session_batch_members (batch_id, session_id)
  SELECT b.id, m.session_id FROM made m JOIN batch b ON b.series_id = m.series_id
`;

/** Of what is named only what an import with this mark made. $1 session ids · $2 the version of each · $3 mark */
const UNTOUCHED = `
  SELECT s.id
  FROM sessions s
  JOIN unnest($1::uuid[], $2::int[]) AS named (id, version) ON named.id = s.id AND named.version = s.version
  JOIN session_batch_members m ON m.session_id = s.id
  JOIN session_batches b ON b.id = m.batch_id AND b.fingerprint = $3
  WHERE s.state = 'draft' AND s.version = 1
  ORDER BY s.id FOR UPDATE OF s
`;

@Injectable()
export class ImportRepository {
  constructor(private readonly database: Database) {}

  async context(languages: readonly Language[]): Promise<ImportContext> {
    return oneRow(await this.database.query<ImportContext>(CONTEXT, [languages]));
  }

  /** Which of these addresses belong to a session already. */
  async sessionsAt(slugs: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ slug: string; id: string }>(
      `SELECT slug, id FROM sessions WHERE slug = ANY ($1::text[])`,
      [slugs],
    );
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  }

  /** Keeps what an import made as a batch, by which it is known when it is to be undone. */
  async remember(sessions: readonly { id: string; seriesId: string }[], mark: string): Promise<void> {
    const ids = sessions.map(({ id }) => id);
    await this.database.query(REMEMBER, [ids, sessions.map(({ seriesId }) => seriesId), mark]);
  }

  /** Which of these are drafts as the import made them, locked until the transaction ends. */
  async untouchedDrafts(
    sessions: readonly { id: string; version: number }[],
    mark: string,
  ): Promise<Set<string>> {
    const ids = sessions.map(({ id }) => id);
    const versions = sessions.map(({ version }) => version);
    const rows = await this.database.query<{ id: string }>(UNTOUCHED, [ids, versions, mark]);
    return new Set(rows.map(({ id }) => id));
  }
}
