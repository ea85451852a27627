import { rolldown } from 'rolldown';
import { runCommand } from '../../terminal/problem.ts';
import { apiBundle, emptyApiOutput, writeApiFiles } from './bundle.ts';

await runCommand(async () => {
  const { output, ...input } = apiBundle;
  const bundle = await rolldown(input);
  try {
    emptyApiOutput();
    await bundle.write(output);
    writeApiFiles();
  } finally {
    await bundle.close();
  }
});
