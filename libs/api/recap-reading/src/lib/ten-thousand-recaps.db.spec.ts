import { manyRecaps } from '@reihe/api-sample-records';
import { FixedClock } from '@reihe/shared-testing';
import { ALL_RECAPS, FOUND_COUNT, LIKELY_WORDS, SEARCHED_RECAPS } from './list/recaps-page.sql';
import { RECAP_PAGE } from './pages/recap-page.sql';
import { ReadingApp } from './testing/reading-app';

const RECAPS = 10_000;
/** Tables that hold every text or every revision: to read one whole takes longer than a page may. */
const LARGE = [
  'recaps',
  'recap_revisions',
  'recap_revision_translations',
  'recap_search_texts',
  'recap_addresses',
];
const EN = ['en', 'de'];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

describe('ten thousand recaps', () => {
  let app: ReadingApp;

  beforeAll(async () => {
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    await generate(app);
  }, 240_000);
  afterAll(() => app.close());

  /** Planned as the product plans: once, for any parameters. */
  async function nodesOf(sql: string, parameters: Parameter[]): Promise<Plan[]> {
    const values = parameters.map(literal);
    const plan = await app.database.dataSource.transaction(async (store) => {
      await store.query(`SET LOCAL plan_cache_mode = force_generic_plan`);
      await store.query(`PREPARE asked AS ${sql}`);
      const [row] = await store.query<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `EXPLAIN (FORMAT JSON) EXECUTE asked (${values.join(', ')})`,
      );
      await store.query(`DEALLOCATE asked`);
      return row?.['QUERY PLAN'][0]?.Plan;
    });
    const all = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(all)];
    return plan ? all(plan) : [];
  }

  async function readWhole(sql: string, parameters: Parameter[]): Promise<string[]> {
    const nodes = await nodesOf(sql, parameters);
    return nodes
      .filter((node) => node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? ''))
      .map((node) => node['Relation Name'] ?? '');
  }

  const none = [null, null, null, null];

  it.each([
    ['the list', ALL_RECAPS, [EN, ...none, null, 25, 0]],
    ['the list of a series', ALL_RECAPS, [EN, 'series-1', null, null, null, null, 25, 0]],
    ['a search', SEARCHED_RECAPS, [EN, ...none, ['rareztqq'], 25, 0]],
    [
      'a search among filters',
      SEARCHED_RECAPS,
      [EN, 'series-1', 'region-1', 'category-1', 2020, ['word3'], 25, 0],
    ],
    ['the count of a spelling', FOUND_COUNT, [EN, ['rareztqq']]],
    ['a recap with those to read on with', RECAP_PAGE, [EN, 'recap-5000-en']],
  ] as [string, string, Parameter[]][])(
    'reads no large table whole for %s',
    async (_name, sql, parameters) => {
      expect(await readWhole(sql, parameters)).toEqual([]);
    },
  );

  it('finds words by their index: what a function does inside is not in a plan, so its statement is looked at', async () => {
    const plan = await app.database.dataSource.transaction(async (store) => {
      await store.query(`SET LOCAL enable_seqscan = off`);
      return store.query<{ 'QUERY PLAN': string }[]>(`
        EXPLAIN SELECT t.recap_id FROM unnest('{en,de}'::text[]) AS l (language)
        JOIN recap_search_texts t ON t.vector @@ recap_query(l.language, '{word3}') AND t.language = l.language`);
    });
    expect(plan.map((row) => row['QUERY PLAN']).join(' ')).toContain('ix_recap_search_texts_vector');
    const [hits] = await app.database.dataSource.query<{ settings: string[] }[]>(
      `SELECT proconfig AS settings FROM pg_proc WHERE proname = 'recap_hits'`,
    );
    expect(hits?.settings).toEqual(['enable_seqscan=off']);
  });

  it('finds likely spellings by their indexes', async () => {
    const indexes = async (sql: string, parameters: Parameter[]) =>
      (await nodesOf(sql, parameters)).map((node) => node['Index Name']);
    const spelling = await indexes(LIKELY_WORDS, [EN, ['rarewrod']]);
    expect(spelling).toEqual(
      expect.arrayContaining(['ix_recap_search_words_parts', 'ix_recap_search_words_beginning']),
    );
  });

  it('finds neighbours in a series and what is shared elsewhere by their indexes', async () => {
    const indexes = (await nodesOf(RECAP_PAGE, [EN, 'recap-5000-en'])).map((node) => node['Index Name']);
    expect(indexes).toEqual(
      expect.arrayContaining([
        'ix_published_recaps_series_id',
        'ix_published_recaps_category_ids',
        'ix_published_recaps_region_ids',
      ]),
    );
  });
});

type Parameter = string | number | null | string[];

function literal(value: Parameter): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  const text = Array.isArray(value) ? `{${value.join(',')}}` : value;
  return `'${text}'`;
}

async function generate(app: ReadingApp): Promise<void> {
  await app.database.dataSource.transaction(async (store) => {
    for (const sql of manyRecaps({ recaps: RECAPS, withPictures: false })) await store.query(sql);
  });
  await app.database.dataSource.query('VACUUM ANALYZE');
}
