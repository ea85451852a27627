import { Database } from './database';
import { openTestDatabase, type TestDatabase } from './testing/test-database';

describe('a prepared statement', () => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    database = new Database({ tx: test.dataSource.manager } as ConstructorParameters<typeof Database>[0]);
  });

  afterAll(() => test.close());

  const modes = async () => {
    const read = () => test.dataSource.query<{ plan_cache_mode: string }[]>('SHOW plan_cache_mode');
    const all = await Promise.all(Array.from({ length: 10 }, read));
    return new Set(all.map(([row]) => row?.plan_cache_mode));
  };

  it('is planned once for all parameters', async () => {
    for (let number = 0; number < 3; number++)
      expect(await database.prepared('SELECT $1::int AS number', [number])).toEqual([{ number }]);
    const plans = await test.dataSource.query<{ generic: number; custom: number }[]>(
      `SELECT sum(generic_plans)::int AS generic, sum(custom_plans)::int AS custom
       FROM pg_prepared_statements WHERE name LIKE 'reihe-%'`,
    );
    expect(plans).toEqual([{ generic: 3, custom: 0 }]);
  });

  it('leaves the connection as it was, also when it fails', async () => {
    await expect(database.prepared('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
    expect(await modes()).toEqual(new Set(['auto']));
  });
});
