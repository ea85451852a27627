import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { buildChanged } from '../build/build-changed.ts';
import { startThrowAwayPostgres } from '../postgres/throw-away.ts';
import { chooseLoopbackPort } from '../processes/ports.ts';
import { loadDemonstration, runApiCommand } from '../start/api-command.ts';
import { startServer } from '../start/server.ts';
import { step } from '../terminal/steps.ts';
import { temporaryFolder } from '../workspace.ts';

/** The built product with the demonstration data on a database of its own. */
export interface BenchWorld {
  baseUrl: string;
  databaseUrl: string;
  stop: () => Promise<void>;
}

export const DEMO_SERIES = 'municipal-responses-to-covid-19';

export async function startWorld(): Promise<BenchWorld> {
  await buildChanged();
  const postgres = await step('Start a PostgreSQL for the benchmark', () => startThrowAwayPostgres());
  try {
    const port = await chooseLoopbackPort();
    const baseUrl = `http://localhost:${port}`;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: postgres.url,
      REIHE_BASE_URL: baseUrl,
      REIHE_ROLES: 'web',
      REIHE_SECRET: randomBytes(32).toString('hex'),
      REIHE_STORAGE_DIR: join(temporaryFolder, 'bench-media'),
      LOG_LEVEL: 'error',
    };
    await step('Load the demonstration data', async (report) => {
      await runApiCommand(['migrate'], env);
      await loadDemonstration(env, report);
    });
    const server = await step('Start the server', () =>
      startServer(env, port, undefined, join(temporaryFolder, 'bench.log')),
    );
    return {
      baseUrl,
      databaseUrl: postgres.url,
      stop: async () => {
        await server.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
