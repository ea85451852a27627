import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stopSignals } from '../processes/stop-signals.ts';
import { Problem, runCommand } from '../terminal/problem.ts';
import { workspaceRoot } from '../workspace.ts';
import * as checks from './checks.ts';
import { runChecks, type Check } from './gate.ts';
import { SharedDatabase } from './shared-database.ts';

/** `npm test`: the whole gate, quick failures first. `npm test -- <project> …` narrows it; "tools" is a project here, too. */
await runCommand(async () => {
  const signal = stopSignals();
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  refuseUnknown(wanted);
  const database = new SharedDatabase();
  const write = (text: string) => void process.stdout.write(text);
  try {
    const everything = { projects: null, databaseUrl: () => database.url(), signal };
    const chosen = wanted.length === 0 ? wholeGate(everything) : narrowed(wanted, everything);
    return (await runChecks(chosen, signal, write)) ? 0 : 1;
  } finally {
    await database.stop();
  }
});

/** Of what takes one core, two run side by side. */
function wholeGate(context: checks.CheckContext): (Check | Check[])[] {
  return [
    checks.workspace(context),
    checks.containers(context),
    [checks.format(context), checks.toolTests(context)],
    [checks.toolTypes(context), checks.toolLint(context)],
    checks.types(context),
    checks.lint(context),
    checks.jest(context),
    checks.build(context),
    [checks.messages(context), checks.openApi(context)],
    checks.journeys(context),
  ];
}

function narrowed(wanted: string[], context: checks.CheckContext): Check[] {
  const projects = wanted.filter((name) => name !== 'tools');
  const own = { ...context, projects };
  return [
    ...(wanted.includes('tools') ? [checks.toolTypes(own), checks.toolTests(own), checks.toolLint(own)] : []),
    ...(projects.length > 0 ? [checks.types(own), checks.lint(own), checks.jest(own)] : []),
    ...(projects.includes('e2e') ? [checks.build(own), checks.journeys(own)] : []),
  ];
}

function refuseUnknown(wanted: string[]): void {
  const projects = globSync('{apps,libs}/**/project.json', {
    cwd: workspaceRoot,
    exclude: ['**/node_modules'],
  }).map((file) => (JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')) as { name: string }).name);
  const unknown = wanted.filter((name) => name !== 'tools' && !projects.includes(name));
  if (unknown.length === 0) return;
  throw new Problem(
    `There is no project "${unknown.join('", "')}". There are: tools, ${projects.sort().join(', ')}.`,
    2,
  );
}
