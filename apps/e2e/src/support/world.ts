import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startThrowAwayPostgres } from '../../../../tools/postgres/throw-away.ts';
import { MailCatcher } from './mail-catcher';
import { WORLD_FILE_VARIABLE, type WorldFacts } from './world-facts';

const workspaceRoot = resolve(import.meta.dirname, '../../../..');
const READY_WITHIN_MS = 60_000;

/** Runs the built command line and waits for it; its words are in the error when it fails. */
async function command(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ['dist/apps/api/cli.js', ...args], { cwd: workspaceRoot, env });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${said}`);
}

async function untilReady(baseUrl: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    const isReady = await fetch(`${baseUrl}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((wake) => setTimeout(wake, 150));
  }
  throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s.`);
}

/** The built product on a throw-away database with the demonstration data, and a mail server that keeps what it gets. */
export default async function buildWorld(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'reihe-e2e-'));
  const staffPassword = randomBytes(12).toString('base64url');
  const postgres = await startThrowAwayPostgres();
  const mails = new MailCatcher();
  const { smtpUrl, readUrl } = await mails.start();
  const port = Number(process.env['REIHE_E2E_PORT'] ?? 4310);
  const facts: WorldFacts = { baseUrl: `http://localhost:${port}`, mailUrl: readUrl, staffPassword };
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: postgres.url,
    REIHE_BASE_URL: facts.baseUrl,
    REIHE_ROLES: 'web,worker',
    REIHE_DEMO: '1',
    REIHE_DEMO_PASSWORD: staffPassword,
    REIHE_SECRET: randomBytes(32).toString('hex'),
    REIHE_STORAGE_DIR: join(folder, 'media'),
    SMTP_URL: smtpUrl,
    LOG_LEVEL: 'warn',
  };
  await command(['migrate'], env);
  await command(['demo'], env);
  const server = spawn(process.execPath, ['dist/apps/api/main.js'], {
    cwd: workspaceRoot,
    env,
    stdio: 'inherit',
  });
  await untilReady(facts.baseUrl, server);
  const worldFile = join(folder, 'world.json');
  writeFileSync(worldFile, JSON.stringify(facts), { mode: 0o600 });
  process.env[WORLD_FILE_VARIABLE] = worldFile;

  return async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await mails.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
