import { apiPaths } from '@reihe/shared-contracts';
import { recapPaths, type Recap } from '@reihe/shared-editorial';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { aText, RecapsApp } from '../testing/recaps-app';
import { PublishDue } from './publish-due';
import { SchedulesRepository } from './schedules.repository';

describe('a recap that is to appear at a minute', () => {
  const clock = new FixedClock('2026-10-20T08:00:00Z');
  let app: RecapsApp;
  let other: RecapsApp;
  let seriesId: string;
  let sessionId: string;
  let imageId: string;
  let count = 0;

  const approved = async () =>
    app.approve(
      await app.answer<Recap>(
        'post',
        apiPaths.recaps,
        aSaveRecap({
          seriesId,
          sessionIds: [sessionId],
          byline: 'Sample team',
          leadMediaId: imageId,
          translations: { en: aText({ slug: `minute-${(count += 1)}` }) },
        }),
      ),
    );
  const at = (publishLocal: string, timeZone = 'Europe/Berlin') => ({ publishLocal, timeZone });
  const schedule = (recap: Recap, when: object) =>
    app.answer<Recap>('post', recapPaths.schedule(recap.id), { version: recap.version, ...when });
  const now = ({ id }: Recap) => app.answer<Recap>('get', apiPaths.recap(id));
  const publishDue = (process = app) => process.get(PublishDue).publishDue();

  beforeAll(async () => {
    app = await RecapsApp.openAt(clock);
    other = await RecapsApp.openAt(clock, app);
    seriesId = await app.aSeries('water');
    sessionId = await app.aSession(seriesId, 'leaking-pipes');
    imageId = await app.anImage();
  });
  beforeEach(async () => {
    clock.set('2026-10-20T08:00:00Z');
    await app.database.dataSource.query(`DELETE FROM outbox_messages`);
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  it('appears then, neither before nor twice, on however many workers', async () => {
    const scheduled = await schedule(await approved(), at('2026-10-21T09:00'));
    expect(scheduled).toMatchObject({
      state: 'scheduled',
      workflow: {
        schedule: {
          publishAt: '2026-10-21T07:00:00Z',
          publishLocal: '2026-10-21T09:00',
          timeZone: 'Europe/Berlin',
          failure: null,
        },
      },
    });
    clock.set('2026-10-21T06:59:59Z');
    expect(await publishDue()).toBe(0);
    expect(await app.get(SchedulesRepository).next()).toEqual(new Date('2026-10-21T07:00:00Z'));
    clock.set('2026-10-21T07:00:00Z');
    const published = await Promise.all([publishDue(), publishDue(other), publishDue(), publishDue(other)]);
    expect(published.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await now(scheduled)).toMatchObject({
      state: 'published',
      publishedOn: '2026-10-21',
      workflow: { schedule: null },
      revisions: [{ number: 1, createdBy: 'Sample reviewer' }],
    });
    const answer = await app.page(scheduled.translations.en?.slug ?? '');
    expect(answer.kind).toBe('page');
    expect(await app.mails()).toMatchObject([
      { template: 'recap-approved' },
      { template: 'recap-is-public', to_address: app.staff.email },
    ]);
    expect((await app.mails())[1]?.text).toContain('has appeared as scheduled');
    const [entry] = await app.database.dataSource.query<object[]>(
      `SELECT actor_kind FROM audit_entries WHERE subject_id = $1 AND action = 'recap.publish'`,
      [scheduled.id],
    );
    expect(entry).toEqual({ actor_kind: 'system' });
  });

  it('appears on restart where a worker was killed in the middle of it', async () => {
    const scheduled = await schedule(await approved(), at('2026-10-21T09:00'));
    clock.set('2026-10-21T07:00:00Z');
    const { dataSource } = app.database;
    // Holds the worker in the middle of its transaction: the address is the last thing it writes.
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`SELECT 1 FROM recap_addresses WHERE recap_id = $1 FOR UPDATE`, [scheduled.id]);
    const dying = publishDue(other);
    let worker: { pid: number } | undefined;
    while (!worker)
      [worker] = await dataSource.query<{ pid: number }[]>(
        `SELECT pid FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE recap_addresses%'`,
      );
    expect(await publishDue()).toBe(0);
    await dataSource.query(`SELECT pg_terminate_backend($1)`, [worker.pid]);
    expect(await dying).toBe(0);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await now(scheduled)).toMatchObject({ state: 'scheduled', revisions: [] });
    expect(await publishDue()).toBe(1);
    expect(await now(scheduled)).toMatchObject({ state: 'published', revisions: [{ number: 1 }] });
  });

  it('is asked about where the clocks jump over the minute, or bring it twice', async () => {
    const recap = await approved();
    const missing = await app.problem('post', recapPaths.schedule(recap.id), {
      version: recap.version,
      ...at('2027-03-28T02:30'),
    });
    expect(missing).toMatchObject({
      status: 422,
      code: 'time.nonexistent',
      details: { field: 'publishLocal', candidates: ['2027-03-28T01:30', '2027-03-28T03:30'] },
    });
    const twice = await app.problem('post', recapPaths.schedule(recap.id), {
      version: recap.version,
      ...at('2026-10-25T02:30'),
    });
    expect(twice).toMatchObject({
      status: 422,
      code: 'time.ambiguous',
      details: { candidates: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] },
    });
    const later = await schedule(recap, { ...at('2026-10-25T02:30'), clockChoice: 'later' });
    expect(later.workflow.schedule?.publishAt).toBe('2026-10-25T01:30:00Z');
    clock.set('2026-10-25T00:30:00Z');
    expect(await publishDue()).toBe(0);
    clock.set('2026-10-25T01:30:00Z');
    expect(await publishDue()).toBe(1);
  });

  it('can be moved to another minute, and taken off', async () => {
    const first = await schedule(await approved(), at('2026-10-21T09:00'));
    const moved = await schedule(first, at('2026-10-22T09:00', 'America/Sao_Paulo'));
    expect(moved.workflow.schedule?.publishAt).toBe('2026-10-22T12:00:00Z');
    clock.set('2026-10-21T07:00:00Z');
    expect(await publishDue()).toBe(0);
    const off = await app.answer<Recap>('post', recapPaths.unschedule(moved.id), { version: moved.version });
    expect(off).toMatchObject({ state: 'approved', workflow: { schedule: null } });
    clock.set('2026-10-22T12:00:00Z');
    expect(await publishDue()).toBe(0);
    expect((await now(off)).state).toBe('approved');
  });

  it('is refused for a minute that is over, for a zone that is none, and where something is missing', async () => {
    const recap = await approved();
    const ask = (when: object) =>
      app.problem('post', recapPaths.schedule(recap.id), { version: recap.version, ...when });
    expect(await ask(at('2026-10-20T10:00'))).toMatchObject({ status: 422, code: 'recap.schedule-past' });
    expect(await ask(at('2026-10-21T09:00', 'Mars/Base'))).toMatchObject({ code: 'request.invalid' });
    await withdrawCredit();
    expect((await ask(at('2026-10-21T09:00'))).code).toBe('recap.incomplete');
    await giveCredit();
    expect((await schedule(recap, at('2026-10-21T09:00'))).state).toBe('scheduled');
    await app.answer('post', recapPaths.unschedule(recap.id), { version: recap.version + 1 });
  });

  it('stays scheduled where a right was withdrawn meanwhile; who answers for it is told once', async () => {
    const scheduled = await schedule(await approved(), at('2026-10-21T09:00'));
    const fine = await schedule(await approved(), at('2026-10-21T09:01'));
    const reviewer = await app.reviewer();
    await app.database.dataSource.query(`DELETE FROM outbox_messages`);
    await withdrawCredit();
    clock.set('2026-10-21T07:00:00Z');
    expect(await publishDue()).toBe(0);
    expect(await now(scheduled)).toMatchObject({
      state: 'scheduled',
      version: scheduled.version,
      workflow: {
        schedule: {
          failure: { triedAt: '2026-10-21T07:00:00Z', gaps: [{ code: 'no-credit', mediaId: imageId }] },
        },
      },
    });
    const mails = await app.mails();
    expect(mails.map(({ template, to_address }) => `${template} ${to_address}`).sort()).toEqual([
      `recap-not-published ${app.staff.email}`,
      `recap-not-published ${reviewer.email}`,
    ]);
    expect(mails[0]?.text).toMatch(/was to appear on Wednesday,? 21 October 2026 at\s+09:00/);
    clock.set('2026-10-21T07:00:30Z');
    expect(await publishDue()).toBe(0);
    expect(await app.get(SchedulesRepository).next()).toEqual(new Date('2026-10-21T07:01:00Z'));
    clock.set('2026-10-21T07:01:00Z');
    expect(await publishDue()).toBe(0);
    clock.set('2026-10-21T07:02:00Z');
    expect(await publishDue()).toBe(0);
    // Two for each of the two, however often it was tried.
    expect((await app.mails()).filter(({ template }) => template === 'recap-not-published')).toHaveLength(4);
    await giveCredit();
    clock.set('2026-10-21T07:03:00Z');
    expect(await publishDue()).toBe(2);
    expect((await app.mails()).filter(({ template }) => template === 'recap-not-published')).toHaveLength(4);
    expect((await now(fine)).state).toBe('published');
  });

  function withdrawCredit() {
    return app.database.dataSource.query(`UPDATE media SET photographer = '', agency = '' WHERE id = $1`, [
      imageId,
    ]);
  }

  function giveCredit() {
    return app.database.dataSource.query(`UPDATE media SET photographer = 'Sample' WHERE id = $1`, [imageId]);
  }
});
