import {
  apiPaths,
  PROGRAMME_WINDOW,
  type Page,
  type SeriesPage,
  type SessionTeaser,
} from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock } from '@reihe/shared-testing';
import { PublicProgrammeApp } from './testing/public-programme-app';

/** Autumn in Berlin: two hours before UTC until 25 October, then one. */
const SESSIONS = [
  {
    slug: 'spring',
    day: '2026-03-10',
    at: '09:00',
    regions: ['asia'],
    categories: ['water'],
    kind: 'opening',
  },
  {
    slug: 'summer',
    day: '2026-07-14',
    at: '14:00',
    regions: ['east'],
    categories: ['heat'],
    languages: ['fr'],
  },
  {
    slug: 'autumn',
    day: '2026-10-20',
    at: '19:00',
    regions: ['asia', 'east'],
    categories: ['water', 'heat'],
  },
  { slug: 'winter', day: '2026-11-30', at: '23:30', regions: [], categories: [], interpretation: ['de'] },
  { slug: 'course', day: '2026-12-01', at: '08:00', regions: ['asia'], categories: ['heat'], kind: 'course' },
] as const;

describe('filtering the programme of a series', () => {
  let programme: PublicProgrammeApp;
  let address: string;

  const read = (query = '') => programme.answer<SeriesPage>('get', `${address}?${query}`);
  const slugs = (sessions: readonly { slug: string }[]) => sessions.map(({ slug }) => slug);
  const counts = (choices: readonly { count: number; value?: string; slug?: string }[]) =>
    Object.fromEntries(choices.map(({ value, slug, count }) => [value ?? slug, count])) as Record<
      string,
      number
    >;

  beforeAll(async () => {
    programme = await PublicProgrammeApp.openAt(new FixedClock('2026-10-01T08:00:00Z'));
    const europe = await programme.aTerm('region', 'europe', { en: 'Europe' });
    const terms: Record<string, string> = {
      asia: await programme.aTerm('region', 'asia', { en: 'Asia', de: 'Asien' }),
      east: await programme.aTerm('region', 'east', { en: 'Eastern Europe' }, europe),
      water: await programme.aTerm('category', 'water', { en: 'Water' }),
      heat: await programme.aTerm('category', 'heat', { en: 'Heat' }),
    };
    await programme.aTerm('region', 'oceania', { en: 'Oceania' });
    const series = await programme.aSeries(aSaveSeries({ slug: 'cities' }));
    address = apiPaths.seriesPage(series.slug);
    const speakerId = await programme.aSpeaker('Olena Sample');
    for (const { slug, day, at, regions, categories, ...rest } of SESSIONS) {
      await programme.aSession(
        aSaveSession({
          seriesId: series.id,
          slug,
          startsLocal: `${day}T${at}`,
          endsLocal: `${day}T${at.startsWith('23') ? '23:59' : `${String(Number(at.slice(0, 2)) + 1).padStart(2, '0')}:00`}`,
          regionIds: regions.map((region) => terms[region] ?? ''),
          categoryIds: categories.map((category) => terms[category] ?? ''),
          kind: 'kind' in rest ? rest.kind : 'exchange',
          languages: 'languages' in rest ? [...rest.languages] : ['en'],
          interpretation: 'interpretation' in rest ? [...rest.interpretation] : [],
          translations: {
            en: { title: `The ${slug} session`, abstract: slug === 'summer' ? 'Shade for all.' : '' },
          },
          contributions:
            slug === 'winter'
              ? [{ speakerId, role: 'speaker', city: '', country: null, translations: {} }]
              : [],
        }),
      );
    }
  });
  afterAll(() => programme.close());

  it.each([
    ['', ['spring', 'summer', 'autumn', 'winter', 'course']],
    ['region=asia', ['spring', 'autumn', 'course']],
    ['region=asia&region=east', ['spring', 'summer', 'autumn', 'course']],
    ['region=europe', ['summer', 'autumn']],
    ['region=asia&category=heat', ['autumn', 'course']],
    ['category=water&category=heat', ['spring', 'summer', 'autumn', 'course']],
    ['language=fr&language=de', ['summer', 'winter']],
    ['kind=opening&kind=course', ['spring', 'course']],
    ['when=upcoming&region=asia', ['autumn', 'course']],
    ['from=2026-07-14&to=2026-10-20', ['summer', 'autumn']],
    ['from=2026-12-01', ['course']],
    ['time=morning', ['spring', 'course']],
    ['time=evening&time=night', ['autumn', 'winter']],
    ['q=SHADE%20summer', ['summer']],
    ['q=olena', ['winter']],
    ['q=olena%20shade', []],
    ['q=%25', []],
    ['region=nowhere', []],
    ['region=&when=&q=&from=', ['spring', 'summer', 'autumn', 'winter', 'course']],
  ])('finds what %s asks for, on the page and in the list', async (query, expected) => {
    const page = await read(query);
    expect(slugs(page.sessions)).toEqual(expected);
    expect(page.window.total).toBe(expected.length);
    const list = await programme.answer<Page<SessionTeaser>>(
      'get',
      `${apiPaths.programme}?series=cities&${query}`,
    );
    expect(slugs(list.items).sort()).toEqual([...expected].sort());
  });

  it('means days and times of day in the zone that is asked for', async () => {
    // In Bangkok 19:00 of Berlin's summer is midnight, 23:30 of its winter is 05:30 of the next day, 08:00 is 14:00.
    const query = 'zone=Asia/Bangkok';
    expect(slugs((await read(`${query}&time=night`)).sessions)).toEqual(['autumn', 'winter']);
    expect(slugs((await read(`${query}&time=afternoon`)).sessions)).toEqual(['spring', 'course']);
    expect(slugs((await read(`${query}&from=2026-12-01`)).sessions)).toEqual(['winter', 'course']);
    expect((await read(query)).window.zone).toBe('Asia/Bangkok');
    expect((await read()).window.zone).toBe('Europe/Berlin');
  });

  it.each(['zone=Nowhere/Land', 'time=noon', 'from=2026-02-30', 'month=2026-13', 'start=0', 'view=week'])(
    'refuses %s by its name',
    async (query) => {
      const problem = await programme.problem('get', `${address}?${query}`);
      expect([problem.status, problem.fields?.[0]?.path]).toEqual([400, query.split('=')[0]]);
    },
  );

  it('counts beside each choice what it would leave', async () => {
    const { filters } = await read();
    expect(counts(filters.when)).toEqual({ upcoming: 3, past: 2 });
    expect(counts(filters.regions)).toEqual({ asia: 3, east: 2 });
    expect(counts(filters.categories)).toEqual({ water: 2, heat: 3 });
    expect(counts(filters.languages)).toEqual({ de: 1, en: 4, fr: 1 });
    expect(filters.kinds).toEqual([
      { value: 'opening', count: 1 },
      { value: 'exchange', count: 3 },
      { value: 'course', count: 1 },
    ]);
    expect(counts(filters.times)).toEqual({ morning: 2, afternoon: 1, evening: 1, night: 1 });
  });

  it('counts beside the other filters, not beside its own', async () => {
    const { filters } = await read('region=asia&when=upcoming');
    expect(counts(filters.regions)).toEqual({ asia: 2, east: 1 });
    expect(counts(filters.when)).toEqual({ upcoming: 2, past: 1 });
    expect(counts(filters.categories)).toEqual({ water: 1, heat: 2 });
  });

  it('promises what it keeps: each choice added to what is chosen leaves as many as it says', async () => {
    for (const chosen of [
      '',
      'when=past',
      'category=heat',
      'region=europe',
      'language=en&time=morning',
      'q=the',
    ]) {
      const { filters } = await read(chosen);
      const choices = [
        ...filters.regions.map(({ slug, count }) => ['region', slug, count] as const),
        ...filters.categories.map(({ slug, count }) => ['category', slug, count] as const),
        ...filters.kinds.map(({ value, count }) => ['kind', value, count] as const),
        ...filters.languages.map(({ value, count }) => ['language', value, count] as const),
        ...filters.times.map(({ value, count }) => ['time', value, count] as const),
        ...filters.when.map(({ value, count }) => ['when', value, count] as const),
      ];
      for (const [key, value, count] of choices) {
        const others = chosen.split('&').filter((part) => part && !part.startsWith(`${key}=`));
        const page = await read([...others, `${key}=${value}`].join('&'));
        expect([chosen, key, value, page.window.total]).toEqual([chosen, key, value, count]);
      }
    }
  });

  it('names what was asked for even where nothing has it', async () => {
    const { filters } = await read('region=oceania&category=water');
    expect(filters.regions).toContainEqual(
      expect.objectContaining({ slug: 'oceania', name: 'Oceania', count: 0 }),
    );
    expect(slugs(filters.regions)).not.toContain('nowhere');
  });

  it('shows one month on a sheet, and the nearest others with sessions', async () => {
    const { month, sessions } = await read('view=month&month=2026-11');
    expect(sessions).toEqual([]);
    // The first of December is there too: it is still November further west.
    expect(month).toMatchObject({ month: '2026-11', previous: '2026-10', next: '2026-12' });
    expect(month?.entries).toMatchObject([
      { slug: 'winter', title: 'The winter session', startsAt: '2026-11-30T22:30:00Z', isCancelled: false },
      { slug: 'course' },
    ]);
  });

  it.each([
    ['', '2026-10'],
    ['&when=past', '2026-07'],
    ['&kind=course', '2026-12'],
    ['&q=nothing-like-it', '2026-10'],
    ['&month=2026-05', '2026-05'],
  ])('opens the month view%s at %s', async (query, expected) => {
    expect((await read(`view=month${query}`)).month?.month).toBe(expected);
  });

  it('reads all of it with one statement', async () => {
    for (const query of ['region=asia&time=morning&q=the', 'view=month&category=heat']) {
      expect(await programme.statementsOf(() => read(query))).toHaveLength(1);
    }
  });

  describe('where a series is long', () => {
    const COUNT = 500;
    const long = (query = '') =>
      programme.answer<SeriesPage>('get', `${apiPaths.seriesPage('long')}?${query}`);

    beforeAll(async () => {
      const series = await programme.aSeries(aSaveSeries({ slug: 'long' }));
      await programme.database.dataSource.query(
        `WITH added AS (
           INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
           SELECT $1, 'long-' || n, 'published', 'exchange', at, at + interval '1 hour', '', '', 'Europe/Berlin', '{en}'
           FROM (SELECT n, '2026-10-01T09:00Z'::timestamptz + make_interval(days => n - 300) AS at FROM generate_series(1, $2) n) n
           RETURNING id, slug
         )
         INSERT INTO session_translations (session_id, language, title) SELECT id, 'en', slug FROM added`,
        [series.id, COUNT],
      );
    });

    it('opens a little before today and never carries more than a window', async () => {
      const { sessions, window } = await long();
      expect(sessions).toHaveLength(PROGRAMME_WINDOW.size);
      expect(window).toMatchObject({ total: COUNT, past: 299, start: 300 - PROGRAMME_WINDOW.before });
      expect(sessions[PROGRAMME_WINDOW.before]?.slug).toBe('long-300');
    });

    it('opens at any place, stays within the programme, and at its end shows a whole window of the past', async () => {
      expect(slugs((await long('start=490')).sessions)).toHaveLength(11);
      expect((await long('start=9999')).window.start).toBe(COUNT);
      const past = await long('when=past');
      expect([past.window.start, past.sessions.at(-1)?.slug]).toEqual([276, 'long-299']);
    });

    it('has each session on exactly one of the windows that follow each other', async () => {
      const seen: string[] = [];
      for (let start = 1; start <= COUNT; start += PROGRAMME_WINDOW.size)
        seen.push(...slugs((await long(`start=${start}`)).sessions));
      expect(seen).toEqual(Array.from({ length: COUNT }, (_, index) => `long-${index + 1}`));
    });
  });
});
