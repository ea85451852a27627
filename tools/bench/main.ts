import { Problem, runCommand } from '../terminal/problem.ts';
import type { Bench, BenchResult } from './bench.ts';
import { listJson } from './list-json/list-json.ts';
import { pageWeight } from './page-weight/page-weight.ts';
import { programmeList } from './programme-list/programme-list.ts';
import { portalHtml } from './portal-html/portal-html.ts';
import { startWorld } from './world.ts';

const benches: Record<string, Bench> = {
  'list-json': listJson,
  'portal-html': portalHtml,
  'page-weight': pageWeight,
  'programme-list': programmeList,
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** `npm run bench -- NAME`: ends with one line of JSON, and non-zero where the floor is not reached. */
await runCommand(async () => {
  const [name = ''] = process.argv.slice(2);
  const bench = benches[name];
  if (!bench)
    throw new Problem(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`, 2);
  const world = await startWorld();
  try {
    const { ratio, floor, rounds } = await bench(world);
    const result: BenchResult = {
      bench: name,
      ratio: rounded(ratio),
      floor,
      rounds: rounds.map(rounded),
      ok: ratio >= floor,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return result.ok ? 0 : 1;
  } finally {
    await world.stop();
  }
});
