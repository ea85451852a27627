import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/**
 * Starts a program that must not outlive this process, whatever ends it. A small shell in between holds the other end of a
 * pipe: when the pipe closes, because we ask or because we are gone (kill -9 included), it sends the program `stopSignal`.
 * The program has a process group of its own, so that Ctrl-C on the terminal reaches only us and we decide the order in
 * which things stop.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- 4>&- &
program=$!
echo $program >&4
exec 4>&-
{ read -r _ <&3; kill -s "$STOP_SIGNAL" $program; } >/dev/null 2>&1 &
guard=$!
# Without its own remark that a program ended by a signal: it is how we end it.
wait $program 2>/dev/null
code=$?
kill $guard 2>/dev/null
exit $code
`;

export interface GuardedOptions {
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** How long the program may take to stop before its whole group is killed. */
  stopWithinMs: number;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  stdout?: 'inherit' | 'pipe' | 'ignore';
  stderr?: 'inherit' | 'pipe' | 'ignore';
  uid?: number;
  gid?: number;
}

export class GuardedProcess {
  readonly child: ChildProcess;
  /** The program's own process id; `child` is the shell in front of it. Null when it could not be started. */
  readonly pid: Promise<number | null>;
  /** Resolves with the exit code; never rejects. */
  readonly ended: Promise<number>;
  private isStopping = false;
  private readonly options: GuardedOptions;

  constructor(program: string, args: string[], options: GuardedOptions) {
    this.options = options;
    const spawnOptions: SpawnOptions = {
      cwd: options.cwd,
      env: { ...(options.env ?? process.env), STOP_SIGNAL: options.stopSignal.slice(3) },
      stdio: ['pipe', options.stdout ?? 'inherit', options.stderr ?? 'inherit', 'ignore', 'pipe'],
      detached: true,
      ...(options.uid !== undefined && { uid: options.uid }),
      ...(options.gid !== undefined && { gid: options.gid }),
    };
    this.child = spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...args], spawnOptions);
    this.child.stdin?.on('error', () => undefined);
    this.pid = new Promise((resolve) => {
      this.child.stdio[4]?.once('data', (line: Buffer) => resolve(Number(line.toString())));
      this.child.once('exit', () => resolve(null));
      this.child.once('error', () => resolve(null));
    });
    this.ended = new Promise((resolve) => {
      this.child.once('error', () => resolve(127));
      this.child.once('exit', (code) => resolve(code ?? 1));
    });
  }

  /** True once a stop was asked for: an end before that is a failure. */
  get wasStopped(): boolean {
    return this.isStopping;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.child.stdin?.end();
    const deadline = setTimeout(() => this.killGroup(), this.options.stopWithinMs);
    await this.ended;
    clearTimeout(deadline);
  }

  private killGroup(): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // Gone in the meantime.
    }
  }
}
