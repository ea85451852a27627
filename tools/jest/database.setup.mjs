import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A project with database specs gets a real PostgreSQL for the run, unless TEST_DATABASE_URL names one already (the gate
 * starts one for all projects). Its value is a superuser's address; each spec file makes a database of its own.
 */
export default async function startDatabase(_globalConfig, { rootDir }) {
  if (process.env.TEST_DATABASE_URL || !hasDatabaseSpecs(join(rootDir, 'src'))) return;
  const { startThrowAwayPostgres } = await import('../postgres/throw-away.ts');
  const postgres = await startThrowAwayPostgres();
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.throwAwayPostgres = postgres;
}

function hasDatabaseSpecs(folder) {
  return readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.db.spec.ts'));
}
