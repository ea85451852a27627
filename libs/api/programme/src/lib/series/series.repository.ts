import { Injectable } from '@nestjs/common';
import { Database, SeriesCategoryRow, SeriesRow, SeriesTranslationRow } from '@reihe/api-persistence';
import { type ListRows, offsetOf, oneRow, OwnedRows } from '@reihe/api-platform';
import type { Language, Series, SeriesListItem } from '@reihe/shared-contracts';
import type { SeriesQuery } from './series.bodies';
import type { SeriesParts } from './series.mapper';

@Injectable()
export class SeriesRepository {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedRows,
  ) {}

  async list(query: SeriesQuery, languages: Language[]): Promise<ListRows<SeriesListItem>> {
    const rows = await this.database.query<ListRows<SeriesListItem>>(LIST, [
      languages,
      query.state ?? null,
      query.q ?? '',
      query.pageSize,
      offsetOf(query),
    ]);
    return oneRow(rows);
  }

  async one(id: string): Promise<Series | null> {
    const [found] = await this.database.query<{ series: Series }>(ONE, [id]);
    return found?.series ?? null;
  }

  claim(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('series', id, version);
  }

  async insert(row: Partial<SeriesRow>): Promise<void> {
    await this.database.of(SeriesRow).insert(row);
  }

  async update(id: string, change: Partial<SeriesRow>): Promise<void> {
    await this.database.of(SeriesRow).update({ id }, { ...change, updatedAt: () => 'now()' });
  }

  async replaceParts(seriesId: string, parts: SeriesParts): Promise<void> {
    await this.owned.replace(SeriesTranslationRow, { seriesId }, parts.translations);
    await this.owned.replace(SeriesCategoryRow, { seriesId }, parts.categories);
  }

  async remove(id: string): Promise<void> {
    await this.database.of(SeriesRow).delete({ id });
  }
}

const LIST = `
  WITH found AS (
    SELECT y.*, t.title
    FROM series y
    CROSS JOIN LATERAL (
      SELECT t.title FROM series_translations t WHERE t.series_id = y.id
      ORDER BY language_rank(t.language, $1, y.default_language) LIMIT 1
    ) t
    WHERE ($2::text IS NULL OR y.state = $2)
      AND ($3 = '' OR strpos(lower(t.title), lower($3)) > 0 OR strpos(y.slug, lower($3)) > 0)
  )
  SELECT (SELECT count(*)::int FROM found) AS total, coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', y.id, 'slug', y.slug, 'title', y.title, 'state', y.state, 'startsOn', y.starts_on, 'endsOn', y.ends_on,
      'timeZone', y.time_zone,
      'sessions', (SELECT count(*) FROM sessions s WHERE s.series_id = y.id),
      'recaps', (SELECT count(*) FROM recaps r WHERE r.series_id = y.id)
    ) ORDER BY y.starts_on DESC, y.slug)
    FROM (SELECT * FROM found ORDER BY starts_on DESC, slug LIMIT $4 OFFSET $5) y
  ), '[]'::jsonb) AS items
`;

const ONE = `
  SELECT jsonb_build_object(
    'id', y.id, 'version', y.version, 'slug', y.slug, 'state', y.state, 'startsOn', y.starts_on, 'endsOn', y.ends_on,
    'defaultLanguage', y.default_language, 'timeZone', y.time_zone, 'isSample', y.is_sample,
    'coverMediaId', y.cover_media_id,
    'defaultCapacity', (SELECT r.default_capacity FROM registration_rules r WHERE r.series_id = y.id),
    'categoryIds', (
      SELECT coalesce(jsonb_agg(c.id ORDER BY c.position, c.slug), '[]'::jsonb)
      FROM series_categories sc JOIN categories c ON c.id = sc.category_id WHERE sc.series_id = y.id),
    'translations', (
      SELECT coalesce(jsonb_object_agg(t.language, jsonb_build_object(
        'title', t.title, 'summary', t.summary, 'host', t.host, 'commissioner', t.commissioner)), '{}'::jsonb)
      FROM series_translations t WHERE t.series_id = y.id)
  ) AS series
  FROM series y WHERE y.id = $1
`;
