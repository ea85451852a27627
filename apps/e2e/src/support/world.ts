import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
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

/** A database of this run alone, on the server that `npm test` started. */
async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the journeys through `npm test -- e2e`.');
  const name = `reihe_e2e_${randomBytes(6).toString('hex')}`;
  const onServer = async (statement: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** The built product on a throw-away database with the demonstration data, and a mail server that keeps what it gets. */
export default async function buildWorld(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'reihe-e2e-'));
  const staffPassword = randomBytes(12).toString('base64url');
  const database = await createDatabase();
  const mails = new MailCatcher();
  const { smtpUrl, readUrl } = await mails.start();
  const port = Number(process.env['REIHE_E2E_PORT'] ?? 4310);
  const baseUrl = `http://localhost:${port}`;
  const told: NodeJS.ProcessEnv = {
    PORT: String(port),
    DATABASE_URL: database.url,
    REIHE_BASE_URL: baseUrl,
    REIHE_ROLES: 'web,worker',
    REIHE_DEMO: '1',
    REIHE_DEMO_PASSWORD: staffPassword,
    REIHE_SECRET: randomBytes(32).toString('hex'),
    REIHE_STORAGE_DIR: join(folder, 'media'),
    SMTP_URL: smtpUrl,
    LOG_LEVEL: 'warn',
  };
  const env = { ...process.env, ...told };
  const facts: WorldFacts = { baseUrl, mailUrl: readUrl, staffPassword, serverEnv: told };
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
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
}
