import { runCommand } from '../terminal/problem.ts';
import { buildChanged } from './build-changed.ts';

await runCommand(async () => {
  const built = await buildChanged();
  if (built.length === 0) process.stdout.write('Everything is built.\n');
});
