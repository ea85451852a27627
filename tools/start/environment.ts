import { join } from 'node:path';
import { isPortFree } from '../processes/ports.ts';
import { Problem } from '../terminal/problem.ts';
import { dataFolder, workspaceRoot } from '../workspace.ts';
import { demoPassword, serverSecret } from './secrets.ts';

const DEFAULT_PORT = 3000;

/** @throws Problem when PORT is no port */
export function wantedPort(text: string | undefined): number {
  const port = Number(text?.trim() ? text : DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`PORT must be a whole number from 1 to 65535, not "${text ?? ''}".`);
  }
  return port;
}

export async function refuseTakenPort(port: number, command: string): Promise<void> {
  if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return;
  const why =
    port < 1024 && process.getuid?.() !== 0 ? 'taken, or needs more rights' : 'taken by another program';
  throw new Problem(`Port ${port} is ${why}. Choose another one: PORT=${port + 1} ${command}`);
}

/** What the built server is told; what the person set in the environment stays as it is. */
export function serverEnvironment(port: number, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    REIHE_ROLES: process.env['REIHE_ROLES'] ?? 'web,worker',
    REIHE_BASE_URL: process.env['REIHE_BASE_URL'] ?? `http://localhost:${port}`,
    REIHE_SECRET: process.env['REIHE_SECRET'] ?? serverSecret(),
    REIHE_DEMO_PASSWORD: demoPassword(),
    REIHE_STORAGE_DIR: process.env['REIHE_STORAGE_DIR'] ?? join(dataFolder, 'media'),
    REIHE_PORTAL_DIR: join(workspaceRoot, 'dist/apps/portal'),
    REIHE_ADMIN_DIR: join(workspaceRoot, 'dist/apps/admin'),
  };
}
