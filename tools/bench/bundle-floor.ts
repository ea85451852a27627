import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { temporaryFolder } from '../workspace.ts';

/** A floor with the product's own statements in one file, as `startChild` runs it; `name` is its own among the floors. */
export async function bundleFloor(input: string, name: string): Promise<string> {
  const file = join(temporaryFolder, 'bench', `${name}-floor.mjs`);
  const bundle = await rolldown({ input, platform: 'node', external: ['pg'] });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
}
