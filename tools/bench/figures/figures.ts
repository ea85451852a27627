import { join } from 'node:path';
import { cityMapping } from 'city-timezones';
import { Client } from 'pg';
import type { Bench } from '../bench.ts';
import { bundleFloor } from '../bundle-floor.ts';
import { median } from '../measure.ts';
import { signIn } from '../sign-in.ts';
import { REGISTRATIONS, SEED, SESSIONS } from './seed.sql.ts';
import type * as Statements from './statements.ts';

const FLOOR = 0.8;
const ROUNDS = 7;
/** So many different ones, as people type them. */
const CITIES = 900;
const LINES = 250_000;

/** In the order of the statement's parameters, between the languages and the basis. */
const FILTERS = ['seriesId', 'from', 'to', 'region', 'category', 'country', 'language'] as const;
interface Asked {
  name: string;
  filter: Partial<Record<(typeof FILTERS)[number], string>>;
  basis?: 'attendance';
}

/**
 * Dashboards over 1,000 sessions, 100,000 registrations and 250,000 lines of meeting reports: each over HTTP, with sign-in, checks and
 * mapping, against its own statement alone, in turns. One that takes longer than its query plan does is too slow.
 */
export const figures: Bench = async ({ baseUrl, databaseUrl, staffPassword }) => {
  const bundled = await bundleFloor(join(import.meta.dirname, 'statements.ts'), 'figures');
  const { DASHBOARD } = (await import(bundled)) as typeof Statements;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await seed(client);
    const headers = { Cookie: await signIn(baseUrl, 'organiser@example.org', staffPassword) };
    const scores: number[][] = [];
    for (const asked of await questionsOf(client)) {
      const values = [
        ['en', 'de', 'es', 'fr'],
        ...FILTERS.map((name) => asked.filter[name] ?? null),
        !!asked.basis,
        null,
      ];
      const query = new URLSearchParams({
        lang: 'en',
        ...asked.filter,
        ...(asked.basis && { basis: asked.basis }),
      });
      const url = `${baseUrl}/api/v1/figures/dashboard?${query.toString()}`;
      scores.push(
        await measure(
          asked.name,
          () => read(url, headers),
          () => client.query(DASHBOARD, values),
        ),
      );
    }
    const rounds = Array.from({ length: ROUNDS }, (_, round) =>
      Math.min(...scores.map((score) => score[round] ?? 0)),
    );
    return { ratio: Math.min(...scores.map(median)), floor: FLOOR, rounds };
  } finally {
    await client.end();
  }
};

async function seed(client: Client): Promise<void> {
  const cities = [...cityMapping]
    .filter(({ timezone }) => timezone)
    .sort((a, b) => b.pop - a.pop)
    .slice(0, CITIES)
    .map(({ city, iso2, timezone }) => ({ city, country: iso2, zone: timezone }));
  for (const sql of SEED) await client.query(sql, sql.includes('$1') ? [JSON.stringify(cities)] : []);
  const { rows } = await client.query<{ sessions: number; registrations: number; lines: number }>(
    `SELECT (SELECT count(*)::int FROM sessions) AS sessions, (SELECT count(*)::int FROM registrations) AS registrations,
            (SELECT count(*)::int FROM attendance_spans) AS lines`,
  );
  const [made] = rows;
  if (!made || made.sessions < SESSIONS || made.registrations < REGISTRATIONS || made.lines < LINES)
    throw new Error(`Too little was made: ${JSON.stringify(made)}.`);
}

async function questionsOf(client: Client): Promise<Asked[]> {
  const idOf = async (table: string, slug: string) => {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${table} WHERE slug = $1`, [slug]);
    return rows[0]?.id ?? '';
  };
  return [
    { name: 'everything', filter: {} },
    { name: 'everything, who came', filter: {}, basis: 'attendance' },
    { name: 'a series', filter: { seriesId: await idOf('series', 'bench-series-7') } },
    { name: 'a quarter of a year', filter: { from: '2024-01-01', to: '2024-03-31' } },
    { name: 'a region', filter: { region: await idOf('regions', 'bench-region-3') } },
    { name: 'a category', filter: { category: await idOf('categories', 'bench-category-4') } },
    { name: 'people of a country', filter: { country: 'BR' } },
    { name: 'people of a language', filter: { language: 'de' } },
  ];
}

async function read(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} gave ${answer.status}.`);
  if (!text.includes('"sessions":[{')) throw new Error(`${url} found no session.`);
}

/** @returns of each round the statement's time as a share of the answer's */
async function measure(
  name: string,
  subject: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<number[]> {
  const milliseconds = async (work: () => Promise<unknown>) => {
    const before = performance.now();
    await work();
    return performance.now() - before;
  };
  await subject();
  await floor();
  const times: { subject: number; floor: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push({ subject: await milliseconds(subject), floor: await milliseconds(floor) });
  const [mine, plain] = [median(times.map((one) => one.subject)), median(times.map((one) => one.floor))];
  process.stdout.write(`  ${name}: ${mine.toFixed(0)} ms, its statement ${plain.toFixed(0)} ms\n`);
  return times.map((one) => one.floor / one.subject);
}
