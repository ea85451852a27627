import { Problem, runCommand } from '../terminal/problem.ts';
import type { Bench, BenchOutcome, BenchResult } from './bench.ts';
import { figures } from './figures/figures.ts';
import { listJson } from './list-json/list-json.ts';
import { pageWeight } from './page-weight/page-weight.ts';
import { programmeList } from './programme-list/programme-list.ts';
import { recapReading } from './recap-reading/recap-reading.ts';
import { recapTyping } from './recap-typing/recap-typing.ts';
import { portalHtml } from './portal-html/portal-html.ts';
import { planOf } from './registration/plan.ts';
import { benchRegistration, HOT, SPREAD, type Scenario } from './registration/registration.ts';
import { startWorld } from './world.ts';

/** What follows the name narrows a benchmark down while one works on what it measures. */
type NamedBench = (args: string[]) => Promise<BenchOutcome>;

const onDemonstration =
  (bench: Bench): NamedBench =>
  async () => {
    const world = await startWorld();
    try {
      return await bench(world);
    } finally {
      await world.stop();
    }
  };

const ofRegistration =
  (scenario: Scenario): NamedBench =>
  (args) =>
    benchRegistration(scenario, planOf(args));

const benches: Record<string, NamedBench> = {
  'list-json': onDemonstration(listJson),
  'portal-html': onDemonstration(portalHtml),
  'page-weight': onDemonstration(pageWeight),
  'programme-list': onDemonstration(programmeList),
  'recap-reading': onDemonstration(recapReading),
  'recap-typing': onDemonstration(recapTyping),
  figures: onDemonstration(figures),
  'registration-hot': ofRegistration(HOT),
  'registration-spread': ofRegistration(SPREAD),
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** `npm run bench -- NAME`: ends with one line of JSON, and non-zero where the floor is not reached. */
await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const bench = benches[name];
  if (!bench)
    throw new Problem(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`, 2);
  const { ratio, floor, rounds } = await bench(args);
  const result: BenchResult = {
    bench: name,
    ratio: rounded(ratio),
    floor,
    rounds: rounds.map(rounded),
    ok: ratio >= floor,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result.ok ? 0 : 1;
});
