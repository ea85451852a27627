import { randomUUID } from 'node:crypto';
import { FeatureApp } from '@reihe/api-platform';
import {
  figuresApiPaths,
  type Dashboard,
  type DashboardFigure,
  type DashboardFilter,
  type DashboardPeople,
  type TotalMeasure,
} from '@reihe/shared-figures';
import { FixedClock } from '@reihe/shared-testing';
import { DASHBOARD } from './dashboard.sql';
import { DashboardsModule } from './dashboards.module';
import { dashboardValues } from './dashboards.repository';
import { FiguresWorld } from './testing/figures-world';

describe('a dashboard', () => {
  let app: FeatureApp;
  let world: FiguresWorld;
  let seriesId: string;

  const address = (path: string, query: object) =>
    `${path}?${new URLSearchParams({ lang: 'en', ...query }).toString()}`;
  const ask = (filter: DashboardFilter & { lang?: string } = { seriesId }) =>
    app.answer<Dashboard>('get', address(figuresApiPaths.dashboard, filter));
  const rows = (figure: DashboardFigure, value?: string, filter: object = { seriesId }) =>
    app.answer<DashboardPeople>(
      'get',
      address(figuresApiPaths.dashboardRows, { ...filter, figure, ...(value !== undefined && { value }) }),
    );
  const total = (dashboard: Dashboard, measure: TotalMeasure) =>
    dashboard.totals.find((one) => one.measure === measure);

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock('2026-10-20T08:00:00Z'),
      modules: [DashboardsModule],
    });
    world = new FiguresWorld(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.user = app.staff;
    seriesId = await world.aSeries();
  });

  it('says how many came as a range, where guests were not identified, and that a report says so', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    const [here, there] = [await world.somebody(), await world.somebody()];
    await world.seat(session, here);
    await world.seat(session, there);
    await world.came(session, here);
    await world.came(session, null);
    await world.came(session, null);
    await world.came(session, await world.somebody(), 60, 'host');
    const dashboard = await ask();
    expect(total(dashboard, 'attended')).toEqual({
      measure: 'attended',
      min: 1,
      max: 3,
      origin: 'imported',
      importedOn: '2026-05-06',
    });
    expect(total(dashboard, 'participants')).toMatchObject({
      min: 2,
      max: 2,
      origin: 'counted',
      importedOn: null,
    });
    expect(total(dashboard, 'cities')).toMatchObject({ origin: 'counted' });
    expect(total(await ask({ seriesId, basis: 'attendance' }), 'cities')).toMatchObject({
      origin: 'imported',
    });
    expect(dashboard.funnel).toMatchObject({
      registered: 2,
      confirmed: 2,
      accountedPlaces: 2,
      came: 1,
      guests: 2,
    });
  });

  it('puts what was stated beside what is counted, and tells where they differ', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    await world.seat(session, await world.somebody());
    await world.came(session, null);
    await world.state({ seriesId }, 'participants', 800, true);
    await world.state({ seriesId }, 'sessions', 1);
    await world.state({ sessionId: session }, 'attended', 1);
    await world.state({ sessionId: session }, 'cities', 12);
    const said = (dashboard: Dashboard) =>
      dashboard.stated.map(({ measure, difference }) => [measure, difference]);
    const dashboard = await ask();
    expect(said(dashboard)).toEqual([
      ['participants', 'fewer'],
      ['sessions', 'agrees'],
    ]);
    expect(dashboard.stated[0]).toMatchObject({ value: 800, isAtLeast: true, source: 'the host', seriesId });
    expect(total(dashboard, 'participants')).toMatchObject({ min: 1, max: 1 });
    expect(dashboard.sessions[0]?.stated.map(({ measure, difference }) => [measure, difference])).toEqual([
      ['attended', 'agrees'],
      ['cities', null],
    ]);
    // Of some of the people nothing was stated.
    expect(said(await ask({ seriesId, country: 'UA' }))).toEqual([
      ['participants', null],
      ['sessions', null],
    ]);
    const all = await ask({});
    expect(all.stated).toEqual([]);
    expect(all.allSeries.find((one) => one.seriesId === seriesId)?.stated).toMatchObject([
      { measure: 'participants', difference: 'fewer' },
      { measure: 'sessions', difference: 'agrees' },
    ]);
  });

  it('counts who is new of all series together, and who comes again of this one', async () => {
    const elsewhere = await world.aSeries('Heat');
    const [regular, newcomer] = [await world.somebody(), await world.somebody()];
    await world.seat(await world.aSession(elsewhere, 'Roofs', '2026-03-01T12:00:00Z'), regular);
    const first = await world.aSession(seriesId, 'Pipes', '2026-05-05T12:00:00Z');
    const second = await world.aSession(seriesId, 'Wells', '2026-06-02T12:00:00Z');
    for (const session of [first, second]) await world.seat(session, regular);
    await world.seat(second, newcomer);
    const dashboard = await ask();
    expect(total(dashboard, 'first-timers')).toMatchObject({ min: 1 });
    expect(total(dashboard, 'returning')).toMatchObject({ min: 1 });
    expect(dashboard.sessions.map(({ returning, newcomers }) => [returning, newcomers])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect((await rows('first-timers')).items.map(({ participantId }) => participantId)).toEqual([newcomer]);
  });

  it('puts cities and countries on the map where the list of cities knows them', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    await world.seat(session, await world.somebody(), { city: 'Lviv', country: 'UA' });
    await world.seat(session, await world.somebody(), { city: 'Nowhere at all', country: 'UA' });
    const { cities, countries } = await ask();
    const known = cities.find(({ city }) => city === 'Lviv');
    expect([Math.round(known?.latitude ?? 0), Math.floor(known?.longitude ?? 0)]).toEqual([49, 23]);
    expect(cities.find(({ city }) => city === 'Nowhere at all')).toMatchObject({
      latitude: null,
      longitude: null,
    });
    expect(countries[0]?.latitude).toBeGreaterThan(45);
    expect(countries[0]).toMatchObject({ country: 'UA', people: 2 });
  });

  it('lists the most people first, and names in the reader’s language', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    for (const country of ['UA', 'BR', 'BR']) await world.seat(session, await world.somebody(), { country });
    const dashboard = await ask({ seriesId, lang: 'de' });
    expect(dashboard.countries.map(({ country, people }) => [country, people])).toEqual([
      ['BR', 2],
      ['UA', 1],
    ]);
    expect([dashboard.series?.title, dashboard.sessions[0]?.title]).toEqual([
      'Water (deutsch)',
      'Pipes (deutsch)',
    ]);
  });

  it('tells what happened by days of the series’ clock, and by weeks once it took longer', async () => {
    const own = await world.aSeries('Far', 'Pacific/Kiritimati');
    const session = await world.aSession(own, 'Pipes');
    await world.seat(session, await world.somebody(), { createdAt: '2026-04-01T11:00:00Z' });
    await world.seat(session, await world.somebody(), {
      state: 'unverified',
      createdAt: '2026-04-01T11:00:00Z',
    });
    const days = await ask({ seriesId: own });
    expect([days.step, days.timeZone]).toEqual(['day', 'Pacific/Kiritimati']);
    expect(days.overTime).toEqual([{ from: '2026-04-02', registered: 1, confirmed: 1, cancelled: 0 }]);
    await world.seat(session, await world.somebody(), {
      state: 'cancelled',
      createdAt: '2026-01-01T12:00:00Z',
      endedAt: '2026-05-01T12:00:00Z',
    });
    const weeks = await ask({ seriesId: own });
    expect(weeks.step).toBe('week');
    expect(weeks.overTime.map(({ from }) => from)).toEqual(['2025-12-29', '2026-03-30', '2026-04-27']);
    expect((await rows('cancelled-on', '2026-04-27', { seriesId: own })).items).toMatchObject([
      { state: 'cancelled', why: ['ended'] },
    ]);
  });

  it('opens the people behind a number: where they were, and why they count', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    const ada = await world.somebody('Ada Sample');
    const gone = await world.somebody('');
    await world.query(
      `UPDATE participants SET email = NULL, email_key = NULL, erased_at = now() WHERE id = $1`,
      [gone],
    );
    const waiting = await world.somebody('Ben Sample');
    const seated = await world.seat(session, ada, { name: 'Ada Sample', organisation: '=1+1', city: 'Lviv' });
    await world.query(
      `INSERT INTO participant_merges (kept_id, absorbed_id, staff_id, reason, moved_ids, ended_ids, merged_at)
       VALUES ($1, $2, $3, 'New address', '{}', '{}', now())`,
      [ada, await world.somebody(), app.staff.id],
    );
    const marked = await world.seat(session, gone);
    await world.query(
      `INSERT INTO attendances (registration_id, evidence, recorded_at) VALUES ($1, 'manual', now())`,
      [marked],
    );
    await world.seat(session, waiting, { state: 'waitlisted' });
    await world.came(session, ada, 42);
    await world.came(session, waiting, 3);
    await world.came(session, await world.somebody('Cleo Sample'));
    await world.came(session, null, 60, 'attendee', 'Guest of the host');
    const attended = await rows('attended');
    expect([attended.total, attended.people, attended.guests]).toEqual([4, 3, 1]);
    expect(attended.items.map(({ name, isErased, hasCome, why }) => [name, isErased, hasCome, why])).toEqual([
      ['', true, true, ['place', 'by-hand']],
      ['Ada Sample', false, true, ['place', 'report']],
      ['Cleo Sample', false, true, ['report', 'not-registered']],
      ['Guest of the host', false, true, ['report', 'not-identified']],
    ]);
    expect(attended.items[1]).toMatchObject({
      participantId: ada,
      registrationId: seated,
      sessionId: session,
      sessionTitle: 'Pipes',
      organisation: '=1+1',
      city: 'Lviv',
      country: 'UA',
      state: 'confirmed',
      minutes: 42,
      matchedBy: 'email',
      mergeReasons: ['New address'],
    });
    expect((await rows('waitlisted')).items).toMatchObject([
      { name: 'Ben Sample', hasCome: false, minutes: 3, why: ['waiting', 'short'] },
    ]);
    expect(JSON.stringify(attended)).not.toContain('@example.org');
  });

  it('names nobody whom a session has forgotten, though they are known by another one', async () => {
    const [session, kept] = [
      await world.aSession(seriesId, 'Pipes'),
      await world.aSession(await world.aSeries(), 'Wells'),
    ];
    const setup = { organisation: 'City of Lviv', city: 'Lviv' };
    const ada = await world.somebody('Ada Sample');
    const cleo = await world.somebody('Cleo Sample');
    await world.query(
      `INSERT INTO participant_merges (kept_id, absorbed_id, staff_id, reason, moved_ids, ended_ids, merged_at)
       VALUES ($1, $2, $3, 'Ada wrote so', '{}', '{}', now())`,
      [ada, await world.somebody(), app.staff.id],
    );
    await world.query(`UPDATE participants SET organisation = 'City of Lviv', city = 'Lviv'`);
    for (const at of [session, kept]) {
      await world.seat(at, ada, setup);
      await world.came(at, ada, 60, 'attendee', 'Ada S.');
      await world.came(at, cleo, 60, 'attendee', 'Cleo S.');
    }
    const seen = async (of: string) =>
      (await rows('session-attended', of, {})).items.map(({ participantId, name, isErased, ...one }) => [
        ...[participantId, name, isErased],
        ...[one.organisation, one.city, one.mergeReasons],
      ]);
    const asKept = [
      [ada, 'Ada Sample', false, 'City of Lviv', 'Lviv', ['Ada wrote so']],
      [cleo, 'Cleo Sample', false, '', '', []],
    ];
    expect(await seen(session)).toEqual(asKept);
    // As retention leaves them.
    await world.query(
      `UPDATE registrations SET name = '', organisation = '', organisation_trace = 'x' WHERE session_id = $1`,
      [session],
    );
    await world.query(`UPDATE attendees SET name = '', key = 'erased:' || id WHERE session_id = $1`, [
      session,
    ]);
    expect(await seen(session)).toEqual([
      [null, '', true, '', '', []],
      [null, '', true, '', '', []],
    ]);
    expect((await rows('session-attended', session, {})).items.map(({ why }) => why)).toEqual(
      expect.arrayContaining([
        ['place', 'report'],
        ['report', 'not-registered'],
      ]),
    );
    expect(await seen(kept)).toEqual(asKept);
  });

  it('opens them page by page, and repeats nobody', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    for (let at = 0; at < 5; at += 1) await world.seat(session, await world.somebody('Same Name'));
    const pages = await Promise.all(
      ['1', '2', '3'].map((page) => rows('confirmed', undefined, { seriesId, page, pageSize: '2' })),
    );
    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flatMap(({ items }) => items.map((one) => one.participantId))).size).toBe(5);
    expect(pages[0]).toMatchObject({ total: 5, page: 1, pageSize: 2 });
  });

  it('knows nothing of a series that is not there, of days the wrong way round, of parts that nobody named', async () => {
    const problem = (path: string, query: object) => app.problem('get', address(path, query));
    const { dashboard, dashboardRows } = figuresApiPaths;
    expect(await problem(dashboard, { seriesId: randomUUID() })).toMatchObject({ code: 'series.not-found' });
    expect(await problem(dashboardRows, { seriesId: randomUUID(), figure: 'confirmed' })).toMatchObject({
      code: 'series.not-found',
    });
    expect(await problem(dashboard, { from: '2026-05-02', to: '2026-05-01' })).toMatchObject({
      fields: [{ path: 'to', code: 'end-before-start' }],
    });
    expect(await problem(dashboard, { country: 'Ukraine', basis: 'luck' })).toMatchObject({
      fields: [
        { path: 'country', code: 'wrong-format' },
        { path: 'basis', code: 'not-allowed' },
      ],
    });
    expect(await problem(dashboardRows, { seriesId, figure: 'country' })).toMatchObject({
      fields: [{ path: 'value', code: 'required' }],
    });
    // What is no id is of nobody.
    expect(await rows('session', 'not-an-id')).toMatchObject({ total: 0, items: [] });
  });

  it('shows numbers to whoever may see figures, people to whoever may see registrations alone', async () => {
    app.user = await app.as('editor');
    expect((await ask()).series?.id).toBe(seriesId);
    expect(
      await app.problem('get', address(figuresApiPaths.dashboardRows, { seriesId, figure: 'confirmed' })),
    ).toMatchObject({ status: 403 });
    app.user = undefined;
    expect(await app.problem('get', address(figuresApiPaths.dashboard, { seriesId }))).toMatchObject({
      status: 401,
    });
  });

  it('is one statement, whatever is asked', async () => {
    const filter = { seriesId, from: '2026-01-01', country: 'UA', basis: 'attendance' as const };
    expect(await app.statementsOf(() => ask(filter))).toHaveLength(1);
    expect(await app.statementsOf(() => rows('country', 'UA', filter))).toHaveLength(1);
  });

  it('reads the people of a series by their sessions, however many others there are', async () => {
    const session = await world.aSession(seriesId, 'Pipes');
    await world.seat(session, await world.somebody());
    await world.query(
      `WITH people AS (
         INSERT INTO participants (email, email_key, language, time_zone)
         SELECT k, k, 'en', 'UTC' FROM (SELECT 'many-' || n || '@example.org' AS k FROM generate_series(1, 200) n) x RETURNING id
       ), others AS (
         INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
         SELECT $1, 'other-' || n, 'held', 'exchange', now(), now() + interval '1 hour', '', '', 'UTC', '{en}'
         FROM generate_series(1, 200) n RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, privacy_notice)
       SELECT o.id, p.id, 'confirmed', 'P', 'en', 'UTC', '1' FROM people p, others o`,
      [await world.aSeries('Others')],
    );
    await world.query('ANALYZE');
    const lines = await world.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN ${DASHBOARD}`,
      dashboardValues({ seriesId }, ['en']),
    );
    const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
    const people = plan.slice(plan.indexOf('CTE people'), plan.indexOf('CTE by_person'));
    expect(people).toMatch(/Index.* uq_registrations_live|Index.* ix_registrations_\w+/);
    expect(plan.slice(plan.indexOf('CTE events'), plan.indexOf('CTE span'))).not.toMatch(
      /Seq Scan on registrations/,
    );
  });
});
