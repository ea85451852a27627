/** Something the person at the terminal can act on: shown as words, never with a stack. */
export class Problem extends Error {
  readonly exitCode: number;

  constructor(words: string, exitCode = 1) {
    super(words);
    this.exitCode = exitCode;
  }
}

/** Runs a command's main function; a Problem ends it with words and its exit code, anything else is a bug and shows its stack. */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Problem) {
      process.stderr.write(`\n${error.message}\n`);
      process.exitCode = error.exitCode;
    } else {
      process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  // Sockets that a failed step left open must not keep the command alive.
  process.exit();
}
