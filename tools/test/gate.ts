import { Problem } from '../terminal/problem.ts';
import { duration } from '../terminal/steps.ts';

export interface Counts {
  passed: number;
  failed: number;
}

export interface CheckResult {
  ok: boolean;
  /** Shown in full when the check failed. */
  output: string;
  /** Tests it ran, where it ran any. */
  counts?: Counts;
  /** A few words for the summary: what was looked at. */
  note?: string;
}

export interface Check {
  title: string;
  /** Title of a check that must have passed; without it this one says nothing new. */
  needs?: string;
  run: () => Promise<CheckResult>;
}

interface Row extends Partial<Counts> {
  title: string;
  result: 'passed' | 'failed' | 'skipped';
  took: number;
  note: string;
}

/**
 * Runs the checks one after the other, those of one list side by side; all of them; and sums up. Returns whether everything passed.
 */
export async function runChecks(
  checks: (Check | Check[])[],
  signal: AbortSignal,
  write: (text: string) => void,
): Promise<boolean> {
  const began = performance.now();
  const rows: Row[] = [];
  for (const step of checks) {
    if (signal.aborted) break;
    rows.push(...(await Promise.all([step].flat().map((check) => runOrSkip(check, rows, write)))));
  }
  if (signal.aborted) throw new Problem('Stopped.', 130);
  write(summary(rows, performance.now() - began));
  return rows.every(({ result }) => result === 'passed');
}

function runOrSkip(check: Check, before: readonly Row[], write: (text: string) => void): Promise<Row> {
  const { title, needs } = check;
  if (needs === undefined || before.find((row) => row.title === needs)?.result === 'passed')
    return runCheck(check, write);
  write(`  - ${title} (skipped, needs: ${needs})\n`);
  return Promise.resolve({ title, result: 'skipped', took: 0, note: `needs: ${needs}` });
}

async function runCheck({ title, run }: Check, write: (text: string) => void): Promise<Row> {
  const began = performance.now();
  write(`  … ${title}\n`);
  const beat = setInterval(() => write(`  … ${title} ${duration(performance.now() - began)}\n`), 30_000);
  const {
    ok,
    output,
    counts,
    note = '',
  } = await run().catch((error: unknown) => ({
    ok: false,
    output:
      error instanceof Problem ? error.message : error instanceof Error ? (error.stack ?? '') : String(error),
    counts: undefined,
    note: '',
  }));
  clearInterval(beat);
  const took = performance.now() - began;
  const tests = counts
    ? ` · ${counts.passed} tests passed${counts.failed ? `, ${counts.failed} failed` : ''}`
    : '';
  write(`  ${ok ? '✓' : '✗'} ${title} (${duration(took)})${tests}${note && ` · ${note}`}\n`);
  if (!ok) write(`\n${output.trimEnd()}\n\n`);
  return { title, result: ok ? 'passed' : 'failed', took, note, ...counts };
}

/**
 * The table, and in the last line the tests. A check that failed without a failed test (format, types, a test file that does
 * not load) counts as one, so that the line never says "0 failed" over a red gate; so does one that could not run.
 */
export function summary(rows: Row[], took: number): string {
  const width = Math.max(...rows.map(({ title }) => title.length), 4);
  const lines = rows.map(({ title, result, took, passed, failed, note }) =>
    [
      title.padEnd(width),
      result.padEnd(7),
      duration(took).padStart(12),
      (passed === undefined ? '' : `${passed}/${passed + (failed ?? 0)}`).padStart(11),
      note,
    ]
      .join('  ')
      .trimEnd(),
  );
  const passed = rows.reduce((sum, row) => sum + (row.passed ?? 0), 0);
  const failed = rows.reduce(
    (sum, row) => sum + (row.result === 'passed' ? 0 : Math.max(row.failed ?? 0, 1)),
    0,
  );
  const head = `${'Step'.padEnd(width)}  ${'Result'.padEnd(7)}  ${'Time'.padStart(12)}  ${'Tests'.padStart(11)}`;
  return [
    '',
    head,
    '-'.repeat(head.length),
    ...lines,
    '',
    `In all ${duration(took)}.`,
    `${passed} passed, ${failed} failed`,
    '',
  ].join('\n');
}
