import { openTestDatabase, type TestDatabase } from '@reihe/api-persistence';
import { anImage, aSeries, aSession } from './recap-records';
import { aCategory, aRegion, classify, register } from './session-records';

describe('sample records', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('are rows that the database takes, each with what it hangs on', async () => {
    const store = database.dataSource;
    const sessionId = await aSession(store, await aSeries(store, 'water'), 'pipes');
    await classify(store, sessionId, await aRegion(store, 'africa'), await aCategory(store, 'leaks'));
    await register(store, sessionId, 2);
    await anImage(store);
    const [counts] = await store.query<object[]>(`
      SELECT (SELECT count(*)::int FROM session_translations) AS titles, (SELECT count(*)::int FROM session_regions) AS regions,
             (SELECT count(*)::int FROM registrations) AS registrations, (SELECT count(*)::int FROM media_translations) AS alts`);
    expect(counts).toEqual({ titles: 2, regions: 1, registrations: 2, alts: 2 });
  });
});
