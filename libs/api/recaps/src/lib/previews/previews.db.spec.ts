import { API_BASE, apiPaths } from '@reihe/shared-contracts';
import {
  previewPaths,
  recapPaths,
  type OpenedPreview,
  type Recap,
  type RecapPreview,
  type RecapPreviewPage,
} from '@reihe/shared-editorial';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { aText, RecapsApp, saveRecapOf } from '../testing/recaps-app';

describe('a secret address of a working copy', () => {
  const clock = new FixedClock('2026-11-01T08:00:00Z');
  let app: RecapsApp;
  let seriesId: string;
  let sessionId: string;
  let imageId: string;
  let count = 0;

  const create = (change: object = {}) =>
    app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({
        seriesId,
        sessionIds: [sessionId],
        byline: 'Sample team',
        leadMediaId: imageId,
        translations: {
          en: aText({ slug: `preview-${(count += 1)}`, title: 'Of pipes' }),
          de: aText({ slug: `vorschau-${count}`, title: 'Von Rohren' }),
        },
        ...change,
      }),
    );
  const open = (recap: Recap, days = 7) =>
    app.answer<OpenedPreview>('post', previewPaths.previews(recap.id), { days });
  const pathOf = ({ address }: OpenedPreview) => `/pages/recap-previews/${address.split('/').at(-1)}`;
  const read = (preview: OpenedPreview, language = 'en') =>
    app.read<RecapPreviewPage>(`${pathOf(preview)}?lang=${language}`);

  beforeAll(async () => {
    app = await RecapsApp.openAt(clock);
    seriesId = await app.aSeries('water');
    sessionId = await app.aSession(seriesId, 'leaking-pipes');
    imageId = await app.anImage();
  });
  beforeEach(() => {
    clock.set('2026-11-01T08:00:00Z');
  });
  afterAll(() => app.close());

  it('shows a draft as its readers would see it, in each of its languages, and leaves everything as it was', async () => {
    const draft = await create();
    const preview = await open(draft);
    expect(preview.address).toMatch(/^https:\/\/reihe\.example\/en\/recap-preview\/[\w-]{43}$/);
    const english = await read(preview);
    expect(english).toMatchObject({
      languages: ['en', 'de'],
      expiresAt: '2026-11-08T08:00:00Z',
      page: {
        title: 'Of pipes',
        language: 'en',
        byline: 'Sample team',
        addresses: {},
        image: { alt: 'A pipe' },
        sessions: [{ title: 'leaking-pipes in English' }],
      },
    });
    expect((await read(preview, 'de')).page.title).toBe('Von Rohren');
    expect(await app.answer('get', apiPaths.recap(draft.id))).toEqual(draft);
    const slug = draft.translations.en?.slug ?? '';
    expect((await app.problem('get', apiPaths.recapPage(slug))).status).toBe(404);
    const [{ revisions } = { revisions: -1 }] = await app.database.dataSource.query<{ revisions: number }[]>(
      `SELECT count(*)::int AS revisions FROM recap_revisions WHERE recap_id = $1`,
      [draft.id],
    );
    expect(revisions).toBe(0);
  });

  it.each(['in-review', 'approved', 'scheduled', 'published'] as const)(
    'shows the working copy of a recap that is %s',
    async (state) => {
      let recap = await create();
      if (state === 'in-review')
        recap = await app.answer('post', apiPaths.submitRecap(recap.id), { version: recap.version });
      if (state === 'approved' || state === 'scheduled') recap = await app.approve(recap);
      if (state === 'scheduled')
        recap = await app.answer('post', recapPaths.schedule(recap.id), {
          version: recap.version,
          publishLocal: '2026-12-01T09:00',
          timeZone: 'UTC',
        });
      if (state === 'published') {
        recap = await app.publish(recap);
        const { en, de } = recap.translations;
        if (!en || !de) throw new Error('A language is missing.');
        const translations = { en: { ...en, title: 'Of newer pipes' }, de };
        recap = await app.answer('put', apiPaths.recap(recap.id), saveRecapOf(recap, { translations }));
      }
      const { page } = await read(await open(recap));
      expect(page.title).toBe(state === 'published' ? 'Of newer pipes' : 'Of pipes');
      expect(await app.answer('get', apiPaths.recap(recap.id))).toEqual(recap);
    },
  );

  it('also of a recap with gaps, in a series nobody sees yet, with its text falling back', async () => {
    const hidden = await app.aSeries('hidden', { state: 'draft' });
    const draft = await create({
      seriesId: hidden,
      sessionIds: [],
      leadMediaId: null,
      translations: { de: aText({ slug: 'nur-deutsch', title: 'Nur deutsch', lead: '' }) },
    });
    const { page, languages } = await read(await open(draft));
    expect(page).toMatchObject({ title: 'Nur deutsch', language: 'de', image: null });
    expect(languages).toEqual(['de']);
  });

  it('is for no cache and no search engine, and opens nothing once it ran out or was revoked', async () => {
    const draft = await create();
    const [short, long] = [await open(draft, 1), await open(draft, 60)];
    app.user = undefined;
    const answer = await app.http('get', `${API_BASE}${pathOf(long)}`);
    app.user = app.staff;
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    const listed = await app.answer<RecapPreview[]>('get', previewPaths.previews(draft.id));
    expect(listed.map(({ expiresAt }) => expiresAt).sort()).toEqual([
      '2026-11-02T08:00:00Z',
      '2026-12-31T08:00:00Z',
    ]);
    expect(JSON.stringify(listed)).not.toContain(long.address.split('/').at(-1));
    clock.set('2026-11-02T08:00:00Z');
    expect((await app.problem('get', pathOf(short))).code).toBe('recap.not-found');
    expect((await read(long)).page.title).toBe('Of pipes');
    const left = await app.answer('post', previewPaths.revoke(draft.id, long.preview.id));
    expect(left).toEqual([]);
    expect((await app.problem('get', pathOf(long))).status).toBe(404);
    expect((await app.problem('get', '/pages/recap-previews/guessed')).status).toBe(404);
  });

  it('is kept as a hash alone, also in the audit log', async () => {
    const preview = await open(await create());
    const token = preview.address.split('/').at(-1) ?? '';
    const { dataSource } = app.database;
    const rows = await dataSource.query<object[]>(`SELECT * FROM recap_previews`);
    const entries = await dataSource.query<object[]>(
      `SELECT * FROM audit_entries WHERE action LIKE 'recap.%preview'`,
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, entries])).not.toContain(token);
  });

  it('is made by editors alone, for two months at most', async () => {
    const draft = await create();
    expect((await app.problem('post', previewPaths.previews(draft.id), { days: 61 })).fields).toMatchObject([
      { path: 'days', code: 'too-large' },
    ]);
    app.user = await app.aColleague('Sample onlooker', 'organiser');
    const refused = await app.problem('post', previewPaths.previews(draft.id), { days: 1 });
    app.user = app.staff;
    expect(refused.code).toBe('auth.forbidden');
  });
});
