import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source';
import { MIGRATIONS } from '../migrations';

export interface TestDatabase {
  /** Address of a fresh, migrated, empty database of this spec file alone. */
  url: string;
  dataSource: DataSource;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

const TEMPLATE = `reihe_template_${MIGRATIONS.length}_${MIGRATIONS.at(-1)?.name.slice(-13) ?? ''}`;

function serverUrl(): URL {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run database specs through tools/jest/node.config.mjs.');
  return new URL(url);
}

function databaseUrl(name: string): string {
  const url = serverUrl();
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(work: (server: DataSource) => Promise<T>): Promise<T> {
  const server = await new DataSource({ type: 'postgres', url: serverUrl().href, poolSize: 1 }).initialize();
  try {
    return await work(server);
  } finally {
    await server.destroy();
  }
}

/** Copies a template that is migrated once per server: a second instead of all migrations per spec file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const name = `reihe_test_${randomBytes(6).toString('hex')}`;
  await onServer(async (server) => {
    await server.query(`SELECT pg_advisory_lock(hashtext('reihe.test-template'))`);
    const [found] = await server.query<{ ready: boolean }[]>(
      `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1 AND datistemplate) AS ready`,
      [TEMPLATE],
    );
    if (!found?.ready) {
      await server.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
      await server.query(`CREATE DATABASE ${TEMPLATE}`);
      await migrate({ url: databaseUrl(TEMPLATE) });
      await server.query(`ALTER DATABASE ${TEMPLATE} WITH is_template true`);
    }
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    await server.query(`SELECT pg_advisory_unlock(hashtext('reihe.test-template'))`);
  });
  const url = databaseUrl(name);
  const dataSource = await new DataSource(dataSourceOptions({ url, poolSize: 20 })).initialize();
  return {
    url,
    dataSource,
    async close() {
      await dataSource.destroy();
      await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
