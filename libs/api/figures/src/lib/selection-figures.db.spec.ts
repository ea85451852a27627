import { randomUUID } from 'node:crypto';
import { FeatureApp } from '@reihe/api-platform';
import { apiPaths, type Measure } from '@reihe/shared-contracts';
import { type SelectionCount, type SelectionFigures } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import fc from 'fast-check';
import { FiguresModule } from './figures.module';

type State = 'draft' | 'published' | 'held' | 'cancelled';
interface World {
  sessions: { state: State; regions: number[]; speakers: number[]; attended: number | null }[];
  seats: {
    session: number;
    person: number;
    state: 'confirmed' | 'waitlisted';
    city: string;
    country: string;
  }[];
  selected: number[];
}

const MOST_SESSIONS = 5;
const PEOPLE = 6;
const small = (max: number) => fc.integer({ min: 0, max });
const worlds: fc.Arbitrary<World> = fc.record({
  sessions: fc.array(
    fc.record({
      state: fc.constantFrom<State>('held', 'held', 'published', 'draft', 'cancelled'),
      regions: fc.uniqueArray(small(2)),
      speakers: fc.uniqueArray(small(3)),
      attended: fc.option(small(40)),
    }),
    { minLength: MOST_SESSIONS, maxLength: MOST_SESSIONS },
  ),
  seats: fc.uniqueArray(
    fc.record({
      session: small(MOST_SESSIONS - 1),
      person: small(PEOPLE - 1),
      state: fc.constantFrom('confirmed', 'confirmed', 'waitlisted'),
      city: fc.constantFrom('Lviv', 'lviv', 'Porto', ''),
      country: fc.constantFrom('UA', 'PT'),
    }),
    { maxLength: 16, selector: ({ session, person }) => `${session} ${person}` },
  ),
  selected: fc.uniqueArray(small(MOST_SESSIONS - 1), { minLength: 2 }),
});

/** The obvious way, session by session. */
function counted({ sessions, seats, selected }: World): Partial<Record<Measure, [number, number]>> {
  const isShown = (session: number) => ['published', 'held'].includes(sessions[session]?.state ?? '');
  const shown = selected.filter(isShown);
  const taken = seats.filter(({ session, state }) => shown.includes(session) && state === 'confirmed');
  const live = seats.filter(({ session }) => shown.includes(session));
  const distinct = (values: unknown[]) => new Set(values).size;
  const stated = shown.filter((session) => (sessions[session]?.attended ?? null) !== null);
  const silent = stated.filter((session) => !taken.some((seat) => seat.session === session)).length;
  const sums =
    live.length === 0
      ? {}
      : {
          registered: [live.length, silent],
          confirmed: [taken.length, silent],
          waitlisted: [live.length - taken.length, silent],
        };
  const all: Partial<Record<Measure, [number, number]>> = {
    ...(sums as Partial<Record<Measure, [number, number]>>),
    ...(stated.length > 0 && {
      attended: [
        stated.reduce((sum, session) => sum + (sessions[session]?.attended ?? 0), 0),
        shown.length - stated.length,
      ],
    }),
  };
  const once: [Measure, number, number][] = [
    ['sessions', shown.length, 0],
    ['participations', taken.length, silent],
    ['participants', distinct(taken.map(({ person }) => person)), silent],
    [
      'cities',
      distinct(taken.filter(({ city }) => city !== '').map((s) => `${s.city.toLowerCase()} ${s.country}`)),
      silent,
    ],
    ['countries', distinct(taken.map(({ country }) => country)), silent],
    ['regions', distinct(shown.flatMap((session) => sessions[session]?.regions ?? [])), 0],
    ['speakers', distinct(shown.flatMap((session) => sessions[session]?.speakers ?? [])), 0],
  ];
  for (const [measure, value, leftOut] of once) if (value > 0) all[measure] = [value, leftOut];
  return all;
}

describe('numbers over a selection of sessions', () => {
  let app: FeatureApp;
  let regions: string[];
  let speakers: string[];

  const rows = (sql: string, values: unknown[] = []) =>
    app.database.dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, values);
  const one = async (sql: string, values: unknown[] = []) => (await rows(sql, values))[0]?.id ?? '';
  const aSeries = () =>
    one(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'published', '2026-03-01', '2026-12-15', 'en', 'UTC')`,
      [`series-${randomUUID()}`],
    );
  const aSession = (seriesId: string, state: State = 'held') =>
    one(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, cancel_reason)
       VALUES ($1, $2, $3::text, 'exchange', '2026-05-05T12:00Z', '2026-05-05T13:00Z', '', '', 'UTC', '{en}',
               CASE WHEN $3::text = 'cancelled' THEN 'None.' ELSE '' END)`,
      [seriesId, `session-${randomUUID()}`, state],
    );
  const somebody = () =>
    one(
      `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, 'P', 'en', 'UTC')`,
      [`${randomUUID()}@example.org`],
    );
  const seat = (
    sessionId: string,
    person: string,
    { state = 'confirmed', city = 'Lviv', country = 'UA' } = {},
  ) =>
    rows(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, city, country, language, time_zone, privacy_notice)
       VALUES ($1, $2, $3::text, CASE WHEN $3::text = 'waitlisted' THEN nextval('registration_queue') END, 'P', $4, $5, 'en', 'UTC', '1')`,
      [sessionId, person, state, city, country],
    );
  const state = (sessionId: string, measure: Measure, value: number, origin = 'reported') =>
    rows(
      `INSERT INTO stated_counts (session_id, measure, value, origin, source, stated_on)
       VALUES ($1, $2, $3, $4, 'host', '2026-05-06')`,
      [sessionId, measure, value, origin],
    );
  const ask = (seriesId: string, sessionIds: string[]) =>
    app.answer<SelectionFigures>('post', apiPaths.selectionFigures(seriesId), { sessionIds });
  const found = (counts: SelectionCount[]) =>
    Object.fromEntries(counts.map(({ measure, value, leftOut }) => [measure, [value, leftOut]]));

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock('2026-10-20T08:00:00Z'),
      modules: [FiguresModule],
      role: 'editor',
    });
    regions = await Promise.all(
      [0, 1, 2].map((n) => one(`INSERT INTO regions (slug, tint) VALUES ($1, 'africa')`, [`r${n}`])),
    );
    speakers = await Promise.all(
      [0, 1, 2, 3].map((n) => one(`INSERT INTO speakers (name) VALUES ($1)`, [`s${n}`])),
    );
  });
  afterAll(() => app.close());

  it('are what counting by hand gives, on whatever records there are', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const seriesId = await aSeries();
        const ids: string[] = [];
        for (const { state: known, regions: of, speakers: with_, attended } of world.sessions) {
          const id = await aSession(seriesId, known);
          ids.push(id);
          await app.database.dataSource.query(
            `INSERT INTO session_regions (session_id, region_id) SELECT $1, unnest($2::uuid[])`,
            [id, of.map((at) => regions[at])],
          );
          await rows(
            `INSERT INTO contributions (session_id, speaker_id, role, position)
             SELECT $1, speaker, 'speaker', 0 FROM unnest($2::uuid[]) speaker`,
            [id, with_.map((at) => speakers[at])],
          );
          if (attended !== null) await state(id, 'attended', attended);
        }
        const people = await Promise.all(Array.from({ length: PEOPLE }, somebody));
        for (const { session, person, ...place } of world.seats)
          await seat(ids[session] ?? '', people[person] ?? '', place);
        const figures = await ask(
          seriesId,
          world.selected.map((at) => ids[at] ?? ''),
        );
        expect(found(figures.counts)).toEqual(counted(world));
        for (const { isAtLeast, leftOut } of figures.counts) expect(isAtLeast).toBe(leftOut > 0);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('are the series’ own where all of its sessions are selected', async () => {
    const seriesId = await aSeries();
    const ids = [await aSession(seriesId), await aSession(seriesId), await aSession(seriesId, 'draft')];
    const [person, other] = [await somebody(), await somebody()];
    for (const id of ids) await seat(id, person);
    await seat(ids[0] ?? '', other, { city: 'Porto', country: 'PT' });
    const [known] = await app.database.dataSource.query<Record<Measure, number>[]>(
      `SELECT sessions, participations, participants, cities, countries FROM series_counts WHERE series_id = $1`,
      [seriesId],
    );
    const { counts } = await ask(seriesId, ids);
    expect(counts.filter(({ measure }) => measure in (known ?? {}))).toHaveLength(5);
    for (const { measure, value } of counts)
      if (known && measure in known) expect(known[measure]).toBe(value);
  });

  it('are of one origin: what the others have is left out, and said', async () => {
    const seriesId = await aSeries();
    const [counting, silent, both] = [
      await aSession(seriesId),
      await aSession(seriesId),
      await aSession(seriesId),
    ];
    await seat(counting, await somebody());
    await state(silent, 'attended', 120);
    await state(both, 'attended', 60, 'imported');
    await state(both, 'attended', 70);
    const { sessions, counts } = await ask(seriesId, [counting, silent, both]);
    expect(sessions).toBe(3);
    expect(counts).toContainEqual({
      ...{ measure: 'attended', value: 190, origin: 'reported', source: 'host', statedOn: '2026-05-06' },
      ...{ isAtLeast: true, leftOut: 1 },
    });
    expect(counts).toContainEqual(
      expect.objectContaining({
        measure: 'participants',
        value: 1,
        origin: 'counted',
        isAtLeast: true,
        leftOut: 2,
      }),
    );
  });

  it('leave out what is not of the series, and are asked of two sessions at least, of fifty at most', async () => {
    const [seriesId, elsewhere] = [await aSeries(), await aSeries()];
    const [own, stranger] = [await aSession(seriesId), await aSession(elsewhere)];
    await seat(own, await somebody());
    await seat(stranger, await somebody());
    expect(found((await ask(seriesId, [own, stranger])).counts)).toMatchObject({ participants: [1, 0] });
    const path = apiPaths.selectionFigures(seriesId);
    for (const [sessionIds, code] of [
      [[own], 'too-short'],
      [Array.from({ length: 51 }, randomUUID), 'too-long'],
      [['x', 'y'], 'wrong-format'],
    ] as const)
      expect((await app.problem('post', path, { sessionIds })).fields).toMatchObject([{ code }]);
    const nowhere = apiPaths.selectionFigures(own);
    expect((await app.problem('post', nowhere, { sessionIds: [own, stranger] })).code).toBe(
      'series.not-found',
    );
  });
});
