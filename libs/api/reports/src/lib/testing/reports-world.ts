import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FeatureApp, startFeature, type Clock, type FeatureParts } from '@reihe/api-platform';
import { figuresApiPaths, type MadeFunderReport, type MakeFunderReport } from '@reihe/shared-figures';
import { ReportWorker } from '../making/report-worker';
import { ReportsModule } from '../reports.module';

export interface Place {
  country?: string | null;
  city?: string;
  organisation?: string;
}

/** Reports over HTTP, on a series with as much as they tell of. */
export class ReportsWorld extends FeatureApp {
  seriesId = '';
  private storage = '';

  static async begin(clock: Clock): Promise<ReportsWorld> {
    const storage = await mkdtemp(join(tmpdir(), 'reihe-reports-'));
    const world = await startFeature(
      { clock, modules: [ReportsModule], config: { storageDir: storage } },
      (parts: FeatureParts) => new ReportsWorld(parts),
    );
    world.storage = storage;
    world.seriesId = await world.aSeries();
    return world;
  }

  override async close(): Promise<void> {
    await super.close();
    await rm(this.storage, { recursive: true, force: true });
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async aSeries(): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1::uuid, 's-' || $1::text, 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [id],
    );
    await this.query(
      `INSERT INTO series_translations (series_id, language, title, host, commissioner)
       VALUES ($1, 'en', 'Cities learn', 'Sample host', 'Sample ministry'), ($1, 'de', 'Städte lernen', 'Beispielhaus', '')`,
      [id],
    );
    return id;
  }

  /** @param startsAt ISO instant; it lasts an hour */
  async aSession(startsAt: string, state = 'held', title = 'Water for all'): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, cancel_reason)
       SELECT $1::uuid, $2, 's-' || $1::text, $3, 'exchange', t, t + interval '1 hour', t AT TIME ZONE 'Europe/Berlin',
              t AT TIME ZONE 'Europe/Berlin' + interval '1 hour', 'Europe/Berlin', '{en}',
              CASE WHEN $3 = 'cancelled' THEN 'Strike' END FROM (SELECT $4::timestamptz AS t) x`,
      [id, this.seriesId, state, startsAt],
    );
    await this.query(`INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    return id;
  }

  async aPerson(): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `INSERT INTO participants (email, email_key, name, language, time_zone)
       SELECT k, k, 'Sample', 'en', 'UTC' FROM (SELECT gen_random_uuid() || '@example.org' AS k) n RETURNING id`,
    );
    return row?.id ?? '';
  }

  async register(
    sessionId: string,
    personId: string,
    { country = 'DE', city = '', organisation = '' }: Place = {},
    state = 'confirmed',
  ): Promise<void> {
    await this.query(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, city, country, organisation, language,
                                  time_zone, privacy_notice, created_at)
       VALUES ($1, $2, $3, CASE WHEN $3 = 'waitlisted' THEN nextval('registration_queue') END, 'Sample', $4, $5, $6, 'en', 'UTC', '1',
               '2026-02-03T12:00Z')`,
      [sessionId, personId, state, city, country, organisation],
    );
  }

  /** As a meeting's report leaves it. @param personId null: a guest whom nobody identified */
  async came(
    sessionId: string,
    personId: string | null,
    { country = 'DE', city = '' }: Place = {},
  ): Promise<void> {
    const [guest] =
      personId === null
        ? await this.query<{ id: string }>(
            `INSERT INTO attendees (session_id, key, name, role) VALUES ($1, gen_random_uuid()::text, 'Guest', 'attendee') RETURNING id`,
            [sessionId],
          )
        : [];
    await this.query(
      `INSERT INTO presences (session_id, participant_id, attendee_id, role, minutes, has_come, organisation, city, country)
       VALUES ($1, $2, $3, 'attendee', 60, true, '', $4, $5)`,
      [sessionId, personId, guest?.id ?? null, city, country],
    );
  }

  /** Of a session, with its file in the storage of the tool. */
  async imported(sessionId: string): Promise<void> {
    await this.query(
      `INSERT INTO attendance_imports (session_id, file_name, sha256, format, reading, lines, imported_at)
       VALUES ($1, 'zoom.csv', gen_random_uuid()::text, 'zoom-meeting', '{}', 1, '2026-05-01T12:00Z')`,
      [sessionId],
    );
  }

  async askFor(order: Partial<MakeFunderReport> = {}): Promise<MadeFunderReport> {
    return this.answer('post', figuresApiPaths.funderReports(this.seriesId), {
      ...{ language: 'en', format: 'html', basis: 'places', from: null, to: null, hidesSmall: false },
      ...order,
    });
  }

  work(): Promise<void> {
    return this.get(ReportWorker).workOff();
  }

  one({ id }: { id: string }): Promise<MadeFunderReport> {
    return this.answer('get', figuresApiPaths.funderReport(this.seriesId, id));
  }

  /** Asked for and made. */
  async made(order: Partial<MakeFunderReport> = {}): Promise<MadeFunderReport> {
    const asked = await this.askFor(order);
    await this.work();
    return this.one(asked);
  }

  async fileOf({ id }: { id: string }): Promise<Buffer> {
    const answer = await this.call('get', figuresApiPaths.funderReportFile(this.seriesId, id))
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    return answer.body as Buffer;
  }

  /** What the file was written from. */
  async dataOf<Data>({ id }: { id: string }): Promise<Data> {
    const [row] = await this.query<{ data: Data }>(`SELECT data FROM funder_reports WHERE id = $1`, [id]);
    if (!row) throw new Error('There is no such report.');
    return row.data;
  }
}
