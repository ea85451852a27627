import { randomUUID } from 'node:crypto';
import { type Clock, FeatureApp, type FeatureParts, startFeature } from '@reihe/api-platform';
import type { CreateBatch, PreviewBatch } from '@reihe/shared-planning';
import { SchedulingModule } from '../scheduling.module';
import { aRemovingWriter } from './removing-writer';

type Rows = Record<string, unknown>[];

/** Scheduling over HTTP with an organiser signed in; what other features keep is written as rows. */
export class SchedulingWorld extends FeatureApp {
  static async openAt(clock: Clock): Promise<SchedulingWorld> {
    return startFeature(
      { clock, modules: [aRemovingWriter(), SchedulingModule] },
      (parts: FeatureParts) => new SchedulingWorld(parts),
    );
  }

  rows(sql: string, parameters: unknown[] = []): Promise<Rows> {
    return this.database.dataSource.query<Rows>(sql, parameters);
  }

  /** Returns the id. */
  async aSeries(startsOn = '2026-09-01', endsOn = '2026-12-31'): Promise<string> {
    const id = randomUUID();
    await this.rows(
      `INSERT INTO series (id, slug, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, $2, $3, $4, 'en', 'Europe/Berlin')`,
      [id, `series-${id}`, startsOn, endsOn],
    );
    await this.rows(
      `INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', 'Water and cities')`,
      [id],
    );
    return id;
  }

  /** Returns the id. */
  async aRegion(slug: string, countries: string[], parentId: string | null = null): Promise<string> {
    const id = randomUUID();
    await this.rows(
      `INSERT INTO regions (id, slug, position, parent_id, tint)
       VALUES ($1, $2, (SELECT count(*) FROM regions), $3, 'europe')`,
      [id, slug, parentId],
    );
    await this.rows(`INSERT INTO region_translations (region_id, language, name) VALUES ($1, 'en', $2)`, [
      id,
      slug,
    ]);
    await this.rows(
      `INSERT INTO region_countries (region_id, country) SELECT $1, c FROM unnest($2::text[]) c`,
      [id, countries],
    );
    return id;
  }

  /** A session with one agenda item whose speaker also moderates the whole; returns its id. */
  async aSession(
    seriesId: string,
    { startsAt = '2026-10-06T12:00:00Z', minutes = 90, regionIds = [] as string[], state = 'published' } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.rows(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone,
                             languages, interpretation, capacity, registration_closes_at, meeting_url, meeting_passcode)
       VALUES ($1, $2, $3, $4, 'exchange', $5::timestamptz, $5::timestamptz + make_interval(mins => $6),
               to_char($5::timestamptz AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD"T"HH24:MI'), '2026-10-06T15:30',
               'Europe/Berlin', '{en,uk}', '{de}', 400, $5::timestamptz - interval '1 day', 'https://meet.example.org/secret', 'pass')`,
      [id, seriesId, `model-${id}`, state, startsAt, minutes],
    );
    await this.rows(
      `INSERT INTO session_translations (session_id, language, title, abstract) VALUES ($1, 'en', 'Leaking pipes', 'Why pipes leak.')`,
      [id],
    );
    await this.rows(
      `INSERT INTO session_regions (session_id, region_id) SELECT $1, r FROM unnest($2::uuid[]) r`,
      [id, regionIds],
    );
    await this.addParts(id);
    return id;
  }

  /** People with a confirmed place in a session, from a country and by its clock. */
  async register(sessionId: string, count: number, country: string, timeZone: string): Promise<void> {
    await this.rows(
      `WITH people AS (
         INSERT INTO participants (email, email_key, name, language, time_zone, country)
         SELECT k, k, 'Sample', 'en', $4, $3
         FROM (SELECT gen_random_uuid() || '@example.org' AS k FROM generate_series(1, $2)) n
         RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, country, privacy_notice)
       SELECT $1, id, 'confirmed', 'Sample', 'en', $4, $3, '1' FROM people`,
      [sessionId, count, country, timeZone],
    );
  }

  private async addParts(sessionId: string): Promise<void> {
    const [speaker, item, part, moderator] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await this.rows(`INSERT INTO speakers (id, name) VALUES ($1, 'Sample Speaker')`, [speaker]);
    await this.rows(
      `INSERT INTO agenda_items (id, session_id, position, kind, starts_after, duration_minutes)
       VALUES ($1, $2, 0, 'talk', 5, 20)`,
      [item, sessionId],
    );
    await this.rows(
      `INSERT INTO agenda_item_translations (agenda_item_id, language, title) VALUES ($1, 'en', 'A city reports')`,
      [item],
    );
    await this.rows(
      `INSERT INTO contributions (id, session_id, agenda_item_id, speaker_id, role, position, city, country)
       VALUES ($1, $3, $4, $5, 'speaker', 0, 'Lviv', 'UA'), ($2, $3, NULL, $5, 'moderator', 0, 'Lviv', 'UA')`,
      [part, moderator, sessionId, item, speaker],
    );
    await this.rows(
      `INSERT INTO contribution_translations (contribution_id, language, topic) VALUES ($1, 'en', 'Pipes')`,
      [part],
    );
  }
}

/** Every second Tuesday at 14:00 in Berlin, six times: over the day on which Europe puts its clocks back. */
export function aPreviewBatch(change: Partial<PreviewBatch> = {}): PreviewBatch {
  return {
    seriesId: null,
    pattern: {
      firstLocal: '2026-10-13T14:00',
      timeZone: 'Europe/Berlin',
      every: 'week',
      interval: 2,
      count: 6,
    },
    changes: [],
    durationMinutes: 90,
    regionIds: [],
    zones: [],
    ...change,
  };
}

export function aCreateBatch(change: Partial<CreateBatch> & Pick<CreateBatch, 'seriesId'>): CreateBatch {
  const { pattern, changes, durationMinutes, regionIds } = aPreviewBatch();
  return {
    key: randomUUID(),
    pattern,
    changes,
    durationMinutes,
    regionIds,
    kind: 'peer-advice',
    languages: ['en'],
    interpretation: [],
    categoryIds: [],
    capacity: 20,
    translations: { en: { title: 'Peer advice {number} of {total}' }, de: { title: 'Beratung am {date}' } },
    model: null,
    ...change,
  };
}
