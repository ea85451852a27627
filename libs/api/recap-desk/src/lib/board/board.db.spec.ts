import type { Page } from '@reihe/shared-contracts';
import { boardPaths, type BoardCard, type BoardSession, type RecapAssignment } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DeskWorld } from '../testing/desk-world';

describe('the board of recaps', () => {
  let desk: DeskWorld;
  let seriesId: string;

  const cards = async (filter = '') =>
    desk.answer<Page<BoardCard>>('get', `${boardPaths.cards}?series=${seriesId}&${filter}`);
  const ids = async (filter: string) => (await cards(filter)).items.map(({ id }) => id);
  const sessions = async (filter = '') =>
    (await desk.answer<Page<BoardSession>>('get', `${boardPaths.sessions}?series=${seriesId}&${filter}`))
      .items;
  const assign = (id: string, body: object) =>
    desk.answer<RecapAssignment>('put', boardPaths.assignment(id), body);

  beforeAll(async () => {
    desk = await DeskWorld.openAt(new FixedClock('2026-10-20T08:00:00Z'));
  });
  beforeEach(async () => {
    seriesId = await desk.aSeries();
  });
  afterAll(() => desk.close());

  it('names sessions that took place and have no recap, with the day on which it is due', async () => {
    const late = await desk.aSession(seriesId, '2026-10-01');
    const recent = await desk.aSession(seriesId, '2026-10-19', 'published');
    await desk.aSession(seriesId, '2026-10-21', 'published');
    await desk.aSession(seriesId, '2026-10-02', 'cancelled');
    await desk.aRecap(seriesId, [await desk.aSession(seriesId, '2026-10-03')]);
    expect(await sessions()).toMatchObject([
      { id: recent, dueOn: '2026-11-02', isOverdue: false },
      { id: late, dueOn: '2026-10-15', isOverdue: true },
    ]);
    expect((await sessions('overdue=yes')).map(({ id }) => id)).toEqual([late]);
    await desk.answer('put', boardPaths.rules(seriesId), {
      version: 0,
      makesDrafts: true,
      dueAfterDays: 0,
      titlePatterns: {},
    });
    expect((await sessions()).map(({ dueOn }) => dueOn)).toEqual(['2026-10-19', '2026-10-01']);
  });

  it('shows what a recap lacks, and in which languages', async () => {
    const recap = await desk.aRecap(seriesId, []);
    const lacks = async () => (await cards()).items[0]?.lacks;
    expect(await lacks()).toEqual([
      { what: 'photo', languages: [] },
      { what: 'review', languages: [] },
    ]);
    const image = await desk.insert(
      `INSERT INTO media (file_name, mime_type, width, height, byte_size, sha256, widths)
       VALUES ('a.jpg', 'image/jpeg', 1, 1, 1, 'sample', '{480}')`,
      [],
    );
    const { dataSource } = desk.database;
    await dataSource.query(`UPDATE recaps SET lead_media_id = $2 WHERE id = $1`, [recap, image]);
    await dataSource.query(
      `INSERT INTO media_translations (media_id, language, alt) VALUES ($1, 'en', 'A pipe')`,
      [image],
    );
    await dataSource.query(
      `UPDATE recap_translations SET outdated_since = '2026-10-01' WHERE recap_id = $1 AND language = 'de'`,
      [recap],
    );
    expect(await lacks()).toEqual([
      { what: 'credit', languages: [] },
      { what: 'alt', languages: ['de'] },
      { what: 'outdated', languages: ['de'] },
      { what: 'review', languages: [] },
    ]);
    await dataSource.query(`UPDATE media SET agency = 'Sample' WHERE id = $1`, [image]);
    await dataSource.query(`DELETE FROM recap_translations WHERE recap_id = $1 AND language = 'de'`, [recap]);
    await dataSource.query(`UPDATE recaps SET state = 'in-review' WHERE id = $1`, [recap]);
    await dataSource.query(`UPDATE recaps SET state = 'approved' WHERE id = $1`, [recap]);
    expect(await lacks()).toEqual([{ what: 'translation', languages: ['de'] }]);
    expect(await ids('lack=translation')).toEqual([recap]);
    expect(await ids('lack=photo')).toEqual([]);
    await dataSource.query(
      `INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'es', 'Agua')`,
      [seriesId],
    );
    expect(await lacks()).toEqual([{ what: 'translation', languages: ['de', 'es'] }]);
  });

  it('tells of each language where it stands, and which of them nobody translated to the end or looked through', async () => {
    const recap = await desk.aRecap(seriesId, [], { state: 'published' });
    const { dataSource } = desk.database;
    const german = async (set: string) => {
      await dataSource.query(`UPDATE recap_translations SET ${set} WHERE recap_id = $1 AND language = 'de'`, [
        recap,
      ]);
      const [card] = (await cards()).items;
      const lacks = card?.lacks.filter(({ what }) => what === 'translation' || what === 'review');
      return { lacks, states: card?.texts.map(({ language, state }) => `${language} ${state}`) };
    };
    expect(await german('is_finished = true')).toEqual({
      lacks: [{ what: 'review', languages: ['de'] }],
      states: ['de translated', 'en original'],
    });
    expect(await ids('lack=review')).toEqual([recap]);
    expect(await german('is_finished = false')).toEqual({
      lacks: [{ what: 'translation', languages: ['de'] }],
      states: ['de in-progress', 'en original'],
    });
    expect(await german('is_finished = true, reviewed_at = now()')).toEqual({
      lacks: [],
      states: ['de reviewed', 'en original'],
    });
  });

  it('finds recaps by state, owner, lateness and words, the most urgent first', async () => {
    const session = await desk.aSession(seriesId, '2026-10-01');
    const [late, soon, free, done] = [
      await desk.aRecap(seriesId, [session], { title: 'Late' }),
      await desk.aRecap(seriesId, [session], { state: 'in-review', title: 'Soon' }),
      await desk.aRecap(seriesId, [], { title: 'Nobody’s' }),
      await desk.aRecap(seriesId, [], { state: 'published', title: 'Done' }),
    ];
    const other = await desk.aColleague(`Noor-${seriesId.slice(0, 4)}`);
    await assign(late, { version: 0, ownerId: desk.staff.id, dueOn: '2026-10-19' });
    await assign(soon, { version: 0, ownerId: other, dueOn: '2026-10-20' });
    await assign(done, { version: 0, ownerId: other, dueOn: '2026-10-01' });
    expect(await ids('')).toEqual([late, soon, free, done]);
    expect(await ids('state=in-review')).toEqual([soon]);
    expect(await ids('owner=mine')).toEqual([late]);
    expect(await ids('owner=nobody')).toEqual([free]);
    expect(await ids(`owner=${other}`)).toEqual([soon, done]);
    expect(await ids('overdue=yes')).toEqual([late]);
    expect(await ids('q=SOON')).toEqual([soon]);
    const { items } = await cards();
    expect(items[0]).toMatchObject({ isOverdue: true, sessions: [{ id: session, recaps: 2 }] });
    expect(items[3]).toMatchObject({ isOverdue: false, state: 'published', sessions: [] });
  });

  it('lets a recap be assigned without touching its text, and nobody be overwritten', async () => {
    const recap = await desk.aRecap(seriesId, []);
    const first = await assign(recap, { version: 0, ownerId: desk.staff.id, dueOn: '2026-11-01' });
    expect(first).toEqual({
      version: 1,
      owner: { id: desk.staff.id, name: desk.staff.name },
      dueOn: '2026-11-01',
    });
    for (const version of [0, 7])
      expect(
        await desk.problem('put', boardPaths.assignment(recap), { version, ownerId: null, dueOn: null }),
      ).toMatchObject({ status: 409, code: 'version.outdated', details: { current: 1 } });
    const freed = await assign(recap, { version: 1, ownerId: null, dueOn: '2026-11-01' });
    expect(freed).toMatchObject({ version: 2, owner: null });
    expect((await cards()).items[0]?.version).toBe(1);
    const [entry] = await desk.database.dataSource.query<object[]>(
      `SELECT before, after FROM audit_entries WHERE subject_id = $1 AND action = 'recap.assign' ORDER BY at DESC LIMIT 1`,
      [recap],
    );
    expect(entry).toEqual({ before: { ownerId: desk.staff.id }, after: { ownerId: null } });
  });

  it('gives no recap to somebody who is not there, and none that is not there', async () => {
    const recap = await desk.aRecap(seriesId, []);
    const body = { version: 0, ownerId: recap, dueOn: null };
    expect(await desk.problem('put', boardPaths.assignment(recap), body)).toMatchObject({
      status: 400,
      fields: [{ path: 'ownerId', code: 'not-allowed' }],
    });
    expect(
      await desk.problem('put', boardPaths.assignment(seriesId), { ...body, ownerId: null }),
    ).toMatchObject({ status: 404, code: 'recap.not-found' });
  });

  it('is seen by organisers, who assign nothing', async () => {
    const recap = await desk.aRecap(seriesId, []);
    desk.user = await desk.as('organiser');
    try {
      expect(await ids('')).toEqual([recap]);
      const body = { version: 0, ownerId: null, dueOn: null };
      expect((await desk.problem('put', boardPaths.assignment(recap), body)).code).toBe('auth.forbidden');
    } finally {
      desk.user = desk.staff;
    }
  });
});
