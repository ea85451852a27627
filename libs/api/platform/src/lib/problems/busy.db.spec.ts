import { openTestDatabase, type TestDatabase } from '@reihe/api-persistence';
import type { Response } from 'express';
import { Pool } from 'pg';
import { problemOf, tellWhenToRetry } from './problem.filter';

describe('a process whose connections are all in use', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await openTestDatabase();
    pool = new Pool({ connectionString: database.url, max: 1, connectionTimeoutMillis: 1_000 });
  });
  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  it('says that it is busy and when to come again, not that something broke', async () => {
    const only = await pool.connect();
    const refusal: unknown = await pool.connect().catch((error: unknown) => error);
    only.release();
    expect(problemOf(refusal, 'correlation-1')).toMatchObject({ status: 503, code: 'server.busy' });
    const headers = new Map<string, unknown>();
    tellWhenToRetry(refusal, {
      setHeader: (name: string, value: unknown) => headers.set(name, value),
    } as unknown as Response);
    expect([...headers]).toEqual([['Retry-After', 5]]);
  });

  it('says of any other failure of the database only where to look it up', async () => {
    const failure: unknown = await pool.query('SELECT nonsense').catch((error: unknown) => error);
    expect(problemOf(failure, 'correlation-2')).toMatchObject({ status: 500, code: 'server.error' });
  });
});
