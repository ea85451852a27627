import { Test, type TestingModule } from '@nestjs/testing';
import { PersistenceModule } from '@reihe/api-persistence';
import { JobsModule, PlatformModule, readConfig, SystemClock } from '@reihe/api-platform';
import { apiPaths } from '@reihe/shared-contracts';
import { recapPaths, type Recap } from '@reihe/shared-editorial';
import { wallClockOf } from '@reihe/shared-policies';
import { aSaveRecap } from '@reihe/shared-testing';
import { RecapsModule } from '../recaps.module';
import { aText, RecapsApp } from '../testing/recaps-app';

describe('workers that wait for the minute of a recap', () => {
  let app: RecapsApp;
  const workers: TestingModule[] = [];

  async function aWorker(): Promise<TestingModule> {
    const worker = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: app.database.url }),
        PlatformModule.withConfig({ ...readConfig({ DATABASE_URL: app.database.url }), roles: ['worker'] }),
        JobsModule,
        RecapsModule,
      ],
    }).compile();
    workers.push(await worker.init());
    return worker;
  }

  beforeAll(async () => {
    app = await RecapsApp.openAt(new SystemClock());
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await app.close();
  });

  it('hear of it from another process, and let it appear once, within seconds', async () => {
    await aWorker();
    await aWorker();
    const seriesId = await app.aSeries('water');
    const recap = await app.approve(
      await app.answer<Recap>(
        'post',
        apiPaths.recaps,
        aSaveRecap({
          seriesId,
          sessionIds: [await app.aSession(seriesId, 'leaking-pipes')],
          byline: 'Sample team',
          leadMediaId: await app.anImage(),
          translations: { en: aText() },
        }),
      ),
    );
    const inAnHour = wallClockOf(new Date(Date.now() + 3_600_000), 'UTC');
    const body = { version: recap.version, publishLocal: inAnHour, timeZone: 'UTC' };
    const scheduled = await app.answer<Recap>('post', recapPaths.schedule(recap.id), body);
    // Minutes are too long for a spec: the second is brought nearer, and said in the same way.
    const due = Date.now() + 1_500;
    await app.database.dataSource.query(
      `WITH nearer AS (UPDATE recaps SET publish_at = $2 WHERE id = $1 RETURNING 1)
       SELECT pg_notify('recap_schedules', '') FROM nearer`,
      [recap.id, new Date(due)],
    );
    let published: Recap = scheduled;
    while (published.state !== 'published') {
      if (Date.now() > due + 10_000) throw new Error('It did not appear.');
      await new Promise((resolve) => setTimeout(resolve, 50));
      published = await app.answer<Recap>('get', apiPaths.recap(recap.id));
    }
    expect(Date.now() - due).toBeGreaterThanOrEqual(0);
    expect(Date.now() - due).toBeLessThan(3_000);
    expect(published.revisions).toHaveLength(1);
    const publications = await app.database.dataSource.query<object[]>(
      `SELECT 1 FROM audit_entries WHERE subject_id = $1 AND action = 'recap.publish'`,
      [recap.id],
    );
    expect(publications).toHaveLength(1);
  });
});
