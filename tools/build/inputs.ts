import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceRoot } from '../workspace.ts';

export const apps = ['api', 'portal', 'admin'] as const;
export type App = (typeof apps)[number];

/** Everything a build of the app can depend on; wider than what it does depend on, never narrower. */
const INPUTS: Record<App, string[]> = {
  api: ['apps/api/**', 'libs/{api,shared}/**', 'tools/build/**', 'tools/tsconfig/**'],
  portal: ['apps/portal/**', 'libs/{portal,web,shared}/**', 'tools/build/**', 'tools/tsconfig/**'],
  admin: [
    'apps/admin/**',
    'apps/portal/public/maps/**',
    'libs/{admin,web,shared}/**',
    'tools/build/**',
    'tools/tsconfig/**',
  ],
};
const SHARED_INPUTS = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];

/** The file that is there when the app was built. */
export const OUTPUTS: Record<App, string> = {
  api: 'dist/apps/api/main.js',
  portal: 'dist/apps/portal/server/server.mjs',
  admin: 'dist/apps/admin/browser/en/index.html',
};

/**
 * A hash over the names and contents of an app's inputs. Nx would find the same out, but takes seconds to start; with this a
 * start with nothing changed does not need it at all.
 */
export function inputsHash(app: App): string {
  const hash = createHash('sha256');
  const files = globSync([...INPUTS[app], ...SHARED_INPUTS], { cwd: workspaceRoot, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash.update(file.slice(workspaceRoot.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function stampFile(app: App): string {
  return join(workspaceRoot, 'dist/stamps', app);
}

export function isUpToDate(app: App, hash: string): boolean {
  const stamp = stampFile(app);
  return (
    existsSync(join(workspaceRoot, OUTPUTS[app])) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  );
}

/** Called before a build: one that is interrupted must not pass for done. */
export function forget(app: App): void {
  rmSync(stampFile(app), { force: true });
}

export function remember(app: App, hash: string): void {
  mkdirSync(dirname(stampFile(app)), { recursive: true });
  writeFileSync(stampFile(app), hash);
}
