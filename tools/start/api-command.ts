import { run } from '../processes/run.ts';
import { Problem } from '../terminal/problem.ts';
import type { Report } from '../terminal/steps.ts';
import { apiCli, workspaceRoot } from '../workspace.ts';

export interface DemoAccount {
  role: string;
  email: string;
}

/** Runs a command of the built API to its end; its words become the Problem's when it fails. Returns its standard output. */
export async function runApiCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
  onLine?: (line: string) => void,
): Promise<string> {
  let rest = '';
  const { code, output, stdout } = await run(process.execPath, [apiCli, ...args], {
    cwd: workspaceRoot,
    env,
    ...(signal && { signal }),
    onOutput: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    },
  });
  if (signal?.aborted) throw new Problem('Stopped.', 130);
  if (code !== 0) throw new Problem(`The command "${args[0] ?? ''}" failed:\n${output.trim()}`);
  return stdout;
}

/**
 * Loads the demonstration data where the database is empty. The command says how far it is in lines of JSON
 * (`{"step":"…"}`) and at the end which demonstration accounts there are (`{"accounts":[{"role","email"}]}`).
 */
export async function loadDemonstration(
  env: NodeJS.ProcessEnv,
  report: Report,
  signal?: AbortSignal,
): Promise<DemoAccount[]> {
  let accounts: DemoAccount[] = [];
  await runApiCommand(['demo'], env, signal, (line) => {
    const told = parse(line);
    if (typeof told?.step === 'string') report(told.step);
    if (told?.accounts) accounts = told.accounts;
  });
  return accounts;
}

function parse(line: string): { step?: unknown; accounts?: DemoAccount[] } | null {
  try {
    return JSON.parse(line) as { step?: unknown; accounts?: DemoAccount[] };
  } catch {
    return null;
  }
}
