import { apiPaths, RECAP_STATES, type RecapState } from '@reihe/shared-contracts';
import { recapPaths, type DeskPerson, type Recap } from '@reihe/shared-editorial';
import { RECAP_MOVES } from '@reihe/shared-recap-policies';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { aText, RecapsApp, saveRecapOf } from '../testing/recaps-app';

describe('the way of a recap to its readers', () => {
  let app: RecapsApp;
  let seriesId: string;
  let sessionId: string;
  let imageId: string;
  let count = 0;

  const create = () =>
    app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({
        seriesId,
        sessionIds: [sessionId],
        byline: 'Sample team',
        leadMediaId: imageId,
        translations: {
          en: aText({ slug: `way-${(count += 1)}`, title: 'Of pipes' }),
          de: aText({ slug: `weg-${count}`, title: 'Von Rohren' }),
        },
      }),
    );
  const act = (recap: Recap, path: string, more: object = {}) =>
    app.answer<Recap>('post', path, { version: recap.version, ...more });
  const submitted = async () => {
    const recap = await create();
    return act(recap, apiPaths.submitRecap(recap.id));
  };

  beforeAll(async () => {
    app = await RecapsApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    seriesId = await app.aSeries('water');
    sessionId = await app.aSession(seriesId, 'leaking-pipes');
    imageId = await app.anImage();
  });
  beforeEach(() => app.database.dataSource.query(`DELETE FROM outbox_messages`));
  afterAll(() => app.close());

  it('asks the reviewer by mail, in their language, and names them', async () => {
    const reviewer = await app.aColleague('Rike Prüferin', 'editor', 'de');
    const recap = await create();
    const asked = await act(recap, apiPaths.submitRecap(recap.id), { reviewerId: reviewer.id });
    expect(asked).toMatchObject({
      state: 'in-review',
      workflow: {
        reviewer: { id: reviewer.id, name: 'Rike Prüferin' },
        lastWriter: { name: 'Sample editor' },
      },
    });
    const mails = await app.mails();
    expect(mails).toMatchObject([
      { template: 'recap-review-asked', to_address: reviewer.email, subject: 'Bitte prüfen: Von Rohren' },
    ]);
    expect(mails[0]?.text).toContain(`https://reihe.example/admin/de/recaps/${recap.id}\n`);
  });

  it('takes nobody for a reviewer who may not review, or is gone', async () => {
    const organiser = await app.aColleague('Sample planner', 'organiser');
    const gone = await app.aColleague('Sample former');
    await app.database.dataSource.query(`UPDATE staff_accounts SET is_active = false WHERE id = $1`, [
      gone.id,
    ]);
    for (const reviewerId of [organiser.id, gone.id, sessionId]) {
      const { id, version } = await create();
      const problem = await app.problem('post', apiPaths.submitRecap(id), { version, reviewerId });
      expect(problem).toMatchObject({ status: 400, fields: [{ path: 'reviewerId', code: 'not-allowed' }] });
    }
    expect(await app.mails()).toEqual([]);
    const people = await app.answer<DeskPerson[]>('get', recapPaths.people);
    const names = people.map(({ name }) => name);
    expect(names).toContain('Sample editor');
    expect(names).not.toContain('Sample planner');
    expect(names).not.toContain('Sample former');
  });

  it('is not opened by whoever wrote last, unless they are administrator', async () => {
    const recap = await submitted();
    const refused = await app.problem('post', recapPaths.approve(recap.id), { version: recap.version });
    expect(refused).toMatchObject({ status: 403, code: 'recap.own-text' });
    const rewritten = await app.byReviewer(() =>
      app.answer<Recap>('put', apiPaths.recap(recap.id), saveRecapOf(recap, { byline: 'Two of us' })),
    );
    expect(rewritten.workflow.lastWriter?.name).toBe('Sample reviewer');
    await app.byReviewer(async () => {
      const own = await app.problem('post', recapPaths.approve(recap.id), { version: rewritten.version });
      expect(own.code).toBe('recap.own-text');
    });
    const approved = await act(rewritten, recapPaths.approve(recap.id));
    expect(approved).toMatchObject({
      state: 'approved',
      workflow: { approvedBy: { name: 'Sample editor' } },
    });

    const alone = await submitted();
    const editor = app.user;
    app.user = { ...app.staff, roles: ['editor', 'administrator'] };
    expect((await act(alone, recapPaths.approve(alone.id))).state).toBe('approved');
    app.user = editor;
  });

  it('tells the writer that it was approved, and the owner that it is public', async () => {
    const approved = await app.approve(await create());
    const published = await app.byReviewer(() => act(approved, apiPaths.publishRecap(approved.id)));
    expect(published.state).toBe('published');
    const mails = await app.mails();
    expect(mails.map(({ template, to_address }) => [template, to_address])).toEqual([
      ['recap-approved', app.staff.email],
      ['recap-is-public', app.staff.email],
    ]);
    expect(mails[1]?.text).toContain(`https://reihe.example/en/recaps/${published.translations.en?.slug}`);
    expect(mails[1]?.text).toContain('Sample reviewer published the recap “Of pipes”.');
  });

  it('goes back with a comment, also once approved, and the writer hears of it', async () => {
    const approved = await app.approve(await create());
    const back = await app.byReviewer(() =>
      act(approved, apiPaths.sendBackRecap(approved.id), { comment: 'Who said that?' }),
    );
    expect(back).toMatchObject({
      state: 'draft',
      reviewComment: 'Who said that?',
      workflow: { approvedBy: null, approvedAt: null },
    });
    expect((await app.mails()).at(-1)).toMatchObject({
      template: 'recap-sent-back',
      to_address: app.staff.email,
    });
    expect((await app.mails()).at(-1)?.text).toContain('> Who said that?');
  });

  it('is changed no more once approved, until it was taken back: then it needs another approval', async () => {
    const approved = await app.approve(await create());
    const refused = await app.problem('put', apiPaths.recap(approved.id), saveRecapOf(approved));
    expect(refused).toMatchObject({ status: 409, code: 'recap.wrong-state', details: { state: 'approved' } });
    await expect(
      app.database.dataSource.query(
        `UPDATE recap_translations SET title = 'Slipped in' WHERE recap_id = $1`,
        [approved.id],
      ),
    ).rejects.toThrow('an approved text is changed only after it was taken back');
    const reopened = await act(approved, recapPaths.reopen(approved.id));
    expect(reopened).toMatchObject({ state: 'in-review', workflow: { approvedBy: null } });
    const reviewer = await app.reviewer();
    expect((await app.mails()).at(-1)).toMatchObject({
      template: 'recap-review-asked',
      to_address: reviewer.email,
    });
    const problem = await app.problem('post', apiPaths.publishRecap(approved.id), {
      version: reopened.version,
    });
    expect(problem.code).toBe('recap.wrong-state');
  });

  it('keeps what readers are told about an update with its revision', async () => {
    const published = await app.publish(await create());
    const refused = await create();
    const early = await app.approve(refused);
    const note = { en: { text: 'The number of cities was corrected.' } };
    const problem = await app.problem('post', apiPaths.publishRecap(early.id), {
      version: early.version,
      note,
    });
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'note', code: 'not-allowed' }] });
    const saved = await app.answer<Recap>(
      'put',
      apiPaths.recap(published.id),
      saveRecapOf(published, { byline: 'Corrected' }),
    );
    const updated = await act(saved, apiPaths.publishRecap(saved.id), { note });
    expect(updated.revisions).toMatchObject([
      { number: 2, note },
      { number: 1, note: {} },
    ]);
    const answer = await app.page(updated.translations.en?.slug ?? '');
    if (answer.kind !== 'page') throw new Error('moved');
    expect(answer.page.updateNote).toBe('The number of cities was corrected.');
    const german = await app.page(updated.translations.de?.slug ?? '', 'de');
    if (german.kind !== 'page') throw new Error('moved');
    expect(german.page.updateNote).toBeNull();
  });

  it('lets one of two who publish at once, and tells the other', async () => {
    const approved = await app.approve(await create());
    const answers = await Promise.all(
      [1, 2].map(() => app.call('post', apiPaths.publishRecap(approved.id), { version: approved.version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'version.outdated' });
    const { revisions } = await app.answer<Recap>('get', apiPaths.recap(approved.id));
    expect(revisions).toHaveLength(1);
  });

  it('leaves its trace with every step', async () => {
    const approved = await app.approve(await create());
    const reopened = await act(approved, recapPaths.reopen(approved.id));
    await app.byReviewer(() => act(reopened, apiPaths.sendBackRecap(approved.id), { comment: 'Once more.' }));
    const entries = await app.database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`,
      [approved.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'recap.create',
      'recap.submit',
      'recap.approve',
      'recap.reopen',
      'recap.send-back',
    ]);
  });

  it('is held by the database: no state follows another that the policy does not let follow', async () => {
    const { dataSource } = app.database;
    const columns = (state: RecapState) =>
      state === 'scheduled'
        ? `publish_at = now(), publish_local = '2026-12-01T09:00', publish_time_zone = 'UTC'`
        : `publish_at = NULL, publish_local = NULL, publish_time_zone = NULL`;
    for (const from of RECAP_STATES)
      for (const to of RECAP_STATES.filter((state) => state !== from)) {
        const runner = dataSource.createQueryRunner();
        await runner.startTransaction();
        const [row] = (await runner.query(
          `INSERT INTO recaps (series_id, state, published_on, current_revision, approved_at, publish_at, publish_local, publish_time_zone)
           VALUES ($1, $2::text, '2026-11-01', 1, now(),
             CASE WHEN $2::text = 'scheduled' THEN now() END,
             CASE WHEN $2::text = 'scheduled' THEN 'local' END,
             CASE WHEN $2::text = 'scheduled' THEN 'UTC' END) RETURNING id`,
          [seriesId, from],
        )) as { id: string }[];
        const moved = runner.query(`UPDATE recaps SET state = $2, ${columns(to)} WHERE id = $1`, [
          row?.id,
          to,
        ]);
        if (RECAP_MOVES[from].includes(to)) await expect(moved).resolves.toBeDefined();
        else await expect(moved).rejects.toThrow(`a recap does not become ${to} from ${from}`);
        await runner.rollbackTransaction();
        await runner.release();
      }
  });
});
