import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/run.ts';
import { Problem } from '../terminal/problem.ts';
import { apiCli, workspaceRoot } from '../workspace.ts';

export const documentFile = join(workspaceRoot, 'docs/api/openapi.json');
const LIMIT_MS = 60_000;

/** What the built API says of itself, as it is committed. Needs a database to start against and leaves it as it is. */
export async function currentDocument(databaseUrl: string, signal: AbortSignal): Promise<string> {
  const { code, stdout, output } = await run(process.execPath, [apiCli, 'openapi'], {
    cwd: workspaceRoot,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
  });
  if (code !== 0) throw new Problem(`The API did not tell its OpenAPI document:\n${output.trim()}`);
  return `${JSON.stringify(JSON.parse(stdout), null, 2)}\n`;
}

export function committedDocument(): string | null {
  return existsSync(documentFile) ? readFileSync(documentFile, 'utf8') : null;
}
