const isTerminal = process.stdout.isTTY;

/** "340 ms", "12.3 s", "4 min 05 s" */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** What a running step may add to its line: how far it is. */
export type Report = (note: string) => void;

/**
 * One line per step with its time. On a terminal the line shows the running time and the latest note; in a log a step that
 * takes long says so every quarter of a minute.
 */
export async function step<T>(title: string, work: (report: Report) => Promise<T>): Promise<T> {
  const began = performance.now();
  let note = '';
  const elapsed = () => duration(performance.now() - began);
  const draw = () => {
    if (isTerminal) process.stdout.write(`\r\u001b[K  … ${title} ${elapsed()}${note && ` · ${note}`}`);
    else process.stdout.write(`  … ${title} ${elapsed()}${note && ` · ${note}`}\n`);
  };
  if (isTerminal) draw();
  const timer = setInterval(draw, isTerminal ? 500 : 15_000);
  const finish = (mark: string) => {
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}  ${mark} ${title} (${elapsed()})\n`);
  };
  try {
    const result = await work((text) => {
      note = text;
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
