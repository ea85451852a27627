import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
  body: string;
}

/**
 * One kept-alive connection that asks one thing after another. It knows no more of HTTP than the answers here need, for the load
 * shares the processors with what it measures: Node's own client takes longer over a request than the floor's server does.
 */
export class Connection {
  private readonly socket: Socket;
  private readonly host: string;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: Answer) => void; reject: (reason: Error) => void } | null = null;

  private constructor(socket: Socket, host: string) {
    this.socket = socket;
    this.host = host;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('The connection was closed before the answer came.')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket, `127.0.0.1:${port}`));
      });
    });
  }

  /** @throws Error where the connection ends before the answer is whole: whether it was done is then unknown */
  post(path: string, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [first = '', ...lines] = this.received.toString('latin1', 0, end).split('\r\n');
    const headers = new Map(lines.map((line) => pairOf(line)));
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (Number.isNaN(length)) return this.fail(new Error(`An answer without a length: ${first}`));
    if (this.received.length < end + 4 + length) return;
    const body = this.received.toString('utf8', end + 4, end + 4 + length);
    this.received = this.received.subarray(end + 4 + length);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(first.split(' ')[1]), headers, body });
  }

  private fail(reason: Error): void {
    this.waiting?.reject(reason);
    this.waiting = null;
  }
}

function pairOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
