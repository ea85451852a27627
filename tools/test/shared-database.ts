import { startThrowAwayPostgres } from '../postgres/throw-away.ts';
import type { Postgres } from '../postgres/cluster.ts';

/** One PostgreSQL for all checks that need one, started by the first; TEST_DATABASE_URL names another. */
export class SharedDatabase {
  private server: Promise<Postgres> | null = null;

  async url(): Promise<string> {
    const given = process.env['TEST_DATABASE_URL'];
    if (given) return given;
    this.server ??= startThrowAwayPostgres();
    return (await this.server).url;
  }

  async stop(): Promise<void> {
    const server = await this.server?.catch(() => null);
    await server?.stop();
  }
}
