import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres/cluster.ts';
import { Problem } from '../terminal/problem.ts';
import { step } from '../terminal/steps.ts';
import { dataFolder } from '../workspace.ts';

export interface OpenDatabase {
  url: string;
  /** Rejects never; resolves only when a server of ours ended by itself. */
  lost: Promise<void>;
  stop: () => Promise<void>;
}

export const postgresFolder = join(dataFolder, 'postgres');

/** DATABASE_URL's server where it is set, else the embedded PostgreSQL, started for the caller. */
export async function openDatabase(env: NodeJS.ProcessEnv): Promise<OpenDatabase> {
  const given = env['DATABASE_URL']?.trim();
  if (given) {
    await step('Reach the database of DATABASE_URL', () => refuseUnreachable(given));
    return { url: given, lost: new Promise(() => undefined), stop: () => Promise.resolve() };
  }
  const postgres = await step('Start PostgreSQL', () => startPostgres({ folder: postgresFolder }));
  return { url: postgres.url, lost: postgres.ended.then(() => undefined), stop: postgres.stop };
}

async function refuseUnreachable(address: string): Promise<void> {
  let shown: string;
  try {
    const url = new URL(address);
    if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError();
    shown = `${url.hostname || 'the local socket'}${url.port && `:${url.port}`}${url.pathname}`;
  } catch {
    throw new Problem(
      'DATABASE_URL is not a PostgreSQL address. It looks like postgres://user:password@host:5432/database.',
    );
  }
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 8000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    throw new Problem(
      `The database of DATABASE_URL (${shown}) cannot be reached: ${reasonOf(error)}.\n` +
        'Check the address and that the server runs, or unset DATABASE_URL to use the embedded PostgreSQL.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Several addresses of one host fail as one AggregateError without words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
