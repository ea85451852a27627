import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processBegan } from '../processes/process-identity.ts';
import { temporaryFolder } from '../workspace.ts';
import { startPostgres, type Postgres } from './cluster.ts';

const folder = join(temporaryFolder, 'postgres');

/** A PostgreSQL for one run of tests or benchmarks, gone when it stops; `url` names the database "postgres". */
export async function startThrowAwayPostgres(): Promise<Postgres> {
  mkdirSync(folder, { recursive: true });
  removeAbandoned();
  const own = mkdtempSync(join(folder, `of-${process.pid}-`));
  const postgres = await startPostgres({ folder: own, isThrowAway: true }).catch((error: unknown) => {
    rmSync(own, { recursive: true, force: true });
    throw error;
  });
  return {
    ...postgres,
    url: postgres.url.replace(/\/reihe$/, '/postgres'),
    stop: async () => {
      await postgres.stop();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** What killed runs left behind; their servers ended with them (see GuardedProcess). */
function removeAbandoned(): void {
  for (const name of readdirSync(folder)) {
    const owner = Number(/^of-(\d+)-/.exec(name)?.[1]);
    if (!owner || processBegan(owner) === null) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
