import { chmodSync, chownSync, statSync } from 'node:fs';
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

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * Who may run the binaries on this folder. Not root: ourselves. Root: the folder's owner where that is somebody else; a user
 * namespace of its own, in which root's files belong to an ordinary user; at last a system user "postgres", which works only where that
 * user can enter every folder above.
 */
export async function chooseRunner(binaries: PostgresBinaries, folder: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { prefix: [], uid, gid };
  const inNamespace: Runner = { prefix: NAMESPACE };
  if (await canUse(inNamespace, binaries, folder)) return inNamespace;
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
