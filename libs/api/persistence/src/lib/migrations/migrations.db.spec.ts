import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source';
import { CallZonesByNamesThatAllKnow1764000000190 } from './1764000000190-call-zones-by-names-that-all-know';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';

describe('the migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('give from empty exactly what the entities say', async () => {
    const pending = await database.dataSource.driver.createSchemaBuilder().log();
    expect(pending.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('call zones by names that the database knows, and others as before', async () => {
    const zones = ['vst', 'IST', 'Europe/Berlin', 'CET'];
    await database.dataSource.query(
      `INSERT INTO participants (name, language, time_zone) SELECT zone, 'en', zone FROM unnest($1::text[]) AS z (zone)`,
      [zones],
    );
    const runner = database.dataSource.createQueryRunner();
    await new CallZonesByNamesThatAllKnow1764000000190().up(runner);
    await runner.release();
    const named = await database.dataSource.query<{ name: string; zone: string }[]>(
      `SELECT name, time_zone AS zone, now() AT TIME ZONE time_zone FROM participants`,
    );
    expect(Object.fromEntries(named.map(({ name, zone }) => [name, zone]))).toEqual({
      vst: 'Asia/Ho_Chi_Minh',
      IST: 'Asia/Kolkata',
      'Europe/Berlin': 'Europe/Berlin',
      CET: 'CET',
    });
    await database.dataSource.query(`DELETE FROM participants`);
  });

  it('can all be taken back and run again', async () => {
    const source = await new DataSource(dataSourceOptions({ url: database.url })).initialize();
    const count = source.migrations.length;
    for (let step = 0; step < count; step++) await source.undoLastMigration();
    const left = await source.query<{ name: string }[]>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v', 'S') AND c.relname NOT LIKE 'schema_migrations%'`,
    );
    expect(left).toEqual([]);
    const functions = await source.query<object[]>(
      `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
       WHERE n.nspname = 'public' AND d.objid IS NULL`,
    );
    expect(functions).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(count);
    const pending = await source.driver.createSchemaBuilder().log();
    expect(pending.upQueries.map(({ query }) => query)).toEqual([]);
    await source.destroy();
  });
});
