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

  /** Which of these are drafts as they were made, locked until the transaction ends. */
  async untouchedDrafts(sessions: readonly { id: string; version: number }[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id FROM sessions s
       JOIN unnest($1::uuid[], $2::int[]) AS made(id, version) ON made.id = s.id AND made.version = s.version
       WHERE s.state = 'draft' ORDER BY s.id FOR UPDATE OF s`,
      [sessions.map(({ id }) => id), sessions.map(({ version }) => version)],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
