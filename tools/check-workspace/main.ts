import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/run.ts';
import { Problem, runCommand } from '../terminal/problem.ts';
import { workspaceRoot } from '../workspace.ts';
import { findViolations, LINE_BUDGET } from './rules.ts';
import { readWorkspace, type Project } from './workspace.ts';

await runCommand(async () => {
  const workspace = await readWorkspace(workspaceRoot, await sourceFiles());
  for (const project of workspace.projects) process.stdout.write(`${sizeOf(project)}\n`);
  const violations = findViolations(workspace);
  if (violations.length > 0) throw new Problem(violations.join('\n'));
  process.stdout.write('Tags, boundaries, aliases, sizes and texts are as the house wants them.\n');
});

function sizeOf({ name, root, lines, specs }: Project): string {
  const isNear = root.startsWith('libs/') && lines > LINE_BUDGET * 0.85;
  return `${name.padEnd(24)} ${String(lines).padStart(5)} lines ${String(specs).padStart(3)} specs${isNear ? '  near its budget' : ''}`;
}

/** What git has or would take; without git (an unpacked archive) what lies there. */
async function sourceFiles(): Promise<string[]> {
  const { code, stdout } = await run(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    {
      cwd: workspaceRoot,
    },
  );
  const files =
    code === 0
      ? stdout.split('\0')
      : globSync('{apps,libs,tools,docs}/**/*', { cwd: workspaceRoot, exclude: ['**/node_modules'] });
  return files.filter((file) => {
    const path = join(workspaceRoot, file);
    return file !== '' && existsSync(path) && statSync(path).isFile();
  });
}
