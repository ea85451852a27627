import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { ESLint } from 'eslint';
import { nxEnvironment } from '../build/build-changed.ts';
import { run } from '../processes/run.ts';
import { temporaryFolder, workspaceRoot } from '../workspace.ts';

const RULE = '@nx/enforce-module-boundaries';

let libsOfPortal: string[] = [];

/** Read here first: the lint rule skips itself where Nx has not written its graph yet, as on a fresh clone. */
before(async () => {
  mkdirSync(temporaryFolder, { recursive: true });
  const file = join(temporaryFolder, 'graph.json');
  const { code, output } = await run(
    join(workspaceRoot, 'node_modules/.bin/nx'),
    ['graph', `--file=${file}`],
    {
      cwd: workspaceRoot,
      env: { ...process.env, ...nxEnvironment },
    },
  );
  assert.equal(code, 0, output);
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as {
    graph: { dependencies: Record<string, { target: string }[]> };
  };
  libsOfPortal = (graph.dependencies['portal'] ?? []).map(({ target }) => target);
});

async function boundaryErrors(file: string, code: string): Promise<string[]> {
  const lint = new ESLint({ cwd: workspaceRoot, ruleFilter: ({ ruleId }) => ruleId === RULE });
  const [result] = await lint.lintText(code, { filePath: join(workspaceRoot, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? ''}: ${message}`);
}

test('a feature that imports another feature is refused', async () => {
  const errors = await boundaryErrors(
    'libs/api/recaps/src/index.ts',
    "export { RegistrationModule } from '@reihe/api-registration';\n",
  );
  assert.equal(errors.length, 1);
  assert.match(errors[0] ?? '', /type:feature/);
});

test('a lib of the portal that imports one of the API is refused', async () => {
  const errors = await boundaryErrors(
    'libs/portal/recaps/src/index.ts',
    "export { Database } from '@reihe/api-persistence';\n",
  );
  assert.ok(errors.length > 0);
});

test('what the layers allow is let through', async () => {
  const errors = await boundaryErrors(
    'libs/api/recaps/src/index.ts',
    "export { Database } from '@reihe/api-persistence';\n",
  );
  assert.deepEqual(errors, []);
});

/** Nx reads imports only where it is told to; without them a lib's change leaves the builds of its users in the cache as they were. */
test('Nx knows which libs an app is built from', () => {
  const told = `portal is built from: ${libsOfPortal.join(', ')}`;
  assert.ok(libsOfPortal.includes('portal-recaps') && libsOfPortal.includes('web-ui'), told);
});
