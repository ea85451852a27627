import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nxEnvironment } from '../build/build-changed.ts';
import { OUTPUTS } from '../build/inputs.ts';
import { GuardedProcess } from '../processes/guarded-process.ts';
import { workspaceRoot } from '../workspace.ts';

export type Front = 'portal' | 'admin';

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
      if (line.includes('bundle generation complete')) built(front);
    });
  }
  return builder;
}

export async function firstBuild(fronts: Front[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !fronts.every((front) => existsSync(join(workspaceRoot, OUTPUTS[front])))) {
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
