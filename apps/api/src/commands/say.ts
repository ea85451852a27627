/** Commands answer on standard output, one line each; logs are silent there. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
