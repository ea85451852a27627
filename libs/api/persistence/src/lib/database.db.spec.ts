import { jest } from '@jest/globals';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { Database } from '@reihe/api-database';
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

  it('is one round trip: what it wants of the connection leaves with it', async () => {
    const events: string[] = [];
    const send = Client.prototype.query;
    const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function (
      this: Client,
      ...asked: never[]
    ) {
      events.push('sent');
      const answer = (send as (...parts: never[]) => Promise<unknown>).apply(this, asked);
      return answer.finally(() => events.push('answered'));
    } as never);
    try {
      await database.prepared('SELECT $1::int AS number', [1]);
    } finally {
      spy.mockRestore();
    }
    expect(events).toEqual([...Array<string>(3).fill('sent'), ...Array<string>(3).fill('answered')]);
  });

  it('leaves the connection as it was, also when it fails', async () => {
    await expect(database.prepared('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
    expect(await modes()).toEqual(new Set(['auto']));
  });
});

describe('statements of a transaction', () => {
  let test: TestDatabase;
  /** The transaction in progress, as the host of transactions has it. */
  const host: { tx: EntityManager | null } = { tx: null };
  let database: Database;

  beforeAll(async () => {
    test = await openTestDatabase();
    database = new Database({
      get tx() {
        return host.tx ?? test.dataSource.manager;
      },
    } as ConstructorParameters<typeof Database>[0]);
    await test.dataSource.query(`CREATE TABLE told (number int PRIMARY KEY)`);
  });
  beforeEach(() => test.dataSource.query('DELETE FROM told'));
  afterAll(() => test.close());

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    return test.dataSource.transaction(async (manager) => {
      host.tx = manager;
      try {
        return await work();
      } finally {
        host.tx = null;
      }
    });
  }
  const told = () => test.dataSource.query<{ number: number }[]>('SELECT number FROM told ORDER BY number');
  const tell = (number: number | null) => database.write('INSERT INTO told VALUES ($1)', [number]);

  it('read what was committed while the lock before them was waited for', async () => {
    await tell(1);
    const other = test.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT FROM told WHERE number = 1 FOR UPDATE');
    await other.query('INSERT INTO told VALUES (2)');
    const behind = transaction(() =>
      Promise.all([
        database.often('SELECT number FROM told WHERE number = 1 FOR UPDATE'),
        database.often('SELECT count(*)::int AS count FROM told'),
      ]),
    );
    await waitForWaiting(test);
    await other.commitTransaction();
    await other.release();
    expect(await behind).toEqual([[{ number: 1 }], [{ count: 2 }]]);
  });

  it('write without being waited for, and are read by what comes next', async () => {
    const read = await transaction(async () => {
      await tell(1);
      await tell(2);
      return database.query('SELECT number FROM told ORDER BY number');
    });
    expect(read).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await told()).toEqual(read);
  });

  it('are planned once for all parameters where that is wanted, until the transaction ends', async () => {
    const sql = 'SELECT $1::int + 1 AS sum';
    const plans = await transaction(async () => {
      await database.planOnce();
      for (let number = 0; number < 3; number++)
        expect(await database.often(sql, [number])).toEqual([{ sum: number + 1 }]);
      return database.query(
        `SELECT generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements WHERE statement = $1`,
        [sql],
      );
    });
    expect(plans).toEqual([{ generic: 3, custom: 0 }]);
    expect(await transaction(() => database.query('SHOW plan_cache_mode'))).toEqual([
      { plan_cache_mode: 'auto' },
    ]);
  });

  it('take everything back where one of them fails, though the commit went right behind it', async () => {
    const failed = transaction(async () => {
      await tell(1);
      await tell(null);
      await tell(3);
    });
    await expect(failed).rejects.toThrow('null value in column "number"');
    expect(await told()).toEqual([]);
  });

  it.each(['often', 'query'] as const)('fail with what failed first: %s', async (next) => {
    const failed = transaction(async () => {
      await tell(null);
      await database[next]('SELECT 1');
    });
    await expect(failed).rejects.toThrow('null value in column "number"');
  });

  it('fail with the first even if nobody waited for those after it', async () => {
    const failed = transaction(async () => {
      await Promise.all([database.often('SELECT 1 / $1::int', [0]), tell(1)]);
    });
    await expect(failed).rejects.toThrow('division by zero');
    expect(await told()).toEqual([]);
  });

  it('tell after the commit only where there was one', async () => {
    const heard: string[] = [];
    const failed = transaction(async () => {
      await tell(null);
      database.afterCommit(() => heard.push('failed'));
    });
    await expect(failed).rejects.toThrow('null value');
    await transaction(async () => {
      database.afterCommit(() => heard.push('committed'));
      await tell(1);
    });
    expect(heard).toEqual(['committed']);
  });
});

async function waitForWaiting({ dataSource }: TestDatabase): Promise<void> {
  for (;;) {
    const [waiting] = await dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if ((waiting?.count ?? 0) > 0) return;
  }
}
