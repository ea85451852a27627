import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged } from '../build/build-changed.ts';
import { startThrowAwayPostgres } from '../postgres/throw-away.ts';
import { chooseLoopbackPort } from '../processes/ports.ts';
import { loadDemonstration, runApiCommand } from '../start/api-command.ts';
import { startServer } from '../start/server.ts';
import { step } from '../terminal/steps.ts';
import { temporaryFolder } from '../workspace.ts';

/** The built product with the demonstration data on a database of its own. */
export interface DemonstrationWorld {
  baseUrl: string;
  databaseUrl: string;
  /** Stops what was started; the database is gone then. */
  stop: () => Promise<void>;
}

/**
 * Builds what changed and starts it. `name` keeps images and log of different commands apart in the temporary folder;
 * `settings` are added to the server's environment.
 */
export async function startDemonstrationWorld(
  name: string,
  settings: NodeJS.ProcessEnv = {},
  signal?: AbortSignal,
): Promise<DemonstrationWorld> {
  await buildChanged(undefined, signal);
  const postgres = await step('Start a PostgreSQL to throw away', () => startThrowAwayPostgres());
  const mediaFolder = join(temporaryFolder, `${name}-media`);
  const clearAway = async () => {
    await postgres.stop();
    rmSync(mediaFolder, { recursive: true, force: true });
  };
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
      REIHE_STORAGE_DIR: mediaFolder,
      LOG_LEVEL: 'error',
      ...settings,
    };
    await step('Load the demonstration data', async (report) => {
      await runApiCommand(['migrate'], env, signal);
      await loadDemonstration(env, report, signal);
    });
    const server = await step('Start the server', () =>
      startServer(env, port, signal, join(temporaryFolder, `${name}.log`)),
    );
    return {
      baseUrl,
      databaseUrl: postgres.url,
      stop: async () => {
        await server.stop();
        await clearAway();
      },
    };
  } catch (error) {
    await clearAway();
    throw error;
  }
}
