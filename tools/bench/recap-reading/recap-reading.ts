import { join } from 'node:path';
import { Client } from 'pg';
import type { Bench } from '../bench.ts';
import { bundleFloor } from '../bundle-floor.ts';
import { median } from '../measure.ts';
import { signIn } from '../sign-in.ts';
import { LARGE, questionsOf, type Places } from './asked.ts';
import { factsOf } from './plans.ts';
import { type Read, readsOf } from './reads.ts';
import type * as Statements from './statements.ts';

const RECAPS = 10_000;
const ROUNDS = 7;

/**
 * An installation of 10,000 published recaps and 50,000 pictures. First the plans: which indexes answer lists, searches and filters of
 * readers and staff, and that none reads a large table whole. Then what each takes over HTTP, against looking once at each published
 * recap.
 */
export const recapReading: Bench = async ({ baseUrl, databaseUrl, staffPassword }) => {
  const bundled = await bundleFloor(join(import.meta.dirname, 'statements.ts'), 'recap-reading');
  const statements = (await import(bundled)) as typeof Statements;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await seed(client, statements);
    const places = await placesOf(client);
    await tellPlans(client, statements, places);
    const headers = { Cookie: await signIn(baseUrl, 'editor@example.org', staffPassword) };
    const scores: number[][] = [];
    for (const read of readsOf(places))
      scores.push(await measure(client, `${baseUrl}${read.path}`, headers, read));
    const rounds = Array.from({ length: ROUNDS }, (_, round) =>
      Math.min(...scores.map((score) => score[round] ?? 0)),
    );
    return { ratio: Math.min(...scores.map(median)), floor: 1, rounds };
  } finally {
    await client.end();
  }
};

async function seed(client: Client, { manyRecaps }: typeof Statements): Promise<void> {
  await client.query('BEGIN');
  for (const sql of manyRecaps({ recaps: RECAPS, withPictures: true })) await client.query(sql);
  await client.query('COMMIT');
  // As autovacuum does it within a minute.
  await client.query('VACUUM ANALYZE');
  const { rows } = await client.query<{ recaps: number; pictures: number }>(
    `SELECT (SELECT count(*)::int FROM published_recaps) AS recaps, (SELECT count(*)::int FROM media) AS pictures`,
  );
  const [{ recaps, pictures } = { recaps: 0, pictures: 0 }] = rows;
  if (recaps < RECAPS || pictures < 5 * RECAPS)
    throw new Error(`Only ${recaps} recaps and ${pictures} pictures were made.`);
}

async function placesOf(client: Client): Promise<Places> {
  const one = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id ?? '';
  return {
    series: await one(`SELECT id FROM series WHERE slug = 'series-3'`),
    owner: await one(`SELECT id FROM staff_accounts WHERE email_key = 'editor-3@example.org'`),
  };
}

/** @throws Error where a large table is read whole that the question is not about as a whole */
async function tellPlans(client: Client, statements: typeof Statements, places: Places): Promise<void> {
  const wrong: string[] = [];
  for (const question of questionsOf(statements, places)) {
    const { indexes, readWhole } = await factsOf(client, question);
    const large = LARGE.filter((table) => readWhole.includes(table));
    const whole = large.length > 0 ? `; whole: ${large.join(', ')}` : '';
    process.stdout.write(
      `  plan of ${question.name}: ${indexes.join(', ') || 'within a function'}${whole}\n`,
    );
    const surplus = large.filter((table) => !question.mayReadWhole.includes(table));
    if (surplus.length > 0) wrong.push(`${question.name} reads ${surplus.join(', ')} whole.`);
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** In turns with the floor. @returns of each round how much of its time was left: 2 took half of what it may, less than 1 too long */
async function measure(
  client: Client,
  url: string,
  headers: Record<string, string>,
  { name, most }: Read,
): Promise<number[]> {
  const floors: number[] = [];
  const subjects: number[] = [];
  const read = async () => {
    const answer = await fetch(url, { headers });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${url} gave ${answer.status}: ${body.slice(0, 200)}`);
  };
  await read();
  for (let round = 0; round < ROUNDS; round++) {
    floors.push(
      await milliseconds(() => client.query('SELECT count(*), max(published_on) FROM published_recaps')),
    );
    subjects.push(await milliseconds(read));
  }
  const [floor, subject] = [median(floors), median(subjects)];
  const times = Math.round(subject / floor);
  process.stdout.write(
    `  ${name}: ${subject.toFixed(1)} ms, ${times} times the floor of ${floor.toFixed(2)} ms; at most ${most}\n`,
  );
  return subjects.map((time) => (most * floor) / time);
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
