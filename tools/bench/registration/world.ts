import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { buildChanged } from '../../build/build-changed.ts';
import { startPostgres } from '../../postgres/cluster.ts';
import { chooseLoopbackPort } from '../../processes/ports.ts';
import { runApiCommand } from '../../start/api-command.ts';
import { startServer } from '../../start/server.ts';
import { step } from '../../terminal/steps.ts';
import { apiCli, temporaryFolder } from '../../workspace.ts';
import { bundleFloor } from '../bundle-floor.ts';
import { startChild } from '../child-server.ts';

/** Of each process, the product's and the floor's. */
const POOL_SIZE = 10;

export interface Servers {
  ports: number[];
  stop: () => Promise<void>;
}

/** A migrated database and the built API, in as many processes as wanted. */
export interface RegistrationWorld {
  database: Client;
  /** Processes of the product that serve requests and send no mail, with throttling lifted. */
  startApi: (processes: number) => Promise<Servers>;
  startFloor: (processes: number, withoutLock?: boolean) => Promise<Servers>;
  /** Makes a member of staff. */
  createOrganiser: (email: string, password: string) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * PostgreSQL waits for the disk here, as an installation's does: what a commit costs, under the lock of a session that everybody
 * wants, is what is measured.
 */
export async function startRegistrationWorld(): Promise<RegistrationWorld> {
  await buildChanged(['api']);
  mkdirSync(temporaryFolder, { recursive: true });
  const folder = mkdtempSync(join(temporaryFolder, 'bench-registration-'));
  const postgres = await step('Start a PostgreSQL to throw away', () => startPostgres({ folder }));
  const database = new Client({ connectionString: postgres.url });
  const stop = async () => {
    await database.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await database.connect();
    const environment = (port: number): NodeJS.ProcessEnv => ({
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: postgres.url,
      REIHE_BASE_URL: 'http://localhost',
      REIHE_ROLES: 'web',
      REIHE_SECRET: secret,
      REIHE_STORAGE_DIR: join(folder, 'media'),
      // No page is asked for: without a portal no threads wait to render one.
      REIHE_PORTAL_DIR: join(folder, 'no-portal'),
      REIHE_POOL_SIZE: String(POOL_SIZE),
      REIHE_FORM_THROTTLING: 'off',
      SMTP_URL: '',
      LOG_LEVEL: 'error',
    });
    const secret = randomBytes(32).toString('hex');
    await step('Bring the database to its schema', () => runApiCommand(['migrate'], environment(0)));
    const floor = await bundleFloor(join(import.meta.dirname, 'floor.ts'), 'registration');
    return {
      database,
      stop,
      startApi: async (processes) => {
        const ports: number[] = [];
        const running: { stop: () => Promise<void> }[] = [];
        for (let process = 0; process < processes; process++) {
          const port = await chooseLoopbackPort();
          const log = join(temporaryFolder, `bench-registration-${process}.log`);
          running.push(await startServer(environment(port), port, undefined, log));
          ports.push(port);
        }
        return { ports, stop: () => stopAll(running) };
      },
      startFloor: async (processes, withoutLock = false) => {
        const env = {
          DATABASE_URL: postgres.url,
          POOL_SIZE: String(POOL_SIZE),
          WITHOUT_LOCK: withoutLock ? '1' : '0',
        };
        const running = await Promise.all(Array.from({ length: processes }, () => startChild(floor, env)));
        return {
          ports: running.map(({ url }) => Number(new URL(url).port)),
          stop: () => stopAll(running),
        };
      },
      createOrganiser: async (email, password) => {
        await createAccount(environment(0), email, password);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createAccount(env: NodeJS.ProcessEnv, email: string, password: string): Promise<void> {
  const args = ['account', 'create', '--email', email, '--name', 'Bench', '--role', 'organiser'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [apiCli, ...args], { env, stdio: ['pipe', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('No organiser could be made.'));
    });
    child.stdin.end(password);
  });
}

async function stopAll(running: readonly { stop: () => Promise<void> }[]): Promise<void> {
  await Promise.all(running.map((server) => server.stop()));
}
