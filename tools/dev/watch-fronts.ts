import { existsSync, unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nxEnvironment } from '../build/build-changed.ts';
import { OUTPUTS } from '../build/inputs.ts';
import { GuardedProcess } from '../processes/guarded-process.ts';
import { workspaceRoot } from '../workspace.ts';

export type Front = 'portal' | 'admin';

/** Builds a front end for development and again after every change; its words go to the terminal with its name in front. */
export function watchFront(front: Front): GuardedProcess {
  const builder = new GuardedProcess(
    join(workspaceRoot, 'node_modules/.bin/nx'),
    [
      'run',
      `${front}:build:development`,
      '--watch',
      '--skip-nx-cache',
      '--output-style=stream-without-prefixes',
    ],
    {
      stopSignal: 'SIGTERM',
      stopWithinMs: 1500,
      cwd: workspaceRoot,
      stdout: 'pipe',
      stderr: 'pipe',
      env: { ...process.env, ...nxEnvironment },
    },
  );
  for (const stream of [builder.child.stdout, builder.child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') process.stdout.write(`  ${front} | ${line}\n`);
    });
  }
  return builder;
}

/** Calls back a moment after a build wrote its entry; the folder itself may be removed and made anew by the builder. */
export function afterEachBuild(front: Front, built: () => void): () => void {
  const entry = join(workspaceRoot, OUTPUTS[front]);
  let timer: NodeJS.Timeout | undefined;
  watchFile(entry, { interval: 300 }, (now, before) => {
    if (now.mtimeMs === 0 || now.mtimeMs === before.mtimeMs) return;
    clearTimeout(timer);
    timer = setTimeout(built, 300);
  });
  return () => {
    clearTimeout(timer);
    unwatchFile(entry);
  };
}

export async function firstBuild(fronts: Front[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !fronts.every((front) => existsSync(join(workspaceRoot, OUTPUTS[front])))) {
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
