import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../browser/find-browser.ts';
import { buildChanged, nxEnvironment } from '../build/build-changed.ts';
import { committedDocument, currentDocument } from '../openapi/document.ts';
import { chooseLoopbackPort } from '../processes/ports.ts';
import { run } from '../processes/run.ts';
import { temporaryFolder, workspaceRoot } from '../workspace.ts';
import type { Check, CheckResult, Counts } from './gate.ts';
import { programs, testedBy } from './sides.ts';

export interface CheckContext {
  /** Nx projects to narrow to; null: all. */
  projects: string[] | null;
  /** Of the one PostgreSQL that all tests share. */
  databaseUrl: () => Promise<string>;
  signal: AbortSignal;
}

const bin = (name: string) => join(workspaceRoot, 'node_modules/.bin', name);
const results = join(temporaryFolder, 'test-results');

async function program(
  name: string,
  args: string[],
  { signal }: CheckContext,
  env = {},
): Promise<CheckResult> {
  const { code, output } = await run(name, args, {
    cwd: workspaceRoot,
    env: { ...process.env, ...nxEnvironment, ...env },
    signal,
  });
  return { ok: code === 0, output };
}

const tool = (name: string, context: CheckContext, args: string[] = []) =>
  program(process.execPath, [join(workspaceRoot, 'tools', name, 'main.ts'), ...args], context);

function nx(targets: string, context: CheckContext, env = {}): Promise<CheckResult> {
  const narrowed = context.projects ? ['-p', context.projects.join(',')] : [];
  return program(bin('nx'), ['run-many', '-t', targets, '--parallel=2', ...narrowed], context, env);
}

export const format = (context: CheckContext): Check => ({
  title: 'format',
  run: () => program(bin('prettier'), ['--check', '--log-level', 'warn', '.'], context),
});

export const workspace = (context: CheckContext): Check => ({
  title: 'workspace',
  run: () => tool('check-workspace', context),
});

export const containers = (context: CheckContext): Check => ({
  title: 'containers',
  run: () => tool('containers', context),
});

export const toolLint = (context: CheckContext): Check => ({
  title: 'lint (tools)',
  run: () => program(bin('eslint'), ['tools', '--max-warnings', '0'], context),
});

export const toolTypes = (context: CheckContext): Check => ({
  title: 'types (tools)',
  run: () => program(bin('tsc'), ['-p', 'tools/tsconfig.json'], context),
});

export const toolTests = (context: CheckContext): Check => ({
  title: 'tests (tools)',
  run: async () => {
    const specs = globSync('tools/**/*.spec.ts', { cwd: workspaceRoot });
    const result = await program(process.execPath, ['--test', '--test-reporter=tap', ...specs], context);
    const count = (word: string) =>
      Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(result.output)?.[1] ?? 0);
    return { ...result, counts: { passed: count('pass'), failed: count('fail') + count('cancelled') } };
  },
});

/** Runs the tasks, so many at a time; all of them, also after one failed. */
async function all(tasks: (() => Promise<CheckResult>)[], atOnce = 2): Promise<CheckResult> {
  const waiting = [...tasks];
  const results: CheckResult[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await next());
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const failed = results.filter(({ ok }) => !ok);
  return { ok: failed.length === 0, output: failed.map(({ output }) => output).join('\n') };
}

/** The whole workspace side by side instead of project by project: what many projects depend on is read once. */
export const lint = (context: CheckContext): Check => ({
  title: 'lint',
  run: async () => {
    if (context.projects) return nx('lint', context);
    // The rule of the boundaries reads the graph that Nx keeps, and passes everything where there is none.
    const graph = await program(bin('nx'), ['show', 'projects'], context);
    if (!graph.ok) return graph;
    return all(
      programs().map(
        ({ projects, config }) =>
          () =>
            program(bin('eslint'), [...projects, '--max-warnings', '0'], context, {
              REIHE_LINT_PROGRAM: config,
            }).then(withBoundaries),
      ),
    );
  },
});

function withBoundaries(linted: CheckResult): CheckResult {
  return { ...linted, ok: linted.ok && !linted.output.includes('The rule will be skipped') };
}

export const types = (context: CheckContext): Check => ({
  title: 'types',
  run: () =>
    context.projects
      ? nx('typecheck,typecheck-web', context)
      : all(
          programs().map(
            ({ compiler, config }) =>
              () =>
                program(bin(compiler), ['-p', config, '--noEmit'], context),
          ),
        ),
});

export const jest = (context: CheckContext): Check => ({
  title: 'tests',
  run: async () => {
    rmSync(results, { recursive: true, force: true });
    const env = { TEST_DATABASE_URL: await context.databaseUrl() };
    const result = context.projects
      ? await nx('test,test-web', context, env)
      : await all(
          [
            () => jestRun('test', ['--experimental-vm-modules'], 'node', context, env),
            () => jestRun('test-web', [], 'angular', context, env),
          ],
          // Each has two workers.
          1,
        );
    return { ...result, counts: jestCounts() };
  },
});

function jestRun(
  target: 'test' | 'test-web',
  flags: string[],
  config: 'node' | 'angular',
  context: CheckContext,
  env: NodeJS.ProcessEnv,
): Promise<CheckResult> {
  return program(
    process.execPath,
    [
      ...flags,
      '--disable-warning=ExperimentalWarning',
      join(workspaceRoot, 'node_modules/jest/bin/jest.js'),
      '--config',
      `tools/jest/${config}.config.mjs`,
      '--rootDir',
      workspaceRoot,
    ],
    context,
    { ...env, JEST_PROJECTS: testedBy(target).join(','), JEST_RUN: config },
  );
}

/** Written by tools/jest/counts.mjs, restored by Nx where a run came from its cache. */
function jestCounts(): Counts {
  const files = existsSync(results) ? globSync('**/*.json', { cwd: results }) : [];
  const counts = files.map((file) => JSON.parse(readFileSync(join(results, file), 'utf8')) as Counts);
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

export const build = ({ signal }: CheckContext): Check => ({
  title: 'build',
  run: async () => {
    const built = await buildChanged(undefined, signal);
    return { ok: true, output: '', note: built.length === 0 ? 'nothing changed' : built.join(', ') };
  },
});

export const messages = (context: CheckContext): Check => ({
  title: 'translations',
  run: () => tool('i18n', context, ['--check']),
});

export const openApi = (context: CheckContext): Check => ({
  title: 'OpenAPI document',
  needs: 'build',
  run: async () => {
    const isCurrent =
      (await currentDocument(await context.databaseUrl(), context.signal)) === committedDocument();
    return { ok: isCurrent, output: 'docs/api/openapi.json is stale. Write it anew: npm run openapi' };
  },
});

const report = join(temporaryFolder, 'e2e-report.json');

export const journeys = (context: CheckContext): Check => ({
  title: 'journeys',
  needs: 'build',
  run: async () => {
    const browser = await findBrowser();
    rmSync(report, { force: true });
    const result = await program(
      bin('playwright'),
      ['test', '--config', 'apps/e2e/playwright.config.ts'],
      context,
      {
        ...browser.env,
        REIHE_BROWSER: browser.executable,
        REIHE_E2E_PORT: String(await chooseLoopbackPort()),
        TEST_DATABASE_URL: await context.databaseUrl(),
      },
    );
    return { ...result, counts: journeyCounts(), note: `in ${browser.origin}` };
  },
});

function journeyCounts(): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  // One that passed only when tried again did not pass.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
