import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { RolldownOptions } from 'rolldown';
import { workspaceRoot } from '../../workspace.ts';
import { contractSchemas } from '../contract-schemas.ts';

export const apiOutput = join(workspaceRoot, 'dist/apps/api');

/** What goes into the bundle: the workspace's libs, and the compiler's own helpers, which nobody installs. */
const BUNDLED = ['.', '/', '\0', '@reihe/', '@oxc-project/runtime'];

/** npm packages stay outside: they are installed beside the build. */
function isPackage(id: string): boolean {
  return isBuiltin(id) || !BUNDLED.some((start) => id.startsWith(start));
}

export const apiBundle = {
  cwd: workspaceRoot,
  input: {
    main: 'apps/api/src/main.ts',
    cli: 'apps/api/src/cli.ts',
    // Started in a thread, by its place beside the others.
    'report-thread': 'libs/api/report-documents/src/lib/report-thread.ts',
  },
  platform: 'node',
  tsconfig: join(workspaceRoot, 'tsconfig.base.json'),
  external: isPackage,
  transform: {
    target: 'node24',
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  output: {
    dir: apiOutput,
    format: 'esm',
    sourcemap: true,
    keepNames: true,
    // Beside the entries, not below: what they read at run time is found by its place relative to the chunk.
    chunkFileNames: '[name]-[hash].js',
  },
} satisfies RolldownOptions;

/** Chunks carry hashes in their names: without this every build would leave its own behind. */
export function emptyApiOutput(): void {
  rmSync(apiOutput, { recursive: true, force: true });
  mkdirSync(apiOutput, { recursive: true });
}

/**
 * What the bundle reads at run time: the contracts as JSON schemas beside it, and the files of every API lib's `assets`
 * folder under `assets/`.
 */
export function writeApiFiles(): void {
  writeFileSync(join(apiOutput, 'contract-schemas.json'), JSON.stringify(contractSchemas(workspaceRoot)));
  for (const folder of globSync('libs/api/*/assets', { cwd: workspaceRoot })) {
    if (existsSync(join(workspaceRoot, folder))) {
      cpSync(join(workspaceRoot, folder), join(apiOutput, 'assets'), { recursive: true });
    }
  }
}
