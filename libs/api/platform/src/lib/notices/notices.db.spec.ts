import { openTestDatabase, type TestDatabase } from '@reihe/api-persistence';
import { readConfig } from '../config/config';
import { type Notice, Notices } from './notices';

describe('notices of other processes', () => {
  let database: TestDatabase;
  let notices: Notices;
  const heard: Notice[] = [];

  const tell = (payload: string) => database.dataSource.query(`SELECT pg_notify('news', $1)`, [payload]);
  const until = async (isSo: () => boolean) => {
    for (let tries = 0; !isSo(); tries += 1) {
      if (tries > 400) throw new Error('It did not come to that.');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  /** The process at the other end of the line. */
  const onTheLine = `FROM pg_stat_activity WHERE application_name = 'reihe notices' AND datname = current_database()`;

  beforeAll(async () => {
    database = await openTestDatabase();
    notices = new Notices(readConfig({ DATABASE_URL: database.url }));
  });
  afterAll(async () => {
    await notices.onModuleDestroy();
    await database.close();
  });

  it('are heard from the first listener on', async () => {
    expect(notices.isOnTheLine).toBe(false);
    await notices.listen('news', (notice) => heard.push(notice));
    expect(notices.isOnTheLine).toBe(true);
    await tell('one');
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ kind: 'told', payload: 'one' }]);
  });

  it('may have been missed while the line was cut: that is known meanwhile, and said when it is there again', async () => {
    heard.length = 0;
    await database.dataSource.query(`SELECT pg_terminate_backend(pid) ${onTheLine}`);
    await until(() => !notices.isOnTheLine);
    await tell('unheard');
    await until(() => notices.isOnTheLine);
    await tell('two');
    await until(() => heard.length > 1);
    expect(heard).toEqual([{ kind: 'missed' }, { kind: 'told', payload: 'two' }]);
  });
});
