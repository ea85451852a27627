import { SeriesRecapRulesRow } from '@reihe/api-persistence';
import { apiPaths, type Page } from '@reihe/shared-contracts';
import type { Recap, RecapListItem } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DraftsApp } from './testing/drafts-app';
import { DraftEndedSessions } from '@reihe/api-recap-drafts';

describe('a session that is over', () => {
  const clock = new FixedClock('2026-10-06T14:00:00Z');
  let app: DraftsApp;
  let other: DraftsApp;
  let count = 0;

  const draft = (process = app) => process.get(DraftEndedSessions).draftEnded();
  const recapsOf = async (seriesId: string) => {
    const path = `${apiPaths.recaps}?series=${seriesId}`;
    return (await app.answer<Page<RecapListItem>>('get', path)).items;
  };
  const aSeries = () => app.aSeries(`series-${(count += 1)}`);

  beforeAll(async () => {
    app = await DraftsApp.openAt(clock);
    other = await DraftsApp.openAt(clock, app);
  });
  beforeEach(async () => {
    // Ends at 14:00.
    clock.set('2026-10-06T14:00:00Z');
    await app.database.dataSource.query(`DELETE FROM recap_sessions`);
    await app.database.dataSource.query(
      `INSERT INTO session_recap_drafts SELECT id FROM sessions ON CONFLICT DO NOTHING`,
    );
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  it('gets its draft at its end, of nobody yet, once on however many workers', async () => {
    const seriesId = await aSeries();
    const sessionId = await app.aSession(seriesId, 'ending', { state: 'published' });
    clock.set('2026-10-06T13:59:59Z');
    expect(await draft()).toBe(0);
    clock.set('2026-10-06T14:00:00Z');
    const made = await Promise.all([draft(), draft(other), draft(), draft(other)]);
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
    const [item, ...more] = await recapsOf(seriesId);
    expect(more).toEqual([]);
    const recap = await app.answer<Recap>('get', apiPaths.recap(item?.id ?? ''));
    expect(recap).toMatchObject({ state: 'draft', sessionIds: [sessionId], workflow: { lastWriter: null } });
    const [entry] = await app.database.dataSource.query<object[]>(
      `SELECT actor_kind, action FROM audit_entries WHERE subject_id = $1`,
      [recap.id],
    );
    expect(entry).toEqual({ actor_kind: 'system', action: 'recap.create' });
    const [assignment] = await app.database.dataSource.query<object[]>(
      `SELECT owner_id, due_on::text FROM recap_assignments WHERE recap_id = $1`,
      [recap.id],
    );
    expect(assignment).toEqual({ owner_id: null, due_on: '2026-10-20' });
  });

  it('gets no second one: neither where somebody was faster, nor after the first was unlinked', async () => {
    const seriesId = await aSeries();
    const byHand = await app.aSession(seriesId, 'by-hand');
    await app.answer('post', apiPaths.recapFromSession(byHand));
    await app.aSession(seriesId, 'by-itself');
    expect(await draft()).toBe(1);
    await app.database.dataSource.query(`DELETE FROM recap_sessions WHERE session_id <> $1`, [byHand]);
    expect(await draft()).toBe(0);
    expect(await recapsOf(seriesId)).toHaveLength(2);
  });

  it('gets none while somebody is beginning one by hand in this moment', async () => {
    const seriesId = await aSeries();
    const sessionId = await app.aSession(seriesId, 'at-once');
    const runner = app.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    const [row] = (await runner.query(`INSERT INTO recaps (series_id) VALUES ($1) RETURNING id`, [
      seriesId,
    ])) as { id: string }[];
    await runner.query(`INSERT INTO recap_sessions (recap_id, session_id) VALUES ($1, $2)`, [
      row?.id,
      sessionId,
    ]);
    const waiting = draft();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await runner.commitTransaction();
    await runner.release();
    expect(await waiting).toBe(0);
  });

  it('gets none where it was cancelled, where it was long ago, or where the series wants none', async () => {
    const seriesId = await aSeries();
    await app.aSession(seriesId, 'called-off', { state: 'cancelled', cancelReason: 'None.' });
    await app.aSession(seriesId, 'never-published', { state: 'draft' });
    const long = new Date('2026-09-20T12:00:00Z');
    await app.aSession(seriesId, 'long-ago', { startsAt: long, endsAt: new Date('2026-09-20T14:00:00Z') });
    const quiet = await aSeries();
    await app.database.dataSource
      .getRepository(SeriesRecapRulesRow)
      .insert({ seriesId: quiet, makesDrafts: false });
    await app.aSession(quiet, 'not-wanted');
    expect(await draft()).toBe(0);
  });
});
