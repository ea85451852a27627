import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type {
  ContributionRole,
  ContributionText,
  Measure,
  SessionState,
  Translations,
} from '@reihe/shared-contracts';

/** What is on record of a session, as far as a recap can begin with it. */
export interface SessionRecords {
  id: string;
  seriesId: string;
  state: SessionState;
  startsAt: string;
  timeZone: string;
  titles: Translations<string>;
  seriesTitles: Translations<string>;
  titlePatterns: Translations<{ pattern: string }>;
  /** Names of the audience; none: worldwide. */
  regions: Translations<string>[];
  regionIds: string[];
  categoryIds: string[];
  measures: Measure[];
  agenda: { titles: Translations<string> }[];
  contributions: {
    role: ContributionRole;
    name: string | null;
    city: string;
    country: string | null;
    texts: Translations<ContributionText>;
  }[];
}

@Injectable()
export class SessionRecordsRepository {
  constructor(private readonly database: Database) {}

  async one(sessionId: string): Promise<SessionRecords | null> {
    const [row] = await this.database.query<{ records: SessionRecords }>(SESSION_RECORDS, [sessionId]);
    return row?.records ?? null;
  }
}

/** $1 session. Breaks are left out of the agenda, interpreters out of the contributions. */
const SESSION_RECORDS = `
  SELECT jsonb_build_object(
    'id', s.id, 'seriesId', s.series_id, 'state', s.state, 'startsAt', iso_instant(s.starts_at), 'timeZone', s.time_zone,
    'seriesTitles', (SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}'::jsonb)
                     FROM series_translations t WHERE t.series_id = s.series_id),
    'titlePatterns', coalesce((SELECT u.title_patterns FROM series_recap_rules u WHERE u.series_id = s.series_id), '{}'::jsonb),
    'regions', coalesce((
      SELECT jsonb_agg((
        SELECT jsonb_object_agg(t.language, t.name) FROM region_translations t WHERE t.region_id = r.id
      ) ORDER BY r.position, r.slug)
      FROM session_regions w JOIN regions r ON r.id = w.region_id WHERE w.session_id = s.id), '[]'::jsonb),
    'titles', (SELECT coalesce(jsonb_object_agg(t.language, t.title), '{}'::jsonb)
               FROM session_translations t WHERE t.session_id = s.id),
    'regionIds', to_jsonb(ARRAY(SELECT r.region_id FROM session_regions r WHERE r.session_id = s.id)),
    'categoryIds', to_jsonb(ARRAY(SELECT k.category_id FROM session_categories k WHERE k.session_id = s.id)),
    'measures', to_jsonb(ARRAY(SELECT DISTINCT f.measure FROM session_figures f WHERE f.session_id = s.id)),
    'agenda', coalesce((
      SELECT jsonb_agg(jsonb_build_object('titles', (
        SELECT jsonb_object_agg(t.language, t.title) FROM agenda_item_translations t WHERE t.agenda_item_id = a.id
      )) ORDER BY a.starts_after, a.position)
      FROM agenda_items a WHERE a.session_id = s.id AND a.kind <> 'break'), '[]'::jsonb),
    'contributions', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'role', c.role, 'name', nullif(concat_ws(' ', nullif(k.title, ''), k.name), ''), 'city', c.city, 'country', c.country,
        'texts', (
          SELECT coalesce(jsonb_object_agg(t.language, jsonb_build_object(
            'position', t.job_position, 'organisation', t.organisation, 'topic', t.topic)), '{}'::jsonb)
          FROM contribution_translations t WHERE t.contribution_id = c.id)
      ) ORDER BY a.starts_after NULLS FIRST, c.position)
      FROM contributions c
      LEFT JOIN speakers k ON k.id = c.speaker_id
      LEFT JOIN agenda_items a ON a.id = c.agenda_item_id
      WHERE c.session_id = s.id AND c.role <> 'interpreter'), '[]'::jsonb)
  ) AS records
  FROM sessions s WHERE s.id = $1
`;
