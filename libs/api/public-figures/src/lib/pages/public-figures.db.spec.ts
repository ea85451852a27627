import { publicFiguresPaths, type FigureDataSet, type ShownNumber } from '@reihe/shared-figures';
import { LANGUAGES } from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import { FiguresWorld, PRIVATE } from '../testing/figures-world';

const DAY = 24 * 60 * 60 * 1000;

class MovingClock extends FixedClock {
  private later = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.later);
  }

  pass(milliseconds: number): void {
    this.later += milliseconds;
  }
}

const exact = (value: number): ShownNumber => ({ value, isAtLeast: false });
const atLeast = (value: number): ShownNumber => ({ value, isAtLeast: true });
const hidden: ShownNumber = { value: null, isAtLeast: false };
const byKey = (rows: readonly { key: string; participants: ShownNumber }[]) =>
  Object.fromEntries(rows.map(({ key, participants }) => [key, participants]));

/** Every key of an answer, at any depth. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

const MAY_BE_TOLD = [
  ...['series', 'slug', 'title', 'language', 'languages', 'host', 'startsOn', 'endsOn', 'isSample', 'totals'],
  ...[
    'measure',
    'value',
    'origin',
    'isAtLeast',
    'source',
    'statedOn',
    'upTo',
    'differences',
    'stated',
    'recorded',
  ],
  ...[
    'breakdown',
    'regions',
    'countries',
    'cities',
    'otherCities',
    'sessions',
    'months',
    'categories',
    'key',
    'name',
  ],
  ...[
    'text',
    'tint',
    'participants',
    'city',
    'country',
    'latitude',
    'longitude',
    'participations',
    'attended',
  ],
  ...[
    'startsAt',
    'timeZone',
    'countedAt',
    'smallBelow',
    'attendance',
    'sharePercent',
    'minutes',
    'licence',
    'contact',
  ],
];

describe('figures as everybody reads them', () => {
  let world: FiguresWorld;
  const clock = new MovingClock('2026-10-07T08:00:00Z');

  beforeAll(async () => {
    world = await FiguresWorld.begin(clock);
    const [africa, asia] = await Promise.all(
      ['africa', 'asia'].map(async (slug) => {
        const [region] = await world.query<{ id: string }>(
          `INSERT INTO regions (slug, tint) VALUES ($1, $1) RETURNING id`,
          [slug],
        );
        await world.query(`INSERT INTO region_translations VALUES ($1, 'en', $2)`, [
          region?.id,
          `All of ${slug}`,
        ]);
        return region?.id;
      }),
    );
    const [south] = await world.query<{ id: string }>(
      `INSERT INTO regions (slug, tint, parent_id) VALUES ('south', 'africa', $1) RETURNING id`,
      [africa],
    );
    await world.query(`INSERT INTO region_countries VALUES ($1, 'ZA'), ($1, 'KE'), ($2, 'GH'), ($3, 'IN')`, [
      south?.id,
      africa,
      asia,
    ]);
    const [water] = await world.query<{ id: string }>(
      `INSERT INTO categories (slug) VALUES ('water') RETURNING id`,
    );
    await world.query(`INSERT INTO category_translations VALUES ($1, 'en', 'Water')`, [water?.id]);

    const series = await world.aSeries('water-and-cities');
    const first = await world.aSession(series, 'first');
    const second = await world.aSession(series, 'second', {
      startsAt: new Date('2026-11-03T12:00:00Z'),
      endsAt: new Date('2026-11-03T14:00:00Z'),
    });
    const draft = await world.aSession(series, 'draft', { state: 'draft' });
    await world.query(`INSERT INTO session_categories VALUES ($1, $3), ($2, $3)`, [first, second, water?.id]);
    const durban = await world.register(first, 12, { country: 'ZA', city: 'Durban' });
    await world.register(first, 8, { country: 'ZA', city: 'Tshwane', language: 'de' });
    await world.register(first, 2, { country: 'KE', city: 'Nairobi' });
    await world.register(first, 7, { country: 'GH', city: 'Kumasi' });
    await world.register(first, 1, { country: 'GH', city: '=Down my lane' });
    await world.register(first, 9, { country: 'IN', city: 'Pune' });
    await world.comeAgain(second, durban.slice(0, 6));
    await world.register(draft, 20, { country: 'BR' });
    await world.markAttended(first, durban.slice(0, 10));
    await world.query(
      `INSERT INTO stated_counts (series_id, measure, value, origin, is_at_least, source, stated_on)
       VALUES ($1, 'participants', 800, 'reported', true, 'Sample host', '2026-10-01'),
              ($1, 'sessions', 2, 'reported', false, 'Sample host', '2026-10-01'),
              ($1, 'speakers', 9, 'reported', false, 'Sample host', '2026-10-01')`,
      [series],
    );

    const few = await world.aSession(await world.aSeries('few'), 'of-few');
    await world.register(few, 4, { country: 'UA' });
    await world.aSeries('empty');
    await world.register(await world.aSession(await world.aSeries('hidden', 'draft'), 'of-hidden'), 30, {
      country: 'UA',
    });
  });
  afterAll(() => world.close());

  it('count each person once in a series, beside what somebody states, and say where they differ', async () => {
    const { totals, differences, series, countedAt } = await world.figures('water-and-cities');
    const told = totals.map(({ measure, origin, value, upTo }) => ({ measure, origin, value, upTo }));
    expect(told).toEqual(
      expect.arrayContaining([
        { measure: 'participants', origin: 'counted', value: 39, upTo: null },
        { measure: 'participants', origin: 'reported', value: 800, upTo: null },
        { measure: 'participations', origin: 'counted', value: 45, upTo: null },
        { measure: 'attendees', origin: 'counted', value: 10, upTo: null },
      ]),
    );
    expect(
      differences.map(({ measure, stated, recorded }) => [measure, stated.value, recorded?.value ?? null]),
    ).toEqual([
      ['participants', 800, 39],
      ['speakers', 9, null],
    ]);
    expect(series).toHaveLength(1);
    expect(countedAt).toBe('2026-10-07T08:00:00.000Z');
  });

  it('show no small number by place or language, nor one with which it could be worked out', async () => {
    const { breakdown } = await world.figures('water-and-cities');
    expect(byKey(breakdown.regions)).toEqual({ africa: exact(30), asia: exact(9) });
    expect(byKey(breakdown.countries)).toEqual({ GH: hidden, IN: exact(9), KE: hidden, ZA: exact(20) });
    const cities = Object.fromEntries(breakdown.cities.map(({ city, participants }) => [city, participants]));
    expect(cities).toEqual({
      Durban: exact(12),
      Tshwane: exact(8),
      Nairobi: hidden,
      Kumasi: hidden,
      Pune: exact(9),
    });
    expect(breakdown.cities.find(({ city }) => city === 'Durban')).toMatchObject({
      tint: 'africa',
      country: 'ZA',
    });
    expect(breakdown.otherCities).toBe(1);
    expect(byKey(breakdown.languages)).toEqual({ de: exact(8), en: exact(31) });
  });

  it('tell of sessions, months and categories how many places were taken and who came', async () => {
    const { breakdown } = await world.figures('water-and-cities');
    expect(
      breakdown.sessions.map(({ key, participations, attended }) => [key, participations, attended]),
    ).toEqual([
      ['first', exact(39), exact(10)],
      ['second', exact(6), null],
    ]);
    expect(breakdown.months).toEqual([
      { key: '2026-10', sessions: 1, participations: exact(39), attended: exact(10) },
      { key: '2026-11', sessions: 1, participations: exact(6), attended: null },
    ]);
    expect(breakdown.categories).toEqual([
      {
        key: 'water',
        name: { text: 'Water', language: 'en' },
        sessions: 2,
        participations: exact(45),
        attended: exact(10),
      },
    ]);
  });

  it('say nothing of a series in which there are fewer people than may be shown, nor of one without any', async () => {
    const few = await world.figures('few');
    expect(few.totals.map(({ measure }) => measure)).toEqual(['sessions']);
    expect(few.breakdown).toMatchObject({ countries: [], languages: [], cities: [], regions: [] });
    expect(few.breakdown.sessions[0]?.participations).toEqual(hidden);
    const empty = await world.figures('empty');
    expect([empty.totals, empty.countedAt]).toEqual([[], null]);
  });

  it.each(['hidden', 'nowhere'])('are not there for a series that readers do not see: %s', async (slug) => {
    expect((await world.problem('get', publicFiguresPaths.ofSeries(slug))).code).toBe('series.not-found');
    await world.http('get', publicFiguresPaths.file('en', 'csv', slug)).expect(404);
  });

  it('of all series are sums of what each shows, and people counted once', async () => {
    const { series, totals, breakdown, attendance } = await world.all();
    expect(series.map(({ slug }) => slug).sort()).toEqual(['empty', 'few', 'water-and-cities']);
    expect(Object.fromEntries(totals.map(({ measure, value }) => [measure, value]))).toMatchObject({
      participants: 43,
      participations: 49,
      countries: 5,
    });
    expect(byKey(breakdown.countries)).toMatchObject({ ZA: exact(20), GH: hidden });
    expect(breakdown.months[0]).toMatchObject({ sessions: 2, participations: atLeast(39) });
    expect([breakdown.sessions, attendance]).toEqual([[], null]);
  });

  it('hold nothing of a single person', async () => {
    const files = LANGUAGES.flatMap((language) =>
      (['csv', 'json'] as const).flatMap((format) => [
        publicFiguresPaths.file(language, format, 'water-and-cities'),
        publicFiguresPaths.fileOfAll(language, format),
      ]),
    );
    const texts = await Promise.all(
      [publicFiguresPaths.ofSeries('water-and-cities'), publicFiguresPaths.ofAll, ...files].map((address) =>
        world.text(address),
      ),
    );
    for (const text of texts) {
      expect(text).not.toMatch(new RegExp(PRIVATE, 'i'));
      expect(text).not.toContain('my lane');
      expect(text.replace('figures@example.org', '')).not.toMatch(/@|sesame|meet\.example/);
    }
    for (const text of texts.slice(0, 2))
      expect([...new Set(keysOf(JSON.parse(text)))].filter((key) => !MAY_BE_TOLD.includes(key))).toEqual([]);
    const [stored] = await world.query<{ text: string }>(
      `SELECT string_agg(b::text, ' ') AS text FROM published_breakdowns b`,
    );
    expect(stored?.text).not.toMatch(new RegExp(`${PRIVATE}|@`, 'i'));
  });

  it('are one statement once they are counted', async () => {
    for (const read of [() => world.figures('water-and-cities'), () => world.all()]) {
      await read();
      const statements = await world.statementsOf(read);
      expect(statements).toHaveLength(1);
    }
  });

  it('are the data set, row by row, with what is hidden left empty', async () => {
    const { rows, ...head } = JSON.parse(
      await world.text(publicFiguresPaths.file('de', 'json', 'water-and-cities')),
    ) as FigureDataSet;
    expect(head).toEqual({
      title: 'Zahlen: water-and-cities auf Deutsch',
      language: 'de',
      method: 'https://reihe.example/de/figures',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      asOf: '2026-10-07',
      smallBelow: 5,
    });
    const country = (key: string) => rows.find((row) => row.dimension === 'country' && row.key === key);
    expect(country('KE')).toEqual({
      ...{
        series: 'water-and-cities',
        dimension: 'country',
        key: 'KE',
        name: 'Kenia',
        measure: 'participants',
      },
      ...{
        value: null,
        precision: 'hidden',
        origin: 'counted',
        source: '',
        stated_on: '',
        as_of: '2026-10-07',
      },
    });
    expect(country('IN')).toMatchObject({ value: 9, precision: 'exact' });
    const ofPeople = ['participants', 'participations', 'attended', 'attendees'];
    const small = rows.filter(
      ({ measure, value }) => ofPeople.includes(measure) && value !== null && value < 5,
    );
    expect(small).toEqual([]);

    const csv = await world.text(publicFiguresPaths.file('de', 'csv', 'water-and-cities'));
    const [columns, ...lines] = csv.trimEnd().split('\r\n');
    expect(columns).toBe('series,dimension,key,name,measure,value,precision,origin,source,stated_on,as_of');
    expect(lines).toHaveLength(rows.length);
    expect(lines).toContain('water-and-cities,country,KE,Kenia,participants,,hidden,counted,,,2026-10-07');
    expect(lines).toContain(
      'water-and-cities,total,,,participants,800,at-least,reported,Sample host,2026-10-01,2026-10-07',
    );
  });

  it('as files are told to be the same as before, and are no formulas', async () => {
    const address = publicFiguresPaths.file('en', 'csv', 'water-and-cities');
    const first = await world.http('get', address).expect(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      'content-disposition': 'attachment; filename=figures-water-and-cities.en.csv',
    });
    await world
      .http('get', address)
      .set('If-None-Match', first.headers['etag'] ?? '')
      .expect(304);
    await world.query(`UPDATE stated_counts SET source = '=HYPERLINK("x"),"y"' WHERE measure = 'speakers'`);
    const changed = await world.http('get', address).expect(200);
    expect(changed.headers['etag']).not.toBe(first.headers['etag']);
    expect(changed.text).toContain(`,"'=HYPERLINK(""x""),""y""",`);
    for (const wrong of ['figures.xx.csv', 'figures.en.xml'])
      await world.http('get', `/data/series/water-and-cities/${wrong}`).expect(404);
  });

  it('are counted anew at most once a day, and only where enough more people took part', async () => {
    const [session] = await world.query<{ id: string }>(`SELECT id FROM sessions WHERE slug = 'first'`);
    const india = async () =>
      byKey((await world.figures('water-and-cities')).breakdown.countries)['IN']?.value ?? null;
    await world.register(session?.id ?? '', 5, { country: 'IN', city: 'Pune' });
    expect(await india()).toBe(9);
    clock.pass(DAY);
    expect(await india()).toBe(14);
    clock.pass(DAY);
    await world.register(session?.id ?? '', 4, { country: 'IN', city: 'Pune' });
    expect(await india()).toBe(14);
    const { totals } = await world.figures('water-and-cities');
    expect(totals).toContainEqual(expect.objectContaining({ measure: 'participants', value: 48 }));
    await world.register(session?.id ?? '', 1, { country: 'ZA', city: 'Durban' });
    expect(await india()).toBe(18);
  });
});
