import { jest } from '@jest/globals';
import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { Database, isConnectionLost } from '@reihe/api-database';
import { openTestDatabase, type TestDatabase } from './testing/test-database';

type Wire = Client['connection']['stream'] & {
  _write: (...chunk: unknown[]) => void;
  _writev: (...chunks: unknown[]) => void;
};

describe('what a transaction asks', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  const databaseOf = (tx: EntityManager) => new Database({ tx } as ConstructorParameters<typeof Database>[0]);

  /** How often something left for PostgreSQL while the work was done. */
  async function writesOf(manager: EntityManager, work: () => Promise<unknown>): Promise<number> {
    const client = (await manager.queryRunner?.connect()) as Client;
    const wire = client.connection.stream as Wire;
    const writes = [jest.spyOn(wire, '_write'), jest.spyOn(wire, '_writev')];
    try {
      await work();
      return writes.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    } finally {
      for (const spy of writes) spy.mockRestore();
    }
  }

  it('leaves by one write where it is asked at one moment, the begin included, and once more with the commit', async () => {
    const runner = test.dataSource.createQueryRunner();
    const { manager } = runner;
    const database = databaseOf(manager);
    const answers: unknown[] = [];
    const asking = async () => {
      await runner.startTransaction();
      answers.push(
        ...(await Promise.all([1, 2, 3].map((one) => database.often('SELECT $1::int AS one', [one])))),
      );
    };
    expect(await writesOf(manager, asking)).toBe(1);
    expect(answers).toEqual([[{ one: 1 }], [{ one: 2 }], [{ one: 3 }]]);
    const ending = async () => {
      await database.write('SELECT 4');
      await database.write('SELECT 5');
      await runner.commitTransaction();
    };
    expect(await writesOf(manager, ending)).toBe(1);
    await runner.release();
  });

  it('is undone as a whole though the begin is not waited for', async () => {
    await test.dataSource.query('CREATE TABLE noted (number int)');
    const failing = test.dataSource.transaction(async (manager) => {
      await manager.query('INSERT INTO noted VALUES (1)');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await test.dataSource.query('SELECT * FROM noted')).toEqual([]);
  });

  it('fails with the connection that is gone, and does not end the process', async () => {
    const runner = test.dataSource.createQueryRunner();
    const client = (await runner.connect()) as Client;
    const begun = async () => {
      await runner.startTransaction();
      client.connection.stream.destroy();
      await runner.query('SELECT 1');
    };
    const failure = await begun().catch((error: unknown) => error);
    expect(isConnectionLost(failure)).toBe(true);
    await runner.release();
    expect(await test.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
