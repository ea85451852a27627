import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { run } from '../processes/run.ts';
import { Problem } from '../terminal/problem.ts';
import type { PostgresBinaries } from './binaries.ts';

/** PostgreSQL refuses to run as root; a runner says who starts its programs instead. */
export interface Runner {
  /** Put in front of the program. */
  prefix: string[];
  uid?: number;
  gid?: number;
}

const ORDINARY_ID = 1000;

/**
 * Who may run the binaries on this folder. Not root: ourselves. Root: the folder's owner where that is somebody else; a user
 * namespace of its own, in which root's files belong to an ordinary user; at last a system user "postgres", which works only where that
 * user can enter every folder above. initdb wants to know its user's name: a number without one (as containers are given) is
 * put into a namespace, too.
 */
export async function chooseRunner(binaries: PostgresBinaries, folder: string): Promise<Runner> {
  const prefix = namespaceOf(ordinaryUser());
  const own = process.getuid?.();
  if (own !== 0) return { prefix: own === undefined || hasName(own) ? [] : prefix };
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { prefix: hasName(uid) ? [] : prefix, uid, gid };
  const inNamespace: Runner = { prefix };
  if (prefix.length > 0 && (await canUse(inNamespace, binaries, folder))) return inNamespace;
  const asSystemUser = await systemUser(folder);
  if (asSystemUser && (await canUse(asSystemUser, binaries, folder))) return asSystemUser;
  chownSync(folder, uid, gid);
  throw new Problem(
    [
      'PostgreSQL does not run as root, and here it can neither run in a user namespace nor as the user "postgres":',
      `that user must be able to enter ${folder} and ${dirname(binaries.postgres)}.`,
      'Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
    ].join('\n'),
  );
}

function namespaceOf(user: number | undefined): string[] {
  return user === undefined ? [] : ['unshare', '--user', `--map-user=${user}`, `--map-group=${user}`, '--'];
}

/** Numbers of this machine's users; null where nothing tells them. */
function knownUsers(): number[] | null {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.map((line) => Number(line.split(':')[2] ?? Number.NaN)).filter((id) => Number.isInteger(id));
  } catch {
    return null;
  }
}

/** Users of a directory service are in no file; the system knows them nevertheless. */
function hasName(uid: number): boolean {
  const known = knownUsers();
  if (known === null || known.includes(uid)) return true;
  return spawnSync('id', ['-un', String(uid)], { stdio: 'ignore' }).status === 0;
}

/** One that is not root and has a name, to be seen as inside of a namespace; it gets no rights and owns nothing. */
function ordinaryUser(): number | undefined {
  const known = knownUsers()?.filter((id) => id > 0) ?? [];
  return known.includes(ORDINARY_ID) ? ORDINARY_ID : known[0];
}

/** Whether the runner can execute the programs and write to the folder. */
export async function canUse(runner: Runner, binaries: PostgresBinaries, folder: string): Promise<boolean> {
  const [program = '/bin/sh', ...args] = [
    ...runner.prefix,
    '/bin/sh',
    '-c',
    'test -r "$2" && test -w "$2" && test -x "$2" && "$1" --version >/dev/null',
    'sh',
    binaries.postgres,
    folder,
  ];
  return (await run(program, args, identityOf(runner))).code === 0;
}

export function identityOf(runner: Runner): { uid?: number; gid?: number } {
  return {
    ...(runner.uid !== undefined && { uid: runner.uid }),
    ...(runner.gid !== undefined && { gid: runner.gid }),
  };
}

/** The system's user "postgres", made where it is missing; the folder becomes its own. */
async function systemUser(folder: string): Promise<Runner | null> {
  if ((await run('id', ['-u', 'postgres'])).code !== 0) {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  }
  const uid = Number((await run('id', ['-u', 'postgres'])).stdout || Number.NaN);
  const gid = Number((await run('id', ['-g', 'postgres'])).stdout || Number.NaN);
  if (!Number.isInteger(uid) || !Number.isInteger(gid)) return null;
  chownSync(folder, uid, gid);
  // The user must pass through our own folder; what is secret in it is closed by itself.
  chmodSync(dirname(folder), 0o711);
  return { prefix: [], uid, gid };
}
