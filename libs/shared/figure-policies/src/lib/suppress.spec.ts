import fc from 'fast-check';
import { publishedTable, type Breakdown, type PublishedTable } from './published-table';
import { suppress } from './suppress';
import { Reader } from './testing/reader';

const leaf = (key: string, value: number, prominence = 0): Breakdown => ({ key, value, prominence });
const sum = (key: string, ...parts: Breakdown[]): Breakdown => ({
  key,
  value: parts.reduce((total, { value }) => total + value, 0),
  kind: 'sum',
  parts,
});
const hiddenOf = (table: PublishedTable, threshold = 5, before?: ReadonlySet<string>) =>
  [...suppress(table, threshold, before).cells].filter(([, value]) => value === null).map(([key]) => key);
const hidden = (...breakdowns: Breakdown[]) => hiddenOf(publishedTable(...breakdowns));

describe('what is hidden of a table', () => {
  it('is nothing where nothing is small, and zero points at nobody', () => {
    expect(hidden(sum('all', leaf('de', 5), leaf('br', 12), leaf('ua', 0)))).toEqual([]);
  });

  it('is a small number with the smallest other that keeps it from being worked out', () => {
    expect(hidden(sum('all', leaf('de', 40), leaf('br', 7), leaf('ua', 3), leaf('in', 9)))).toEqual([
      'br',
      'ua',
    ]);
  });

  it('is no third number where two small ones hide each other', () => {
    expect(hidden(sum('all', leaf('de', 40), leaf('br', 3), leaf('ua', 3)))).toEqual(['br', 'ua']);
  });

  it('is a third number where two small ones are together so few that each must be small', () => {
    expect(hidden(sum('all', leaf('de', 40), leaf('br', 2), leaf('ua', 3)))).toEqual(['de', 'br', 'ua']);
    expect(hidden(sum('all', leaf('de', 40), leaf('br', 9), leaf('ua', 1), leaf('in', 1)))).toEqual([
      'br',
      'ua',
      'in',
    ]);
  });

  it('is the total where its parts cannot hide each other', () => {
    expect(hidden(sum('all', leaf('de', 1), leaf('br', 1), leaf('ua', 1)))).toEqual([
      'all',
      'de',
      'br',
      'ua',
    ]);
    expect(hidden(sum('all', leaf('de', 3)))).toEqual(['all', 'de']);
  });

  it('goes up: a country whose only city is small hides with another country and one of its cities', () => {
    const table = sum(
      'all',
      sum('de', leaf('bonn', 30), leaf('kiel', 20)),
      sum('br', leaf('recife', 2)),
      sum('in', leaf('pune', 50), leaf('surat', 60)),
    );
    expect(hidden(table)).toEqual(['de', 'kiel', 'br', 'recife']);
  });

  it('stays in its country where the country has cities enough', () => {
    const table = sum('all', sum('de', leaf('bonn', 30), leaf('kiel', 20), leaf('trier', 2)), leaf('br', 6));
    expect(hidden(table)).toEqual(['kiel', 'trier']);
  });

  it('is hidden in each table that shows it', () => {
    const cells = (of: string, ...values: number[]) =>
      ['de', 'br', 'ua'].map((country, at) => leaf(`${of}-${country}`, values[at] ?? 0));
    const [first, second] = [cells('first', 20, 8, 2), cells('second', 30, 9, 7)];
    const countries = first.map((cell, at) => ({
      ...sum(cell.key.slice(6), cell, second[at] ?? cell),
    }));
    const table = [sum('first', ...first), sum('second', ...second), sum('all', ...countries)];
    expect(hidden(...table)).toEqual(['first-br', 'first-ua', 'second-br', 'second-ua']);
  });

  it('is the whole breakdown of a total so small that each named part would be known to be small', () => {
    const [few, many] = [
      [leaf('few-de', 1), leaf('few-br', 2), leaf('few-ua', 2)],
      [leaf('many-de', 30), leaf('many-br', 40), leaf('many-ua', 50)],
    ] as const;
    const countries = few.map((cell, at) => sum(cell.key.slice(4), cell, many[at] ?? cell));
    const totals = [sum('few', ...few), sum('many', ...many)].map((total) => ({ ...total, isKnown: true }));
    const { cells, unnamed } = suppress(publishedTable(...totals, ...countries), 5);
    expect([...unnamed]).toEqual(['few-de', 'few-br', 'few-ua']);
    expect([cells.get('few'), cells.get('many')]).toEqual([5, 120]);
  });

  it('is hidden where numbers of distinct people overlap, as if readers knew by how much', () => {
    const table = publishedTable({
      key: 'people',
      value: 50,
      kind: 'overlap',
      parts: [leaf('de', 40), leaf('br', 12), leaf('ua', 2)],
    });
    expect(hiddenOf(table)).toEqual(['br', 'ua']);
  });

  it('is nothing more where somebody is in no part: nobody is told how many', () => {
    const table = publishedTable({
      key: 'people',
      value: 50,
      kind: 'overlap',
      parts: [leaf('de', 30), leaf('ua', 2)],
    });
    expect(hiddenOf(table)).toEqual(['ua']);
  });

  it('is what readers miss least, and what was hidden before', () => {
    const row = [leaf('de', 40), leaf('br', 9, 1), leaf('ua', 3), leaf('in', 20)];
    expect(hidden(sum('all', ...row))).toEqual(['ua', 'in']);
    expect(hiddenOf(publishedTable(sum('all', ...row)), 5, new Set(['de', 'ua']))).toEqual(['de', 'ua']);
  });

  it.each<[string, Breakdown[]]>([
    ['does not add up', [{ key: 'all', value: 9, kind: 'sum', parts: [leaf('de', 8)] }]],
    ['has a part that is more than it', [{ key: 'all', value: 9, kind: 'overlap', parts: [leaf('de', 10)] }]],
    ['says two numbers of one thing', [sum('all', leaf('de', 8)), sum('other', leaf('de', 9))]],
    ['has a part twice', [{ key: 'all', value: 16, kind: 'sum', parts: [leaf('de', 8), leaf('de', 8)] }]],
    ['counts less than nobody', [leaf('de', -1)]],
    ['counts halves', [leaf('de', 7.5)]],
  ])('is not said of a table that %s', (_what, breakdowns) => {
    expect(() => hidden(...breakdowns)).toThrow();
  });
});

interface Person {
  series: number[];
  country: number;
  city: number;
  language: number;
  sessions: number[];
}

const people = fc.array(
  fc.record<Person>({
    series: fc.uniqueArray(fc.integer({ min: 0, max: 1 }), { minLength: 1 }),
    country: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2 })),
    city: fc.integer({ min: 0, max: 1 }),
    language: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2 })),
    sessions: fc.uniqueArray(fc.integer({ min: 0, max: 2 })),
  }),
  { minLength: 1, maxLength: 30 },
);
const thresholds = fc.integer({ min: 2, max: 5 });
const SERIES = [0, 1];
const COUNTRIES = [0, 1, 2];

type Asked = Partial<Record<'series' | 'country' | 'city' | 'language' | 'session', number>>;

/** Of all people and of each of two series, some of whom are in both: countries with cities; besides languages, sessions, participations. */
function tablesOf(everybody: readonly Person[]): PublishedTable {
  const found = ({ series, session, ...asked }: Asked) =>
    everybody.filter(
      (person) =>
        (Object.keys(asked) as (keyof typeof asked)[]).every((key) => person[key] === asked[key]) &&
        (series === undefined || person.series.includes(series)) &&
        (session === undefined || person.sessions.includes(session)),
    );
  const cell = (asked: Asked): Breakdown => ({ key: JSON.stringify(asked), value: found(asked).length });
  const places = (of: Asked): Breakdown => ({
    ...cell(of),
    parts: COUNTRIES.map((country) => ({
      ...cell({ ...of, country }),
      parts: [0, 1].map((city) => cell({ ...of, country, city })),
    })),
  });
  const bySeries = (of: Asked): Breakdown => ({
    ...cell(of),
    kind: 'overlap',
    parts: SERIES.map((series) => cell({ series, ...of })),
  });
  return publishedTable(
    places({}),
    ...SERIES.map((series) => places({ series })),
    ...COUNTRIES.flatMap((country) => [0, 1].map((city) => bySeries({ country, city }))),
    { ...cell({}), parts: COUNTRIES.map((language) => cell({ language })) },
    { ...cell({}), kind: 'overlap', parts: COUNTRIES.map((session) => cell({ session })) },
    {
      key: 'participations',
      value: everybody.reduce((total, { sessions }) => total + sessions.length, 0),
      parts: COUNTRIES.map((session) => cell({ session })),
    },
  );
}

const smallOnes = (table: PublishedTable, threshold: number) =>
  table.cells.filter(({ value }) => value > 0 && value < threshold);

describe('whoever reads everything that is shown', () => {
  it('can take no small number for certain, nor for small', () => {
    fc.assert(
      fc.property(people, thresholds, (everybody, threshold) => {
        const table = tablesOf(everybody);
        const suppressed = suppress(table, threshold);
        const { cells } = suppressed;
        const reader = new Reader(table, suppressed, threshold);
        for (const { key, value } of smallOnes(table, threshold)) {
          expect(cells.get(key)).toBeNull();
          expect(reader.couldBe(key, value, value)).toBe(true);
          expect(reader.couldBe(key, threshold)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('would work some out if small numbers alone were hidden', () => {
    const table = publishedTable(sum('all', leaf('de', 40), leaf('br', 12), leaf('ua', 3)));
    const cells = new Map(table.cells.map(({ key, value }) => [key, value < 5 ? null : value]));
    const reader = new Reader(table, { cells, unnamed: new Set() }, 5);
    expect(reader.couldBe('ua', 3, 3)).toBe(true);
    expect(reader.couldBe('ua', 4)).toBe(false);
    expect(reader.couldBe('ua', 1, 2)).toBe(false);
  });

  it('can do so neither where totals stand elsewhere, too', () => {
    const counts = fc.array(fc.array(fc.array(fc.nat(6), { maxLength: 3 }), { maxLength: 3 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(counts, thresholds, (regions, threshold) => {
        const tree = sum(
          'all',
          ...regions.map((countries, region) =>
            sum(
              `${region}`,
              ...countries.map((cities, country) =>
                sum(
                  `${region}-${country}`,
                  ...cities.map((people, city) => leaf(`${region}-${country}-${city}`, people)),
                ),
              ),
            ),
          ),
        );
        fc.pre(tree.value >= threshold);
        const table = publishedTable({ ...tree, isKnown: true });
        const suppressed = suppress(table, threshold);
        expect(suppressed.cells.get('all')).toBe(tree.value);
        const reader = new Reader(table, suppressed, threshold);
        for (const { key, value } of smallOnes(table, threshold)) {
          expect(reader.couldBe(key, value, value)).toBe(true);
          expect(reader.couldBe(key, threshold)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('sees every other number as it is, in the order of the table', () => {
    fc.assert(
      fc.property(people, thresholds, (everybody, threshold) => {
        const table = tablesOf(everybody);
        const { cells } = suppress(table, threshold);
        expect([...cells.keys()]).toEqual(table.cells.map(({ key }) => key));
        for (const { key, value } of table.cells) expect([value, null]).toContain(cells.get(key));
        expect(suppress(tablesOf(everybody), threshold).cells).toEqual(cells);
      }),
      { numRuns: 30 },
    );
  });

  it('sees everything where nothing is small', () => {
    fc.assert(
      fc.property(people, (everybody) => {
        const table = tablesOf(everybody);
        expect([...suppress(table, 1).cells.values()]).toEqual(table.cells.map(({ value }) => value));
      }),
    );
  });

  it('learns of each sum of hidden parts that it is the threshold at least, and one more for each part beyond the first', () => {
    const countries = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(countries, thresholds, (values, threshold) => {
        const table = publishedTable(sum('all', ...values.map((value, at) => leaf(`${at}`, value))));
        const { cells } = suppress(table, threshold);
        const parts = values.filter((_value, at) => cells.get(`${at}`) === null);
        if (parts.length === 0 || cells.get('all') === null) return;
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.reduce((total, value) => total + value, 0)).toBeGreaterThanOrEqual(
          threshold + parts.length - 1,
        );
      }),
    );
  });
});
