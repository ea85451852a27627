import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Jest's moduleNameMapper for the workspace's exact aliases, read from tsconfig.base.json so that they are named once. */
export function aliasMapper() {
  const { compilerOptions } = JSON.parse(readFileSync(resolve(workspaceRoot, 'tsconfig.base.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([alias, [target]]) => [
      `^${alias}$`,
      resolve(workspaceRoot, target),
    ]),
  );
}

/**
 * Which specs a run takes: those of its project or, where the gate runs many projects as one (JEST_PROJECTS, roots from the workspace's
 * root), those of all of them.
 */
export function specsOf(rootDir) {
  const projects = process.env.JEST_PROJECTS?.split(',') ?? ['.'];
  return projects.map((root) => `${rootDir}/${root === '.' ? '' : `${root}/`}src/**/*.spec.ts`);
}
