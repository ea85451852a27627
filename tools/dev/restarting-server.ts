import { startServer, type RunningServer } from '../start/server.ts';

/** The API in development: one at a time, started anew after every build; a request for one while it restarts is kept. */
export class RestartingServer {
  private running: RunningServer | null = null;
  private work: Promise<void> = Promise.resolve();
  private wanted = 0;
  private readonly env: NodeJS.ProcessEnv;
  private readonly port: number;

  constructor(env: NodeJS.ProcessEnv, port: number) {
    this.env = env;
    this.port = port;
  }

  restart(why: string): Promise<void> {
    const turn = ++this.wanted;
    this.work = this.work.then(async () => {
      // Several builds end close together: only the last restart is worth its time.
      if (turn !== this.wanted) return;
      await this.running?.stop();
      this.running = null;
      try {
        this.running = await startServer(this.env, this.port);
        process.stdout.write(`  ✓ server restarted (${why})\n`);
      } catch (error) {
        process.stderr.write(`  ✗ ${error instanceof Error ? error.message : String(error)}\n`);
      }
    });
    return this.work;
  }

  async stop(): Promise<void> {
    this.wanted++;
    await this.work;
    await this.running?.stop();
  }
}
