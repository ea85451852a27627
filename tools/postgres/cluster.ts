import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import { GuardedProcess } from '../processes/guarded-process.ts';
import { chooseLoopbackPort } from '../processes/ports.ts';
import { commandLineOf, waitForEnd } from '../processes/process-identity.ts';
import { run } from '../processes/run.ts';
import { Problem } from '../terminal/problem.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { canUse, chooseRunner, identityOf, type Runner } from './runner.ts';

export interface Postgres {
  /** A superuser's address of the database "reihe". */
  url: string;
  /** Process id of the server, for those who must find it again after a crash. */
  pid: number;
  /** Resolves with the exit code when the server ends, asked or not. */
  ended: Promise<number>;
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Folder of ours that holds the data folder, the password, the remembered port and the server's log. */
  folder: string;
  /** Nothing in it is worth keeping: no waiting for the disk. */
  isThrowAway?: boolean;
}

const USER = 'reihe';
const DATABASE = 'reihe';
const START_LIMIT_MS = 60_000;

interface Places {
  data: string;
  password: string;
  port: string;
  log: string;
}

/** The address of the server that another process of ours runs on the folder. */
export function runningPostgresUrl(folder: string): string {
  const { password, port } = placesIn(folder);
  return addressOf(readFileSync(password, 'utf8').trim(), rememberedPort(port) ?? 0);
}

function addressOf(password: string, port: number): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function placesIn(folder: string): Places {
  return {
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    port: join(folder, 'port'),
    log: join(folder, 'server.log'),
  };
}

/**
 * Starts the embedded PostgreSQL on a data folder, which it makes when it is missing. Listens on loopback only, with a
 * generated password. The caller makes sure that it is the only one to use the folder.
 *
 * @throws Problem when the folder is of another version, not writable, or the server does not start
 */
export async function startPostgres({ folder, isThrowAway = false }: PostgresOptions): Promise<Postgres> {
  const binaries = findBinaries();
  const places = placesIn(folder);
  makeFolder(folder);
  refuseOtherVersion(places.data, binaries);
  const runner = await chooseRunner(binaries, folder);
  await refuseUnwritable(runner, binaries, existsSync(places.data) ? places.data : folder);
  if (existsSync(join(places.data, 'PG_VERSION'))) {
    if (!existsSync(places.password)) throw lostPassword(places);
    await recover(places.data);
  } else await initialise(places, binaries, runner, folder);

  const port = await chooseLoopbackPort(rememberedPort(places.port));
  writeFileSync(places.port, `${port}\n`);
  const url = addressOf(readFileSync(places.password, 'utf8').trim(), port);
  const maintenanceUrl = url.replace(/[^/]+$/, 'postgres');
  const server = serve(places, binaries, runner, port, isThrowAway);
  try {
    await becomeReady(server, maintenanceUrl, places);
    await createDatabase(maintenanceUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url,
    pid: postmasterPid(places.data) ?? 0,
    ended: server.ended,
    stop: () => server.stop(),
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Problem(
      `The folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function refuseOtherVersion(data: string, { majorVersion }: PostgresBinaries): void {
  let found: string;
  try {
    found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw notWritable(data);
    return;
  }
  if (found === majorVersion) return;
  throw new Problem(
    [
      `The data folder ${shown(data)} was made by PostgreSQL ${found}; this release of Reihe brings PostgreSQL ${majorVersion},`,
      'which cannot open it. Either run a PostgreSQL of that version on the folder and set DATABASE_URL, or',
      'move the folder away and start again with an empty database (see docs/operations.md for moving the data).',
    ].join('\n'),
  );
}

async function refuseUnwritable(runner: Runner, binaries: PostgresBinaries, folder: string): Promise<void> {
  if (!(await canUse(runner, binaries, folder))) throw notWritable(folder);
}

function notWritable(folder: string): Problem {
  const owner = existsSync(folder) ? ` It belongs to the user with number ${statSync(folder).uid}.` : '';
  return new Problem(
    `The data folder ${shown(folder)} is not writable for the user who starts Reihe.${owner}\n` +
      'Give it to that user (chown -R, and chmod u+rwx), or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function lostPassword({ data, password }: Places): Problem {
  return new Problem(
    `${shown(password)} does not hold the password that ${shown(data)} was made with.\n` +
      'Put the right one there, or move both away and start again with an empty database.',
  );
}

function shown(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside.startsWith('..') ? path : inside;
}

/** A folder half made by an interrupted run is not a database: it gets its name only when it is complete. */
async function initialise(
  places: Places,
  binaries: PostgresBinaries,
  runner: Runner,
  folder: string,
): Promise<void> {
  const unfinished = join(folder, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(places.data, { recursive: true, force: true });
  const owner = { mode: 0o600 };
  writeFileSync(places.password, `${randomBytes(24).toString('base64url')}\n`, owner);
  // initdb may run as another user, who cannot read our password file.
  const passwordFile = runner.uid === undefined ? places.password : '/dev/stdin';
  const command = [
    ...runner.prefix,
    ...(runner.uid === undefined ? [] : ['/bin/sh', '-c', 'printf "%s\\n" "$REIHE_PASSWORD" | "$@"', 'sh']),
    binaries.initdb,
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--no-instructions',
    '--no-sync',
  ];
  const [program = binaries.initdb, ...args] = command;
  const result = await run(program, args, {
    ...identityOf(runner),
    env: { ...process.env, LC_ALL: 'C', REIHE_PASSWORD: readFileSync(places.password, 'utf8').trim() },
  });
  if (result.code !== 0) {
    throw new Problem(`The database could not be prepared in ${shown(folder)}:\n${result.output.trim()}`);
  }
  const rename = await run('mv', [unfinished, places.data]);
  if (rename.code !== 0) throw new Problem(rename.output);
}

/**
 * After a killed run the server may still be there (then it is told to stop) or only its lock file (it goes: the
 * number in it may belong to some other program by now, or to a dead one that nobody collected, and PostgreSQL would take
 * both for a server). Shared memory still in use is noticed by PostgreSQL without that file.
 */
async function recover(data: string): Promise<void> {
  const pid = postmasterPid(data);
  if (pid === null) return;
  if (isServerOf(pid, data)) {
    process.kill(pid, 'SIGINT');
    if (!(await waitForEnd(pid, 20_000))) {
      process.kill(pid, 'SIGQUIT');
      await waitForEnd(pid, 10_000);
    }
  } else {
    rmSync(join(data, 'postmaster.pid'), { force: true });
  }
}

function isServerOf(pid: number, data: string): boolean {
  const commandLine = commandLineOf(pid);
  return commandLine !== null && commandLine.includes('postgres') && commandLine.includes(data);
}

function postmasterPid(data: string): number | null {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function rememberedPort(file: string): number | undefined {
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

const DURABLE = ['log_min_messages=warning'];
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=1GB'];

function serve(
  places: Places,
  binaries: PostgresBinaries,
  runner: Runner,
  port: number,
  isThrowAway: boolean,
): GuardedProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'lc_messages=C',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(isThrowAway ? THROW_AWAY : DURABLE),
  ].flatMap((setting) => ['-c', setting]);
  const [program = binaries.postgres, ...args] = [
    ...runner.prefix,
    binaries.postgres,
    '-D',
    places.data,
    '-p',
    String(port),
    ...settings,
  ];
  writeFileSync(places.log, '', { mode: 0o600 });
  const server = new GuardedProcess(program, args, {
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
    stdout: 'ignore',
    stderr: 'pipe',
    env: { ...process.env, LC_ALL: 'C' },
    ...identityOf(runner),
  });
  server.child.stderr?.on('data', (chunk: Buffer) => {
    writeFileSync(places.log, chunk, { flag: 'a' });
  });
  return server;
}

async function becomeReady(server: GuardedProcess, url: string, places: Places): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  let hasEnded = false;
  void server.ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const log = readFileSync(places.log, 'utf8').trim();
      if (hasEnded) throw new Problem(`The embedded PostgreSQL did not start:\n${log}`);
      // 28P01: the password on disk is not the one that the data folder was made with.
      if ((error as { code?: string }).code === '28P01') {
        throw lostPassword(places);
      }
      if (Date.now() > deadline) {
        throw new Problem(`The embedded PostgreSQL was not ready within ${START_LIMIT_MS / 1000} s:\n${log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
