import { register, state } from '@reihe/api-sample-records';
import {
  apiPaths,
  figureKey,
  type FigureRequest,
  type RecapPage,
  type RichDocument,
} from '@reihe/shared-contracts';
import {
  recapFiguresPaths,
  recapPaths,
  type Recap,
  type RecapRevisionContent,
  type ShowFigures,
} from '@reihe/shared-editorial';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { PublishDue } from '../scheduling/publish-due';
import { aText, RecapsApp, saveRecapOf } from '../testing/recaps-app';

function withFigures(...figures: FigureRequest[]): RichDocument {
  const content = figures.map(({ sessionIds, ...figure }) => ({
    type: 'figureValue' as const,
    attrs: sessionIds ? { measure: figure.measure, sessionIds: [...sessionIds] } : figure,
  }));
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

describe('figures of a published recap', () => {
  const clock = new FixedClock('2026-11-29T08:00:00Z');
  let app: RecapsApp;
  let imageId: string;
  let seriesId: string;
  let first: string;
  let second: string;
  let selection: FigureRequest;
  let count = 0;

  const draft = (body: RichDocument, sessionIds = [first, second]) =>
    app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({
        ...{ seriesId, sessionIds, byline: 'Sample team', leadMediaId: imageId },
        translations: { en: aText({ slug: `figures-${(count += 1)}`, body }) },
      }),
    );
  const publish = async (recap: Recap, figures?: 'live' | 'frozen') => {
    const { version } = recap.state === 'published' ? recap : await app.approve(recap);
    return app.answer<Recap>('post', apiPaths.publishRecap(recap.id), { version, note: {}, figures });
  };
  const show = ({ id, version }: Recap, change: Partial<ShowFigures>) =>
    app.answer<Recap>('post', recapFiguresPaths.show(id), {
      ...{ version, mode: 'frozen', ofRevision: null, note: {} },
      ...change,
    });
  const read = async (recap: Recap): Promise<RecapPage> => {
    const answer = await app.page(recap.translations.en?.slug ?? '');
    if (answer.kind !== 'page') throw new Error('moved');
    return answer.page;
  };
  const participants = async (recap: Recap) => (await read(recap)).figureValues[figureKey(selection)]?.value;
  const register_ = (sessionId: string, people: number) =>
    register(app.database.dataSource, sessionId, people);

  beforeAll(async () => {
    app = await RecapsApp.openAt(clock);
    imageId = await app.anImage();
  });
  beforeEach(async () => {
    clock.set('2026-11-29T08:00:00Z');
    seriesId = await app.aSeries(`water-${(count += 1)}`);
    first = await app.aSession(seriesId, `first-${count}`);
    second = await app.aSession(seriesId, `second-${count}`);
    selection = { measure: 'participants', sessionId: null, sessionIds: [second, first] };
    await register_(first, 3);
  });
  afterAll(() => app.close());

  it('follow the records, unless somebody freezes them', async () => {
    const live = await publish(await draft(withFigures(selection)));
    expect(live).toMatchObject({ figures: 'live', revisions: [{ figures: 'live' }] });
    const frozen = await publish(await draft(withFigures(selection)), 'frozen');
    expect(frozen).toMatchObject({ figures: 'frozen', revisions: [{ figures: 'frozen' }] });
    expect([await participants(live), await participants(frozen)]).toEqual([3, 3]);
    clock.set('2026-12-24T08:00:00Z');
    await register_(second, 2);
    expect([await participants(live), await participants(frozen)]).toEqual([5, 3]);
    expect((await read(live)).figuresFrozenAt).toBeNull();
    expect((await read(frozen)).figuresFrozenAt).toBe('2026-11-29T08:00:00Z');
  });

  it('stay as they were beside the text too, so that a page does not contradict itself', async () => {
    const frozen = await publish(await draft(withFigures(selection)), 'frozen');
    await state(app.database.dataSource, { sessionId: second, measure: 'attended', value: 40 });
    await register_(second, 1);
    const { sessions } = await read(frozen);
    expect(sessions.map(({ figures }) => figures.map(({ measure, value }) => `${measure} ${value}`))).toEqual(
      [['confirmed 3', 'registered 3', 'waitlisted 0'], []],
    );
  });

  it('are frozen anew by an update, and as they were chosen last where nothing is said', async () => {
    const frozen = await publish(await draft(withFigures(selection)), 'frozen');
    await register_(second, 2);
    const { translations } = frozen;
    const changed = await app.answer<Recap>(
      'put',
      apiPaths.recap(frozen.id),
      saveRecapOf(frozen, { translations: { en: { ...aText(translations.en), lead: 'Other words.' } } }),
    );
    expect(await participants(frozen)).toBe(3);
    const updated = await publish(changed);
    expect(updated.figures).toBe('frozen');
    expect(await participants(updated)).toBe(5);
    const older = await app.answer<RecapRevisionContent>('get', apiPaths.recapRevision(frozen.id, 1));
    expect(older.figureValues[figureKey(selection)]?.value).toBe(3);
  });

  it('are those of the minute at which a scheduled recap appears', async () => {
    const approved = await app.approve(await draft(withFigures(selection)));
    await app.answer<Recap>('post', recapPaths.schedule(approved.id), {
      ...{ version: approved.version, publishLocal: '2026-11-30T09:00', timeZone: 'Europe/Berlin' },
      figures: 'frozen',
    });
    await register_(second, 1);
    clock.set('2026-11-30T08:00:00Z');
    expect(await app.get(PublishDue).publishDue()).toBe(1);
    const page = await read(approved);
    expect(page.figuresFrozenAt).toBe('2026-11-30T08:00:00Z');
    expect(await participants(approved)).toBe(4);
  });

  it('can be frozen anew, with a note, without publishing what was written meanwhile; and taken back', async () => {
    const frozen = await publish(await draft(withFigures(selection)), 'frozen');
    const changed = await app.answer<Recap>(
      'put',
      apiPaths.recap(frozen.id),
      saveRecapOf(frozen, {
        translations: { en: { ...aText(frozen.translations.en), title: 'Half-written' } },
      }),
    );
    await register_(second, 2);
    clock.set('2026-12-01T08:00:00Z');
    const anew = await show(changed, { note: { en: { text: 'Numbers of late registrations.' } } });
    expect(anew).toMatchObject({ hasUnpublishedChanges: true, revisions: [{ number: 2 }, { number: 1 }] });
    expect(await read(anew)).toMatchObject({
      ...{ title: 'What we learnt', updateNote: 'Numbers of late registrations.' },
      figuresFrozenAt: '2026-12-01T08:00:00Z',
    });
    expect(await participants(anew)).toBe(5);
    const back = await show(anew, { ofRevision: 1 });
    expect(await participants(back)).toBe(3);
    expect((await read(back)).figuresFrozenAt).toBe('2026-11-29T08:00:00Z');
    const live = await show(back, { mode: 'live' });
    expect(live).toMatchObject({ figures: 'live', hasUnpublishedChanges: true });
    expect(await participants(live)).toBe(5);
    const [entry] = await app.database.dataSource.query<object[]>(
      `SELECT before, after FROM audit_entries WHERE subject_id = $1 AND action = 'recap.figures' ORDER BY id DESC LIMIT 1`,
      [frozen.id],
    );
    expect(entry).toMatchObject({ before: { figures: 'frozen' }, after: { figures: 'live', revision: 4 } });
  });

  it('leave nothing to publish where nothing was written', async () => {
    const frozen = await publish(await draft(withFigures(selection)), 'frozen');
    expect((await show(frozen, {})).hasUnpublishedChanges).toBe(false);
  });

  it('are published once by two who press at once', async () => {
    const frozen = await publish(await draft(withFigures(selection)), 'frozen');
    const body = { version: frozen.version, mode: 'frozen', ofRevision: null, note: {} };
    const answers = await Promise.all(
      [0, 1, 2].map(() => app.call('post', recapFiguresPaths.show(frozen.id), body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const now = await app.answer<Recap>('get', apiPaths.recap(frozen.id));
    expect(now.revisions).toHaveLength(2);
  });

  it('are chosen of what is public, of revisions that there are, by who may publish', async () => {
    const unpublished = await draft(withFigures(selection));
    const body = { version: unpublished.version, mode: 'frozen', ofRevision: null, note: {} };
    expect((await app.problem('post', recapFiguresPaths.show(unpublished.id), body)).code).toBe(
      'recap.wrong-state',
    );
    const live = await publish(unpublished);
    const path = recapFiguresPaths.show(live.id);
    const now = { ...body, version: live.version };
    expect(await app.problem('post', path, { ...now, ofRevision: 7 })).toMatchObject({ status: 404 });
    expect((await app.problem('post', path, { ...now, mode: 'warm' })).fields).toMatchObject([
      { path: 'mode', code: 'not-allowed' },
    ]);
    app.user = { ...app.staff, roles: ['organiser'] };
    try {
      expect((await app.problem('post', path, now)).code).toBe('auth.forbidden');
    } finally {
      app.user = app.staff;
    }
  });

  it('count over sessions of the series alone; what was placed stays when a session is cancelled or deleted', async () => {
    const elsewhere = await app.aSession(await app.aSeries(`else-${count}`), `else-${count}`);
    for (const sessionIds of [
      [first, elsewhere],
      [first, '00000000-0000-4000-8000-000000000000'],
    ])
      expect(
        await app.problem('post', apiPaths.recaps, {
          ...aSaveRecap({ seriesId, sessionIds: [first] }),
          translations: { en: aText({ slug: 'no', body: withFigures({ ...selection, sessionIds }) }) },
        }),
      ).toMatchObject({ status: 400, fields: [{ path: 'translations.en.body', code: 'not-allowed' }] });
    const gone = await app.aSession(seriesId, `gone-${count}`, { state: 'draft' });
    const all = { ...selection, sessionIds: [first, second, gone] };
    await register_(second, 2);
    const live = await publish(await draft(withFigures(all)));
    const { dataSource } = app.database;
    await dataSource.query(
      `UPDATE sessions SET state = 'cancelled', cancel_reason = 'Storm.' WHERE id = $1`,
      [second],
    );
    await dataSource.query(`DELETE FROM session_translations WHERE session_id = $1`, [gone]);
    await dataSource.query(`DELETE FROM sessions WHERE id = $1`, [gone]);
    expect((await read(live)).figureValues[figureKey(all)]?.value).toBe(3);
    const kept = await app.answer<Recap>('put', apiPaths.recap(live.id), saveRecapOf(live, { byline: 'Us' }));
    expect(kept.byline).toBe('Us');
  });
});
