import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Kept between runs, never committed: the embedded database, uploaded media, generated secrets. */
export const dataFolder = join(workspaceRoot, '.data');

/** May be deleted at any time while nothing runs. */
export const temporaryFolder = join(workspaceRoot, 'tmp');

export const apiMain = join(workspaceRoot, 'dist/apps/api/main.js');
export const apiCli = join(workspaceRoot, 'dist/apps/api/cli.js');
