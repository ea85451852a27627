import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processBegan, waitForEnd } from '../processes/process-identity.ts';
import { Problem } from '../terminal/problem.ts';
import { dataFolder } from '../workspace.ts';

interface ProcessMark {
  pid: number;
  began: string | null;
}

interface RunRecord extends ProcessMark {
  /** What the run is for the person who meets it: "npm start at http://localhost:3000". */
  what: string;
  /** The server of that run; ended by the next run when a crash left it behind. */
  server?: ProcessMark;
  /** It was asked to stop and is about to be gone. */
  isStopping?: boolean;
}

const file = join(dataFolder, 'run.json');
const SERVER_STOP_LIMIT_MS = 12_000;
const STOPPING_LIMIT_MS = 30_000;

/** At most one run uses the data folder of a workspace; whoever holds the lock may start the embedded PostgreSQL. */
export class RunLock {
  private readonly record: RunRecord;

  private constructor(record: RunRecord) {
    this.record = record;
  }

  /** @throws Problem when another run holds it, or the folder cannot be written */
  static async take(what: string): Promise<RunLock> {
    makeDataFolder();
    const record: RunRecord = { ...markOf(process.pid), what };
    if (!writeNew(record)) {
      const other = await afterStopping();
      if (other && isAlive(other)) {
        throw new Problem(
          `Reihe already runs in this folder: ${other.what}, process ${other.pid}. Stop it first (Ctrl-C there).`,
        );
      }
      if (other?.server && isAlive(other.server)) await endLeftOver(other.server.pid);
      rmSync(file, { force: true });
      if (!writeNew(record)) throw new Problem('Another run started in this folder at the same moment.');
    }
    return new RunLock(record);
  }

  static holder(): { what: string; pid: number } | null {
    const record = readRecord();
    return record && isAlive(record) ? record : null;
  }

  noteServer(pid: number): void {
    this.record.server = markOf(pid);
    writeFileSync(file, JSON.stringify(this.record));
  }

  noteStopping(): void {
    this.record.isStopping = true;
    writeFileSync(file, JSON.stringify(this.record));
  }

  release(): void {
    rmSync(file, { force: true });
  }
}

function makeDataFolder(): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(error);
  }
}

function writeNew(record: RunRecord): boolean {
  try {
    writeFileSync(file, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(error);
  }
}

function unwritable(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    `The data folder ${dataFolder} is not writable (${reason}).\nGive it to the user who starts Reihe (chown -R, and chmod u+rwx).`,
  );
}

function readRecord(): RunRecord | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return null;
  }
}

/** The record that is there, once a run that is just stopping had its time; null when there is none any more. */
async function afterStopping(): Promise<RunRecord | null> {
  const deadline = Date.now() + STOPPING_LIMIT_MS;
  for (;;) {
    const record = readRecord();
    if (!record?.isStopping || !isAlive(record) || Date.now() > deadline) return record;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function markOf(pid: number): ProcessMark {
  return { pid, began: processBegan(pid) };
}

function isAlive({ pid, began }: ProcessMark): boolean {
  return began !== null && processBegan(pid) === began;
}

async function endLeftOver(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  if (await waitForEnd(pid, SERVER_STOP_LIMIT_MS)) return;
  process.kill(pid, 'SIGKILL');
  await waitForEnd(pid, 2000);
}
