import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { bundleFloor } from '../bundle-floor.ts';
import { startChild } from '../child-server.ts';
import { interleaved, median } from '../measure.ts';

const PATH = '/api/v1/programme/sessions?lang=en&pageSize=20';
const FLOOR = 0.5;

interface Listed {
  slug: string;
  title: string;
  speakers: { name: string | null }[];
}

async function read(url: string): Promise<Listed[]> {
  const answer = (await (await fetch(url)).json()) as { items: Listed[] };
  return answer.items;
}

/** 20 sessions with nested speakers, regions and counts, against the same rows by one statement through `node:http`. */
export const listJson: Bench = async ({ baseUrl, databaseUrl }) => {
  const floor = await startChild(await bundleFloor(join(import.meta.dirname, 'floor.ts'), 'list'), {
    DATABASE_URL: databaseUrl,
  });
  try {
    const [subjectItems, floorItems] = await Promise.all([read(baseUrl + PATH), read(floor.url)]);
    // The product lists somebody with several parts once; the floor has the plain rows.
    const once = (names: (string | null)[]) =>
      names.filter((name, at) => name === null || names.indexOf(name) === at);
    const essence = (items: Listed[]) =>
      JSON.stringify(
        items.map(({ slug, title, speakers }) => [slug, title, once(speakers.map(({ name }) => name))]),
      );
    if (subjectItems.length !== 20) throw new Error(`The list has ${subjectItems.length} sessions, not 20.`);
    if (essence(subjectItems) !== essence(floorItems))
      throw new Error('Subject and floor answer different sessions.');
    const rounds = await interleaved({ url: baseUrl + PATH }, { url: floor.url });
    const ratios = rounds.map(({ ratio }) => ratio);
    return { ratio: median(ratios), floor: FLOOR, rounds: ratios };
  } finally {
    await floor.stop();
  }
};
