import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GuardedProcess } from '../processes/guarded-process.ts';
import { Problem } from '../terminal/problem.ts';
import { apiMain, dataFolder, workspaceRoot } from '../workspace.ts';

const READY_LIMIT_MS = 60_000;
/** The server itself gives requests in flight 10 s. */
const STOP_LIMIT_MS = 12_000;
const ERROR_LEVEL = 50;
/** A rendered page is megabytes of short-lived objects: with Node's 16 MB they are copied about before they can die. */
const YOUNG_GENERATION = '--max-semi-space-size=64';

export interface RunningServer {
  process: GuardedProcess;
  stop: () => Promise<void>;
}

/**
 * Starts the built server and waits until it is ready. Its log goes to `logFile` as it is; the terminal shows what it reports
 * as errors, and everything it says when it does not come up.
 */
export async function startServer(
  env: NodeJS.ProcessEnv,
  port: number,
  signal?: AbortSignal,
  logFile = join(dataFolder, 'server.log'),
): Promise<RunningServer> {
  const guarded = new GuardedProcess(process.execPath, ['--enable-source-maps', YOUNG_GENERATION, apiMain], {
    stopSignal: 'SIGTERM',
    stopWithinMs: STOP_LIMIT_MS,
    cwd: workspaceRoot,
    stdout: 'pipe',
    stderr: 'pipe',
    env,
  });
  const log = createWriteStream(logFile, { mode: 0o600 });
  const early: string[] = [];
  let isReady = false;
  for (const stream of [guarded.child.stdout, guarded.child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      if (!isReady) early.push(line);
      else if (isError(line)) process.stderr.write(`${line}\n`);
    });
  }
  const server = { process: guarded, stop: () => guarded.stop() };
  try {
    await becomeReady(guarded, port, early, signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
  isReady = true;
  return server;
}

/** Anything that no logger wrote counts: it is the runtime that complains. */
function isError(line: string): boolean {
  try {
    const { level = 0 } = JSON.parse(line) as { level?: number };
    return level >= ERROR_LEVEL;
  } catch {
    return line.trim() !== '';
  }
}

async function becomeReady(
  server: GuardedProcess,
  port: number,
  said: string[],
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  let endedWith: number | null = null;
  void server.ended.then((code) => {
    endedWith = code;
  });
  for (;;) {
    if (signal?.aborted) throw new Problem('Stopped.', 130);
    if (endedWith !== null) {
      throw new Problem(
        `The server did not start (exit code ${String(endedWith)}):\n${said.slice(-20).join('\n')}`,
      );
    }
    const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > deadline) {
      throw new Problem(
        `The server was not ready within ${READY_LIMIT_MS / 1000} s:\n${said.slice(-20).join('\n')}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
