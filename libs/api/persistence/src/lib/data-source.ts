import { DataSource, type DataSourceOptions } from 'typeorm';
import { GatheringClient, ReadableNames } from '@reihe/api-database';
import { MIGRATIONS } from './migrations';
import { ROWS } from './rows';

export interface DatabaseOptions {
  /** postgres:// address. */
  url: string;
  /** Connections of this process at most. */
  poolSize?: number;
}

export function dataSourceOptions({ url, poolSize = 10 }: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: ROWS,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new ReadableNames(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    // Sessions are stored and read as instants; the server's own zone must never leak in.
    // Statements that do not need one another's answers are sent together.
    extra: {
      options: '-c timezone=UTC',
      connectionTimeoutMillis: 10_000,
      pipeline: true,
      Client: GatheringClient,
    },
  };
}

/** Brings a database to this version's schema; safe to call from several processes at once. */
export async function migrate(options: DatabaseOptions): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions({ ...options, poolSize: 2 })).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await lock.query(`SELECT pg_advisory_lock(hashtext('reihe.migrate'))`);
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('reihe.migrate'))`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
