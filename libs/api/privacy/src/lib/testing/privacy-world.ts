import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { FeatureApp, Jobs, startFeature, type FeatureParts, type JobWork } from '@reihe/api-platform';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import { PrivacyModule } from '../privacy.module';

export const NOW = '2026-09-01T08:00:00Z';

type Values = Record<string, unknown>;

/** Privacy over HTTP, with a clock that stands still and people in every table that knows them; for specs. */
export class PrivacyWorld extends FeatureApp {
  clock: FixedClock;
  /** By name, once the application is there. */
  jobs: ReadonlyMap<string, JobWork>;

  static async openWorld(): Promise<PrivacyWorld> {
    const clock = new FixedClock(NOW);
    const work = new Map<string, JobWork>();
    const jobs: Pick<Jobs, 'on' | 'every' | 'send'> = {
      on: (name, run) => work.set(name, run),
      every: (name, _cron, run) => work.set(name, run),
      send: () => undefined,
    };
    const surroundings: DynamicModule = {
      module: class Surroundings {},
      global: true,
      providers: [{ provide: Jobs, useValue: jobs }],
      exports: [Jobs],
    };
    return startFeature(
      { clock, modules: [surroundings, PrivacyModule], role: 'administrator' },
      (parts: FeatureParts) => {
        const world = new PrivacyWorld(parts);
        world.clock = clock;
        world.jobs = work;
        return world;
      },
    );
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  /** Runs what the workers run by night. */
  async byNight(job: string): Promise<void> {
    const run = this.jobs.get(job);
    if (!run) throw new Error(`There is no job ${job}.`);
    await run();
  }

  /** Rows of a table as they are said, each with an id of its own; several by one statement. */
  async rows(table: string, rows: readonly Values[]): Promise<string[]> {
    if (rows.length === 0) return [];
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const names = columns.join(', ');
    const found = await this.query<{ id: string }>(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) RETURNING to_jsonb(${table}) ->> 'id' AS id`,
      [JSON.stringify(rows)],
    );
    return found.map(({ id }) => id);
  }

  async row(table: string, values: Values): Promise<string> {
    const [id = ''] = await this.rows(table, [values]);
    return id;
  }

  async aSeries(values: Values = {}): Promise<string> {
    const id = randomUUID();
    await this.row('series', {
      ...{ id, slug: `series-${id.slice(0, 8)}`, version: 1, state: 'published' },
      ...{
        starts_on: '2024-01-01',
        ends_on: '2026-12-31',
        default_language: 'en',
        time_zone: 'Europe/Berlin',
      },
      ...values,
    });
    await this.row('series_translations', {
      series_id: id,
      language: 'en',
      title: `Series ${id.slice(0, 8)}`,
    });
    return id;
  }

  /** Ninety minutes; long ago where nothing is said. */
  async aSession(seriesId: string, startsAt = '2025-01-15T12:00:00Z', values: Values = {}): Promise<string> {
    const id = randomUUID();
    await this.row('sessions', {
      ...{
        id,
        series_id: seriesId,
        slug: `session-${id.slice(0, 8)}`,
        version: 1,
        state: 'held',
        kind: 'exchange',
      },
      ...{ starts_at: startsAt, ends_at: new Date(Date.parse(startsAt) + 90 * 60_000).toISOString() },
      ...{
        starts_local: '2025-01-15T13:00',
        ends_local: '2025-01-15T14:30',
        time_zone: 'Europe/Berlin',
        languages: ['en'],
      },
      ...values,
    });
    await this.row('session_translations', {
      session_id: id,
      language: 'en',
      title: `Session ${id.slice(0, 8)}`,
    });
    return id;
  }

  async aPerson(email: string, values: Values = {}): Promise<string> {
    return this.row('participants', {
      ...{ id: randomUUID(), version: 1, email, email_key: email.toLowerCase(), name: `Person ${email}` },
      ...{
        organisation: 'Water works',
        job_position: 'Engineer',
        city: 'Lviv',
        country: 'UA',
        language: 'en',
      },
      ...{
        time_zone: 'Europe/Kyiv',
        verified_at: '2024-12-01T10:00:00Z',
        created_at: '2024-12-01T10:00:00Z',
      },
      ...values,
    });
  }

  async aRegistration(sessionId: string, participantId: string, values: Values = {}): Promise<string> {
    return this.row('registrations', {
      ...{
        id: randomUUID(),
        version: 1,
        session_id: sessionId,
        participant_id: participantId,
        state: 'confirmed',
      },
      ...{
        name: 'Sample Person',
        organisation: 'Water works',
        job_position: 'Engineer',
        city: 'Lviv',
        country: 'UA',
      },
      ...{
        language: 'en',
        time_zone: 'Europe/Kyiv',
        accessibility_needs: 'Captions',
        decision_reason: '',
        origin: 'form',
      },
      ...{ privacy_notice: '1', created_at: '2024-12-02T10:00:00Z', confirmed_at: '2024-12-02T10:05:00Z' },
      ...values,
    });
  }

  /** A report of the session, imported. */
  async aReport(sessionId: string): Promise<string> {
    return this.row('attendance_imports', {
      ...{
        id: randomUUID(),
        session_id: sessionId,
        file_name: 'Participants of Sample.csv',
        sha256: randomUUID(),
      },
      ...{
        format: 'zoom-meeting',
        reading: { timeZone: 'UTC' },
        lines: 1,
        imported_at: '2025-01-16T10:00:00Z',
      },
    });
  }

  /** Named in a report, from a quarter of an hour after twelve for so many minutes. Counted only once `recount` was called. */
  async anAttendee(
    sessionId: string,
    { importId, minutes = 60, ...values }: Values & { importId: string; minutes?: number; name: string },
  ): Promise<string> {
    const id = randomUUID();
    await this.row('attendees', {
      ...{
        id,
        session_id: sessionId,
        key: `name:${id}`,
        email: '',
        organisation: 'Water works',
        city: 'Lviv',
        country: 'UA',
      },
      ...{ language: 'en', role: 'attendee', reason: '' },
      ...values,
      ...(values['participant_id'] !== undefined && { matched_by: 'staff' }),
    });
    const [session] = await this.query<{ starts_at: Date }>(`SELECT starts_at FROM sessions WHERE id = $1`, [
      sessionId,
    ]);
    const joined = (session?.starts_at.getTime() ?? 0) + 15 * 60_000;
    const [line] = await this.query<{ next: number }>(
      `SELECT coalesce(max(line), 0) + 1 AS next FROM attendance_spans WHERE import_id = $1`,
      [importId],
    );
    await this.row('attendance_spans', {
      ...{ import_id: importId, line: line?.next, attendee_id: id, joined_at: new Date(joined) },
      left_at: new Date(joined + minutes * 60_000),
    });
    await this.query(
      `INSERT INTO attendee_mentions (import_id, attendee_id, name, email, organisation, city, country, role)
       SELECT $1, id, name, email, organisation, city, country, role FROM attendees WHERE id = $2`,
      [importId, id],
    );
    return id;
  }

  async recount(): Promise<void> {
    await this.query(`SELECT recount_attendance(array_agg(id)) FROM sessions`);
  }

  async aMail(participantId: string, values: Values = {}): Promise<string> {
    const id = randomUUID();
    return this.row('outbox_messages', {
      ...{ id, message_id: `<${id}@reihe.example>`, template: 'registration-confirmed', language: 'en' },
      ...{
        to_address: 'sample@city.example',
        to_name: 'Sample Person',
        subject: 'Your place',
        text: 'Dear Sample',
        html: '',
      },
      ...{
        participant_id: participantId,
        state: 'sent',
        attempts: 1,
        can_wait: false,
        not_before: NOW,
        sent_at: NOW,
      },
      ...{ created_at: '2024-12-02T10:05:00Z' },
      ...values,
    });
  }

  /** Tables with a row in which one of the words stands. */
  async traces(words: readonly string[]): Promise<string[]> {
    const tables = await this.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await this.query<object>(`SELECT FROM ${name} AS t WHERE t::text ILIKE ANY ($1::text[])`, [
        words.map((word) => `%${word}%`),
      ]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  /** Every figure there is, by the views and functions that pages, recaps, dashboards and reports read. */
  async figures(): Promise<unknown[]> {
    const statements = [
      `SELECT * FROM session_counts ORDER BY session_id`,
      `SELECT * FROM series_counts ORDER BY series_id`,
      `SELECT * FROM session_figures ORDER BY session_id, measure, origin`,
      `SELECT * FROM series_figures ORDER BY series_id, measure, origin`,
      `SELECT * FROM session_attendance ORDER BY session_id`,
      `SELECT y.id, c.* FROM series y CROSS JOIN LATERAL counts_over(y.id, NULL) c ORDER BY y.id`,
      `SELECT y.id, a.* FROM series y CROSS JOIN LATERAL attendance_over(y.id, NULL) a ORDER BY y.id`,
      `SELECT s.id, f.* FROM sessions s CROSS JOIN LATERAL selection_figures(s.series_id, ARRAY[s.id]) f ORDER BY s.id, f.measure`,
      ...['country', 'city', 'language', ORGANISATION].map(
        (
          key,
        ) => `SELECT x.session_id, ${key} AS key, count(*), count(DISTINCT person_id), count(*) FILTER (WHERE has_come)
                  FROM session_people x GROUP BY 1, 2 ORDER BY 1, 2`,
      ),
      `SELECT count(DISTINCT person_id), count(DISTINCT person_id) FILTER (WHERE has_come),
              count(DISTINCT ${ORGANISATION}), count(DISTINCT guest_id) FROM session_people x`,
      `SELECT places, count(*) FROM (SELECT count(*) AS places FROM session_people WHERE has_place GROUP BY person_id) n
       GROUP BY 1 ORDER BY 1`,
      `SELECT session_id, time_zone, country, count(DISTINCT participant_id) FROM registrations WHERE state = 'confirmed'
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      `SELECT session_id, role, minutes, has_come, count(*) FROM presences GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    ];
    return Promise.all(statements.map((sql) => this.query(sql)));
  }
}

/** What organisations are told apart by. */
const ORGANISATION = `coalesce(x.organisation_trace, md5(folded(nullif(x.organisation, ''))))`;
