import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, runCommand } from '../terminal/problem.ts';
import { workspaceRoot } from '../workspace.ts';
import { checkCompose } from './check-compose.ts';
import { checkDockerfile } from './check-dockerfile.ts';

/** Checks what runs Reihe in containers without a container engine. */
await runCommand(() => {
  const read = (file: string) => readFileSync(join(workspaceRoot, file), 'utf8');
  const wrong = [
    ...checkDockerfile(read('Dockerfile')).map((words) => `Dockerfile: ${words}`),
    ...checkCompose(read('docker-compose.yml')).map((words) => `docker-compose.yml: ${words}`),
  ];
  if (wrong.length > 0) return Promise.reject(new Problem(wrong.join('\n')));
  process.stdout.write('Dockerfile and docker-compose.yml are sound.\n');
  return Promise.resolve();
});
