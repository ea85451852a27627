import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { SeriesFacts } from './prepare-articles';

@Injectable()
export class SeriesFactsRepository {
  constructor(private readonly database: Database) {}

  async of(seriesId: string): Promise<SeriesFacts | null> {
    const [row] = await this.database.query<{ facts: SeriesFacts }>(SERIES_FACTS, [seriesId]);
    return row?.facts ?? null;
  }
}

/** $1 series. Sessions that readers know; days in the session's own zone. */
const SERIES_FACTS = `
  SELECT jsonb_build_object(
    'defaultLanguage', y.default_language,
    'sessions', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', s.id, 'heldOn', to_char(s.starts_at AT TIME ZONE s.time_zone, 'YYYY-MM-DD'),
        'titles', (SELECT coalesce(jsonb_agg(t.title), '[]'::jsonb) FROM session_translations t WHERE t.session_id = s.id)
      ) ORDER BY s.starts_at)
      FROM sessions s WHERE s.series_id = y.id AND s.state IN ('published','held')), '[]'::jsonb),
    'categories', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', k.id,
        'names', (SELECT coalesce(jsonb_agg(t.name), '[]'::jsonb) FROM category_translations t WHERE t.category_id = k.id)))
      FROM categories k), '[]'::jsonb)
  ) AS facts FROM series y WHERE y.id = $1
`;
