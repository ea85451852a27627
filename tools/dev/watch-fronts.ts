import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nxEnvironment } from '../build/build-changed.ts';
import { OUTPUTS } from '../build/inputs.ts';
import { GuardedProcess } from '../processes/guarded-process.ts';
import { workspaceRoot } from '../workspace.ts';

export type Front = 'portal' | 'admin';

/** Those whose builder has ended a first build: only from then on it looks for changes. */
const isWatching = new Set<Front>();

/**
 * Builds a front end for development and again after every change; its words go to the terminal with its name in front.
 * That a build is done is known from them too: the builder writes only the files that changed, so no single file tells.
 */
export function watchFront(front: Front, built: (front: Front) => void): GuardedProcess {
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
      if (/bundle generation (complete|failed)/.test(line)) isWatching.add(front);
      if (line.includes('bundle generation complete')) built(front);
    });
  }
  return builder;
}

/** Resolves when there is something to serve and every change from now on will be seen. */
export async function firstBuild(fronts: Front[], signal: AbortSignal): Promise<void> {
  const isReady = (front: Front) => isWatching.has(front) && existsSync(join(workspaceRoot, OUTPUTS[front]));
  while (!signal.aborted && !fronts.every(isReady)) {
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
