/** Something the person at the terminal can act on: shown as words, never with a stack. */
export class Problem extends Error {
  readonly exitCode: number;

  constructor(words: string, exitCode = 1) {
    super(words);
    this.exitCode = exitCode;
  }
}

/** A file or folder that the system does not let us use: who runs the command can change that, so it is no bug. */
export function refusedFile(error: unknown): Problem | null {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (!path || !['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code ?? '')) return null;
  const advice =
    code === 'ENOSPC' ? 'Make room' : 'Give it to the user who runs this command (chown -R, and chmod u+rwX)';
  return new Problem(`${path} cannot be used (${message}).\n${advice}, and start again.`);
}

/** Runs a command's main function; a Problem ends it with words and its exit code, anything else is a bug and shows its stack. */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const problem = error instanceof Problem ? error : refusedFile(error);
    if (problem) {
      process.stderr.write(`\n${problem.message}\n`);
      process.exitCode = problem.exitCode;
    } else {
      process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  // Sockets that a failed step left open must not keep the command alive.
  process.exit();
}
