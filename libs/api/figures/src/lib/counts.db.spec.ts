import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { Clock, PlatformModule, readConfig, type StaffRequest } from '@reihe/api-platform';
import {
  apiPaths,
  type Count,
  type CountsOverview,
  type Me,
  type SeriesFigures,
  type StateCount,
  type StatedCount,
} from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import { FiguresModule } from './figures.module';

const attended: StateCount = { measure: 'attended', value: 120, isAtLeast: true, source: 'host' };

describe('counts', () => {
  let app: INestApplication;
  let database: TestDatabase;
  let organiser: Me;
  let user: Me;
  let seriesId: string;
  let sessionIds: string[];

  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) => {
    const calling = request(app.getHttpServer() as Parameters<typeof request>[0])[method](path);
    return body ? calling.send(body) : calling;
  };
  const row = async (sql: string, parameters: unknown[] = []): Promise<string> => {
    const [found] = await database.dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, parameters);
    return found?.id ?? '';
  };
  const addSession = async (slug: string, state = 'held') => {
    const id = await row(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, $3, 'exchange', '2026-05-05T12:00Z', '2026-05-05T13:00Z', '2026-05-05T12:00', '2026-05-05T13:00', 'UTC', '{en}')`,
      [seriesId, slug, state],
    );
    await database.dataSource.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2), ($1, 'de', $2 || ' (deutsch)')`,
      [id, slug],
    );
    return id;
  };
  const addPerson = () =>
    row(
      `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, 'P', 'en', 'UTC')`,
      [`${randomUUID()}@example.org`],
    );
  const seat = (
    sessionId: string,
    personId: string,
    place: { city: string; country: string; state?: string },
  ) =>
    row(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, city, country, language, time_zone, privacy_notice)
       VALUES ($1, $2, $3, CASE WHEN $3 = 'waitlisted' THEN 1 END, 'P', $4, $5, 'en', 'UTC', '1')`,
      [sessionId, personId, place.state ?? 'confirmed', place.city, place.country],
    );
  const values = (counts: Count[], origin: Count['origin'] = 'counted') =>
    Object.fromEntries(
      counts.filter((count) => count.origin === origin).map(({ measure, value }) => [measure, value]),
    );

  beforeAll(async () => {
    database = await openTestDatabase();
    const id = await row(
      `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
       VALUES ('o@example.org', 'o@example.org', 'Sample Organiser', '-', '{organiser}', 'en')`,
    );
    organiser = {
      id,
      email: 'o@example.org',
      name: 'Sample Organiser',
      roles: ['organiser'],
      language: 'en',
    };
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig(readConfig({ DATABASE_URL: database.url })),
        FiguresModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(new FixedClock('2026-06-01T09:30:00Z'))
      .compile();
    app = module.createNestApplication({ logger: false });
    app.use((incoming: StaffRequest, _response: Response, next: NextFunction) => {
      incoming.user = user;
      next();
    });
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  beforeEach(async () => {
    user = organiser;
    seriesId = await row(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'published', '2026-01-01', '2026-12-31', 'en', 'UTC')`,
      [`series-${randomUUID()}`],
    );
    sessionIds = [await addSession(`first-${randomUUID()}`), await addSession(`second-${randomUUID()}`)];
  });

  it('count a person who came to two sessions as one participant and two participations', async () => {
    const [first = '', second = ''] = sessionIds;
    const regular = await addPerson();
    const guest = await addPerson();
    const waiting = await addPerson();
    await seat(first, regular, { city: 'Lviv', country: 'UA' });
    await seat(second, regular, { city: 'LVIV', country: 'UA' });
    await seat(second, guest, { city: 'Durban', country: 'ZA' });
    await seat(second, waiting, { city: 'Quito', country: 'EC', state: 'waitlisted' });
    const { body } = await call('get', `${apiPaths.seriesFigures(seriesId)}?lang=de`).expect(200);
    const figures = body as SeriesFigures;
    expect(values(figures.counts)).toEqual({
      sessions: 2,
      participations: 3,
      participants: 2,
      cities: 2,
      countries: 2,
    });
    expect(figures.countries).toEqual([
      { country: 'UA', participants: 1 },
      { country: 'ZA', participants: 1 },
    ]);
    expect(figures.sessions.map(({ counts }) => values(counts))).toEqual([
      { registered: 1, confirmed: 1, waitlisted: 0 },
      { registered: 3, confirmed: 2, waitlisted: 1 },
    ]);
    expect(figures.sessions[0]?.title).toMatch(/\(deutsch\)$/);
  });

  it('that somebody states stand beside the counted ones, with who says so, who entered it and when', async () => {
    const [first = ''] = sessionIds;
    await seat(first, await addPerson(), { city: 'Lviv', country: 'UA' });
    const { body: stated } = await call('post', apiPaths.sessionCounts(first), {
      ...attended,
      measure: 'confirmed',
      note: 'From the closing words.',
    }).expect(201);
    expect(stated).toEqual({
      id: (stated as StatedCount).id,
      sessionId: first,
      seriesId: null,
      measure: 'confirmed',
      value: 120,
      isAtLeast: true,
      source: 'host',
      note: 'From the closing words.',
      origin: 'reported',
      statedOn: '2026-06-01',
      enteredBy: 'Sample Organiser',
      enteredAt: '2026-06-01T09:30:00Z',
    });
    const { body } = await call('get', apiPaths.sessionCounts(first)).expect(200);
    const overview = body as CountsOverview;
    expect(values(overview.counts)).toEqual({ registered: 1, confirmed: 1, waitlisted: 0 });
    expect(overview.counts).toHaveLength(3);
    expect(overview.stated).toEqual([stated]);
    const figures = (await call('get', apiPaths.seriesFigures(seriesId))).body as SeriesFigures;
    const ofFirst = figures.sessions.find(({ sessionId }) => sessionId === first)?.counts ?? [];
    expect([values(ofFirst), values(ofFirst, 'reported')]).toEqual([
      { registered: 1, confirmed: 1, waitlisted: 0 },
      { confirmed: 120 },
    ]);
    expect(figures.stated).toEqual([stated]);
    // A stated number never leaks into the sum of counted ones.
    expect(values(figures.counts)).toMatchObject({ participations: 1, participants: 1 });
  });

  it('are stated once per measure: the later word replaces the earlier, also when two are said at once', async () => {
    const path = apiPaths.seriesCounts(seriesId);
    const answers = await Promise.all(
      [100, 200, 300, 400, 500, 600, 700, 800].map((value) =>
        call('post', path, { ...attended, measure: 'participants', value }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { body: last } = await call('post', path, {
      ...attended,
      measure: 'participants',
      value: 1100,
    }).expect(201);
    const { stated } = (await call('get', path)).body as CountsOverview;
    expect(stated).toEqual([last]);
    expect(stated[0]).toMatchObject({ value: 1100, seriesId, sessionId: null });
  });

  it('can be put right, moved to a measure that is free, and removed', async () => {
    const path = apiPaths.seriesCounts(seriesId);
    const first = (await call('post', path, attended)).body as StatedCount;
    await call('post', path, { ...attended, measure: 'cities' }).expect(201);
    const taken = await call('put', apiPaths.statedCount(first.id), {
      ...attended,
      measure: 'cities',
    }).expect(400);
    expect(taken.body).toMatchObject({ fields: [{ path: 'measure', code: 'already-used' }] });
    await database.dataSource.query(`UPDATE stated_counts SET stated_on = '2020-12-31' WHERE id = $1`, [
      first.id,
    ]);
    const moved = await call('put', apiPaths.statedCount(first.id), {
      measure: 'countries',
      value: 40,
      isAtLeast: false,
      source: 'report',
    }).expect(200);
    expect(moved.body).toMatchObject({
      id: first.id,
      measure: 'countries',
      value: 40,
      isAtLeast: false,
      statedOn: '2020-12-31',
    });
    await call('delete', apiPaths.statedCount(first.id)).expect(204);
    const gone = await call('delete', apiPaths.statedCount(first.id)).expect(404);
    expect(gone.body).toMatchObject({ code: 'count.not-found' });
  });

  it('that were imported keep their origin: nobody edits them, a reported one stands beside them', async () => {
    const [first = ''] = sessionIds;
    const imported = await row(
      `INSERT INTO stated_counts (session_id, measure, value, origin, source, stated_on)
       VALUES ($1, 'attended', 80, 'imported', 'meeting report', '2026-05-05')`,
      [first],
    );
    await call('put', apiPaths.statedCount(imported), attended).expect(404);
    await call('post', apiPaths.sessionCounts(first), attended).expect(201);
    const { stated } = (await call('get', apiPaths.sessionCounts(first))).body as CountsOverview;
    expect(stated.map(({ origin, value }) => [origin, value])).toEqual([
      ['imported', 80],
      ['reported', 120],
    ]);
  });

  it('leave each statement in the audit log with what was said before', async () => {
    const path = apiPaths.seriesCounts(seriesId);
    const { id } = (await call('post', path, attended)).body as StatedCount;
    await call('post', path, { ...attended, value: 121 });
    await call('delete', apiPaths.statedCount(id)).expect(204);
    const entries = await database.dataSource.query<object[]>(
      `SELECT action, actor_id, before, after FROM audit_entries WHERE subject = 'count' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(entries).toMatchObject([
      { action: 'count.state', actor_id: organiser.id, before: null, after: { value: 120, seriesId } },
      { action: 'count.state', before: { value: 120 }, after: { value: 121 } },
      { action: 'count.remove', before: { value: 121 }, after: null },
    ]);
  });

  it('are about something that exists, are numbers, and are stated by organisers', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const [path, code] of [
      [apiPaths.sessionCounts(nobody), 'session.not-found'],
      [apiPaths.seriesCounts(nobody), 'series.not-found'],
    ] as const) {
      expect((await call('get', path).expect(404)).body).toMatchObject({ code });
      expect((await call('post', path, attended).expect(404)).body).toMatchObject({ code });
    }
    await call('get', apiPaths.seriesFigures(nobody)).expect(404);
    const wrong = await call('post', apiPaths.seriesCounts(seriesId), {
      ...attended,
      value: -1,
      measure: 'luck',
    });
    expect(wrong.body).toMatchObject({
      fields: [
        { path: 'measure', code: 'not-allowed' },
        { path: 'value', code: 'too-small', limit: 0 },
      ],
    });
    user = { ...organiser, roles: ['editor'] };
    await call('get', apiPaths.seriesCounts(seriesId)).expect(200);
    await call('post', apiPaths.seriesCounts(seriesId), attended).expect(403);
  });
});
