import { manyRecaps } from '@reihe/api-sample-records';
import { RECAP_LACKS } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DeskWorld } from '../testing/desk-world';
import { boardCards, type BoardAsked } from './board.sql';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const NOTHING: BoardAsked = {
  ...{ series: false, state: false, owner: null, lack: null, overdue: false, words: false },
};

describe('a board beside a large library', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.openAt(new FixedClock('2026-11-29T08:00:00Z'));
    await desk.database.dataSource.transaction(async (store) => {
      for (const sql of manyRecaps({ recaps: 2_000, withPictures: true })) await store.query(sql);
    });
    await desk.database.dataSource.query('VACUUM ANALYZE');
  }, 120_000);
  afterAll(() => desk.close());

  /** With what is asked for known, as the product has them planned. */
  const nodesOf = async (asked: Partial<BoardAsked>): Promise<Plan[]> => {
    const [series] = await desk.database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM series WHERE slug = 'series-3'`,
    );
    const literals = [`'{en,de}'`, `'${series?.id}'`, `'in-review'`, `'${desk.staff.id}'`, 'now()'];
    const values = [...literals, `'%recap 471%'`, '25', '0'].reduce(
      (sql, value, at) => sql.replaceAll(new RegExp(`\\$${at + 1}\\b`, 'g'), value),
      boardCards({ ...NOTHING, ...asked }),
    );
    const [row] = await desk.database.dataSource.query<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${values}`,
    );
    const all = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(all)];
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    return plan ? all(plan) : [];
  };

  it.each<[string, Partial<BoardAsked>]>([
    ['everything', {}],
    ['what is late', { overdue: true }],
    ...RECAP_LACKS.map((lack): [string, Partial<BoardAsked>] => [`what lacks: ${lack}`, { lack }]),
  ])('looks up the pictures that a recap shows, and never all there are, for %s', async (_name, asked) => {
    const whole = (await nodesOf(asked)).filter((node) => node['Node Type'] === 'Seq Scan');
    const tables = whole.map((node) => node['Relation Name']);
    for (const table of ['media', 'media_translations', 'recap_gallery']) expect(tables).not.toContain(table);
  });

  it.each<[string, Partial<BoardAsked>, string]>([
    ['a series', { series: true }, 'ix_recaps_series_id'],
    ['a state', { state: true }, 'ix_recaps_state'],
    ['what is late', { overdue: true }, 'ix_recaps_open'],
    ['words', { words: true }, 'ix_recap_translations_title'],
  ])('finds recaps by %s through an index', async (_name, asked, index) => {
    const indexes = (await nodesOf(asked)).map((node) => node['Index Name']);
    expect(indexes).toContain(index);
  });
});
