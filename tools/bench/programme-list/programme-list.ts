import { join } from 'node:path';
import { Client } from 'pg';
import type { Bench } from '../bench.ts';
import { bundleFloor } from '../bundle-floor.ts';
import { startChild } from '../child-server.ts';
import { interleaved, median } from '../measure.ts';
import { signIn } from '../sign-in.ts';
import { SEED, SERIES, SESSIONS } from './seed.sql.ts';

const FLOOR = 0.5;
const WHOLE = '&pageSize=500';

interface Listed {
  total: number;
  items: { slug: string; title: string }[];
}

async function seed(databaseUrl: string): Promise<Record<'series' | 'region' | 'category', string>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(SEED);
    const one = async (table: string, slug: string) => {
      const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${table} WHERE slug = $1`, [slug]);
      return rows[0]?.id ?? '';
    };
    return {
      series: await one('series', 'bench-series-7'),
      region: await one('regions', 'bench-region-3'),
      category: await one('categories', 'bench-category-4'),
    };
  } finally {
    await client.end();
  }
}

/** Milliseconds of one answer after another, the middle one of nine. */
async function milliseconds(url: string, headers: Record<string, string>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const before = performance.now();
    const answer = await fetch(url, { headers });
    await answer.text();
    if (!answer.ok) throw new Error(`${url} gave ${answer.status}.`);
    times.push(performance.now() - before);
  }
  return median(times);
}

/**
 * The staff's list of sessions at 50 series of 500: a page of one series over HTTP with sign-in, checks and mapping, against its
 * statement alone. How long each filter, and each other view of a programme that large, takes is told beside it.
 */
export const programmeList: Bench = async ({ baseUrl, databaseUrl, staffPassword }) => {
  const { series, region, category } = await seed(databaseUrl);
  const floor = await startChild(await bundleFloor(join(import.meta.dirname, 'floor.ts'), 'programme'), {
    DATABASE_URL: databaseUrl,
  });
  try {
    const headers = { Cookie: await signIn(baseUrl, 'organiser@example.org', staffPassword) };
    const address = (query: string) => `${baseUrl}/api/v1/sessions?lang=en&pageSize=50${query}`;
    const read = async (url: string) => (await (await fetch(url, { headers })).json()) as Listed;
    const query = `&series=${series}&state=held`;
    const floorUrl = `${floor.url}/?pageSize=50${query}`;
    const [mine, plain] = await Promise.all([read(address(query)), read(floorUrl)]);
    const essence = ({ total, items }: Listed) =>
      JSON.stringify([total, items.map(({ slug, title }) => [slug, title])]);
    if (mine.items.length !== 50) throw new Error(`The list has ${mine.items.length} sessions, not 50.`);
    if (essence(mine) !== essence(plain)) throw new Error('Subject and floor answer different sessions.');
    const { total } = await read(address(''));
    if (total < SERIES * SESSIONS) throw new Error(`Only ${total} sessions were seeded.`);

    const reads: Record<string, string> = {
      'table, everything': '',
      'table, series': `&series=${series}`,
      'table, state': '&state=draft',
      'table, kind': '&kind=opening',
      'table, region': `&region=${region}`,
      'table, category': `&category=${category}`,
      'table, language': '&language=pt',
      'table, search': '&q=series-33-12',
      'table, needs': '&needs=anything',
      [`table, by title (sorts all ${total.toLocaleString('en')} sessions)`]: '&sort=title',
      'calendar, a month': `&from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z${WHOLE}`,
      'timeline, a series of 500': `&series=${series}${WHOLE}`,
    };
    for (const [name, filter] of Object.entries(reads)) {
      const url = address(filter).replace(/pageSize=50(?=.*pageSize)/, '');
      process.stdout.write(`  ${name}: ${(await milliseconds(url, headers)).toFixed(1)} ms\n`);
    }
    const api = (path: string) => `${baseUrl}/api/v1${path}`;
    const others: Record<string, string> = {
      'conflicts, two weeks of all series': api('/planning/conflicts?lang=en&days=14'),
      'conflicts, a series': api(`/planning/conflicts?lang=en&series=${series}`),
      'fair time, a series of 500': api(`/planning/fair-time/series/${series}?lang=en`),
      'programme for readers, a series of 500': api('/programme/sessions?lang=en&series=bench-series-7'),
      'page of a series of 500': `${baseUrl}/en/series/bench-series-7`,
    };
    for (const [name, url] of Object.entries(others))
      process.stdout.write(`  ${name}: ${(await milliseconds(url, headers)).toFixed(1)} ms\n`);
    const rounds = await interleaved({ url: address(query), headers }, { url: floorUrl });
    const ratios = rounds.map(({ ratio }) => ratio);
    return { ratio: median(ratios), floor: FLOOR, rounds: ratios };
  } finally {
    await floor.stop();
  }
};
