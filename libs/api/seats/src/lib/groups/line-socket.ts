import type { Socket } from 'node:net';

/** Far more than a form can be: whoever sends more is none of ours. */
const MOST_CHARACTERS = 4_000_000;

/** A connection between two processes of one machine: a line of JSON for each message; those of one turn leave together. */
export class LineSocket {
  private received = '';
  private leaving: string[] = [];

  constructor(
    private readonly socket: Socket,
    private readonly hear: (message: unknown) => void,
    ended: () => void,
  ) {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.take(text);
    });
    // What went wrong is told by the end that follows.
    socket.on('error', () => undefined);
    socket.once('close', ended);
  }

  send(message: unknown): void {
    this.leaving.push(JSON.stringify(message));
    if (this.leaving.length > 1) return;
    setImmediate(() => {
      const lines = this.leaving;
      this.leaving = [];
      if (!this.socket.destroyed) this.socket.write(`${lines.join('\n')}\n`);
    });
  }

  /** Ends it if nothing comes for so long while something `isAwaited`: whoever does not answer is not waited for. */
  endWhenSilent(ms: number, isAwaited: () => boolean): void {
    this.socket.setTimeout(ms, () => {
      if (isAwaited()) this.end();
    });
  }

  end(): void {
    this.socket.destroy();
  }

  private take(text: string): void {
    const lines = (this.received + text).split('\n');
    this.received = lines.pop() ?? '';
    if (this.received.length > MOST_CHARACTERS) return this.end();
    try {
      for (const line of lines) this.hear(JSON.parse(line));
    } catch {
      this.end();
    }
  }
}
