import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/run.ts';
import { Problem } from '../terminal/problem.ts';
import { step } from '../terminal/steps.ts';
import { workspaceRoot } from '../workspace.ts';
import { minifyScripts } from './minify.ts';
import { precompress } from './precompress.ts';
import { letPagesDie } from './short-lived.ts';
import { apps, forget, inputsHash, isUpToDate, OUTPUTS, remember, type App } from './inputs.ts';

const NX = join(workspaceRoot, 'node_modules/.bin/nx');

/** Nx without its daemon, its terminal screens and its colours: nothing stays behind and logs can be read. */
export const nxEnvironment = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1' };

/** Builds the apps of which something changed since their last build; returns their names. */
export async function buildChanged(wanted: readonly App[] = apps, signal?: AbortSignal): Promise<App[]> {
  const hashes = new Map(wanted.map((app) => [app, inputsHash(app)]));
  const changed = [...hashes].filter(([app, hash]) => !isUpToDate(app, hash)).map(([app]) => app);
  if (changed.length === 0) return [];
  await step(`Build ${changed.join(', ')}`, async (report) => {
    changed.forEach(forget);
    const args = [
      'run-many',
      '-t',
      'build',
      '-p',
      changed.join(','),
      '--parallel=2',
      '--output-style=stream',
    ];
    const { code, output } = await run(NX, args, {
      cwd: workspaceRoot,
      env: { ...process.env, ...nxEnvironment },
      ...(signal && { signal }),
      onOutput: (text) => {
        const built = /^(?:> nx run|✔ +nx run) (\w+):build/m.exec(text)?.[1];
        if (built) report(built);
      },
    });
    if (signal?.aborted) throw new Problem('Stopped.', 130);
    const missing = changed.filter((app) => !existsSync(join(workspaceRoot, OUTPUTS[app])));
    if (code !== 0 || missing.length > 0) {
      throw new Problem(
        `${output.trim()}\n\nThe build failed${missing.length > 0 ? ` for ${missing.join(', ')}` : ''}.`,
      );
    }
    report('');
    for (const app of changed) {
      const browser = join(workspaceRoot, 'dist/apps', app, 'browser');
      if (existsSync(browser)) {
        await minifyScripts(browser);
        await precompress(browser);
      }
      const server = join(workspaceRoot, 'dist/apps', app, 'server');
      if (existsSync(server)) letPagesDie(server);
      remember(app, hashes.get(app) ?? '');
    }
  });
  return changed;
}
