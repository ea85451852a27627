import { apiPaths, type Page, type RecapPage, type RichDocument } from '@reihe/shared-contracts';
import type { Recap, RecapListItem, SaveRecap, RecapRevisionContent } from '@reihe/shared-editorial';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { aText, RecapsApp, saveRecapOf } from '../testing/recaps-app';

describe('writing and publishing recaps', () => {
  let app: RecapsApp;
  let seriesId: string;
  let sessionId: string;
  let imageId: string;
  let count = 0;

  /** A recap that lacks nothing, at addresses of its own. */
  const whole = (change: Partial<SaveRecap> = {}): SaveRecap => {
    const slug = `recap-${(count += 1)}`;
    return aSaveRecap({
      seriesId,
      sessionIds: [sessionId],
      byline: 'Sample team',
      leadMediaId: imageId,
      translations: {
        en: aText({ slug }),
        de: aText({ slug: `${slug}-de`, title: 'Was wir gelernt haben' }),
      },
      ...change,
    });
  };
  const create = (change: Partial<SaveRecap> = {}) =>
    app.answer<Recap>('post', apiPaths.recaps, whole(change));
  const save = (recap: Recap, change: Partial<SaveRecap>) =>
    app.answer<Recap>('put', apiPaths.recap(recap.id), saveRecapOf(recap, change));
  const pageAt = async (slug: string, language = 'en'): Promise<RecapPage> => {
    const answer = await app.page(slug, language);
    if (answer.kind === 'moved') throw new Error(`moved to ${answer.slug}`);
    return answer.page;
  };
  const republish = ({ id, version }: Recap) =>
    app.answer<Recap>('post', apiPaths.publishRecap(id), { version });
  const slugOf = (recap: Recap, language: 'en' | 'de' = 'en') => recap.translations[language]?.slug ?? '';

  beforeAll(async () => {
    // Late in the evening of the server, early in the morning of the series.
    app = await RecapsApp.openAt(new FixedClock('2026-10-19T23:30:00Z'));
    seriesId = await app.aSeries('water');
    sessionId = await app.aSession(seriesId, 'leaking-pipes');
    imageId = await app.anImage();
  });
  afterAll(() => app.close());

  it('keeps what was written, in both languages, and says what is missing', async () => {
    const written = await app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({ seriesId, translations: { de: aText({ slug: 'halb-fertig', lead: '' }) } }),
    );
    expect(written).toMatchObject({
      state: 'draft',
      version: 1,
      revisions: [],
      hasUnpublishedChanges: false,
    });
    expect(written.gaps).toEqual([
      { code: 'no-session' },
      { code: 'no-default-language', language: 'en' },
      { code: 'no-lead', language: 'de' },
      { code: 'no-byline' },
      { code: 'no-lead-image' },
    ]);
    const saved = await save(written, {
      ...whole(),
      version: written.version,
      gallery: [await app.anImage(), imageId],
    });
    expect(saved).toMatchObject({ version: 2, gaps: [], staleLanguages: [] });
    expect(saved.gallery).toHaveLength(2);
    expect(await app.answer('get', apiPaths.recap(saved.id))).toEqual(saved);
  });

  it('refuses to publish with the list of what is missing, and leaves the recap as it was', async () => {
    const imageless = await app.anImage({ photographer: '', agency: '' });
    const recap = await create({ byline: '', leadMediaId: imageless });
    const approved = await app.approve(recap);
    const problem = await app.problem('post', apiPaths.publishRecap(recap.id), {
      version: approved.version,
    });
    expect(problem).toMatchObject({
      status: 422,
      code: 'recap.incomplete',
      details: { gaps: [{ code: 'no-byline' }, { code: 'no-credit', mediaId: imageless }] },
    });
    expect(await app.answer('get', apiPaths.recap(recap.id))).toEqual(approved);
  });

  it('goes from draft through review to the readers, dated where the series is at home', async () => {
    const draft = await create();
    expect((await app.problem('post', apiPaths.publishRecap(draft.id), { version: 1 })).code).toBe(
      'recap.wrong-state',
    );
    const submitted = await app.answer<Recap>('post', apiPaths.submitRecap(draft.id), { version: 1 });
    expect(submitted.state).toBe('in-review');
    const sentBack = await app.answer<Recap>('post', apiPaths.sendBackRecap(draft.id), {
      version: 2,
      comment: 'Who said that?',
    });
    expect(sentBack).toMatchObject({ state: 'draft', reviewComment: 'Who said that?' });
    const published = await app.publish(sentBack);
    expect(published).toMatchObject({
      state: 'published',
      publishedOn: '2026-10-20',
      reviewComment: null,
      hasUnpublishedChanges: false,
      revisions: [{ number: 1, createdBy: 'Sample editor', isCurrent: true }],
    });
  });

  it('keeps the day that was set by hand', async () => {
    const published = await app.publish(await create({ publishedOn: '2020-12-24' }));
    expect(published.publishedOn).toBe('2020-12-24');
    const saved = await save(published, { publishedOn: null });
    expect(saved.publishedOn).toBe('2020-12-24');
  });

  it('shows readers nothing of what is written after publishing, until it is published again', async () => {
    const published = await app.publish(await create());
    const slug = slugOf(published);
    const edited = await save(published, {
      byline: 'Somebody else',
      gallery: [imageId],
      sessionIds: [sessionId, await app.aSession(seriesId, 'second-session')],
      translations: { en: aText({ slug: `${slug}-new`, title: 'Rewritten' }) },
    });
    expect(edited.hasUnpublishedChanges).toBe(true);
    const before = await pageAt(slug);
    expect(before).toMatchObject({
      title: 'What we learnt',
      byline: 'Sample team',
      gallery: [],
      updatedAt: null,
      addresses: { en: slug, de: slugOf(published, 'de') },
    });
    expect(before.sessions).toHaveLength(1);
    expect((await app.problem('get', apiPaths.recapPage(`${slug}-new`))).status).toBe(404);
    const again = await republish(edited);
    expect(again.revisions.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ]);
    const after = await pageAt(`${slug}-new`);
    expect(after).toMatchObject({ title: 'Rewritten', byline: 'Somebody else' });
    expect(after.updatedAt).not.toBeNull();
    expect(after.sessions).toHaveLength(2);
  });

  it('leads from an old address to the new one for good, also in the database', async () => {
    const published = await app.publish(await create());
    const old = slugOf(published);
    const moved = await republish(
      await save(published, { translations: { ...published.translations, en: aText({ slug: `${old}-b` }) } }),
    );
    expect(await app.page(old)).toEqual({ kind: 'moved', slug: `${old}-b`, language: 'en' });
    expect((await pageAt(`${old}-b`)).slug).toBe(`${old}-b`);
    const { dataSource } = app.database;
    for (const statement of [
      `DELETE FROM recap_addresses WHERE slug = '${old}'`,
      `UPDATE recap_addresses SET slug = 'stolen' WHERE slug = '${old}'`,
    ])
      await expect(dataSource.query(statement)).rejects.toThrow('a published address never dies');
    const taken = await app.problem(
      'post',
      apiPaths.recaps,
      whole({ translations: { de: aText({ slug: old }) } }),
    );
    expect(taken).toMatchObject({
      status: 409,
      code: 'recap.slug-taken',
      fields: [{ path: 'translations.de.slug', code: 'already-used' }],
    });
    const back = await republish(
      await save(moved, { translations: { ...moved.translations, en: aText({ slug: old }) } }),
    );
    expect(slugOf(back)).toBe(old);
    expect(await app.page(`${old}-b`)).toMatchObject({ kind: 'moved', slug: old });
  });

  it('gives an address that was never published to whoever wants it next', async () => {
    const draft = await create();
    const slug = slugOf(draft);
    await save(draft, { translations: { en: aText({ slug: `${slug}-other` }) } });
    const next = await create({ translations: { en: aText({ slug }) } });
    expect(slugOf(next)).toBe(slug);
  });

  it('leads readers of a language that was taken back to the one there is', async () => {
    const published = await app.publish(await create());
    const { en } = published.translations;
    await republish(await save(published, { translations: en ? { en } : {} }));
    expect(await app.page(slugOf(published, 'de'), 'de')).toEqual({
      kind: 'moved',
      slug: slugOf(published),
      language: 'de',
    });
    expect((await pageAt(slugOf(published), 'de')).language).toBe('en');
  });

  it('puts an old revision back into the working copy alone', async () => {
    const first = await app.publish(await create());
    const slug = slugOf(first);
    const second = await republish(
      await save(first, {
        byline: 'Second team',
        translations: { en: aText({ slug: `${slug}-second`, title: 'Second thoughts' }) },
      }),
    );
    const before = await app.answer<RecapRevisionContent>('get', apiPaths.recapRevision(first.id, 1));
    expect(before).toMatchObject({ number: 1, byline: 'Sample team' });
    expect(before.translations.en).toEqual({
      ...{ title: 'What we learnt', lead: 'Pipes leak everywhere.', seoTitle: '', seoDescription: '' },
      body: first.translations.en?.body,
    });
    const restored = await app.answer<Recap>('post', apiPaths.restoreRevision(first.id, 1), {
      version: second.version,
    });
    expect(restored).toMatchObject({
      byline: 'Sample team',
      hasUnpublishedChanges: true,
      translations: {
        en: { title: 'What we learnt', slug: `${slug}-second` },
        de: { title: 'Was wir gelernt haben', slug: `${slug}-de` },
      },
    });
    expect((await pageAt(`${slug}-second`)).title).toBe('Second thoughts');
    const third = await republish(restored);
    expect(third.revisions).toHaveLength(3);
    expect((await pageAt(`${slug}-second`)).title).toBe('What we learnt');
    const unknown = await app.problem('post', apiPaths.restoreRevision(first.id, 9), {
      version: third.version,
    });
    expect(unknown.status).toBe(404);
    expect((await app.problem('get', apiPaths.recapRevision(first.id, 9))).status).toBe(404);
  });

  it('keeps an archived recap readable, but neither listed nor changed', async () => {
    const published = await app.publish(await create());
    const archived = await app.answer<Recap>('post', apiPaths.archiveRecap(published.id), {
      version: published.version,
    });
    expect(archived).toMatchObject({ state: 'archived', hasUnpublishedChanges: false });
    expect(await pageAt(slugOf(published))).toMatchObject({ isArchived: true });
    const list = await app.read<{ recaps: Page<{ slug: string }> }>(`${apiPaths.recapsPage}?pageSize=100`);
    expect(list.recaps.items.map(({ slug }) => slug)).not.toContain(slugOf(published));
    const refused = await app.problem('put', apiPaths.recap(published.id), saveRecapOf(archived));
    expect(refused).toMatchObject({ status: 409, code: 'recap.wrong-state', details: { state: 'archived' } });
  });

  it('refuses a write with an old version and says the current one', async () => {
    const draft = await create();
    await save(draft, { byline: 'First to save' });
    for (const path of [apiPaths.submitRecap(draft.id), apiPaths.restoreRevision(draft.id, 1)])
      expect(await app.problem('post', path, { version: 1 })).toMatchObject({
        status: 409,
        code: 'version.outdated',
        details: { current: 2 },
      });
    const lost = await app.problem('put', apiPaths.recap(draft.id), saveRecapOf(draft, { byline: 'Lost' }));
    expect(lost.code).toBe('version.outdated');
    expect((await app.answer<Recap>('get', apiPaths.recap(draft.id))).byline).toBe('First to save');
  });

  it('calls a translation stale when the text it came from has changed since', async () => {
    const draft = await create();
    const { en, de } = draft.translations;
    if (!en || !de) throw new Error('A language is missing.');
    const changed = await save(draft, { translations: { en: { ...en, lead: 'Rewritten.' }, de } });
    expect(changed.staleLanguages).toEqual(['de']);
    const readdressed = await save(changed, {
      translations: { en: { ...en, lead: 'Rewritten.' }, de: { ...de, slug: `${de.slug}-x` } },
    });
    expect(readdressed.staleLanguages).toEqual(['de']);
    const caughtUp = await save(readdressed, {
      translations: { en: { ...en, lead: 'Rewritten.' }, de: { ...de, lead: 'Neu geschrieben.' } },
    });
    expect(caughtUp.staleLanguages).toEqual([]);
  });

  it('tells which paragraphs of a translation the original has changed since, until they are written anew or confirmed', async () => {
    const lines = (...texts: string[]): RichDocument => ({
      type: 'doc',
      content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    });
    const recap = await app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({
        seriesId,
        translations: {
          en: aText({ slug: 'parts', body: lines('Pipes leak.', 'Mend them.') }),
          de: aText({ slug: 'teile', title: 'Teile', body: lines('Rohre lecken.', 'Flickt sie.') }),
        },
      }),
    );
    const namesOf = (of: Recap, language: 'en' | 'de') =>
      of.translations[language]?.body.content.map(({ attrs }) => attrs?.id);
    expect(namesOf(recap, 'de')).toEqual(namesOf(recap, 'en'));
    expect(recap.staleLanguages).toEqual([]);
    const { en } = recap.translations;
    const [first, second] = en?.body.content ?? [];
    if (!en || !first || !second) throw new Error('Nothing was stored.');
    const rewritten = { ...first, content: [{ type: 'text' as const, text: 'Old pipes leak.' }] };
    const changed = await save(recap, {
      translations: {
        ...recap.translations,
        en: { ...en, body: { type: 'doc', content: [rewritten, second] } },
      },
    });
    expect(changed.staleLanguages).toEqual(['de']);
    expect(changed.translationBases.de?.[first.attrs?.id ?? '']).toBe('Pipes leak.');
    const confirm = { version: changed.version, language: 'de', parts: [first.attrs?.id] };
    const confirmed = await app.answer<Recap>('post', apiPaths.confirmTranslation(recap.id), confirm);
    expect(confirmed.staleLanguages).toEqual([]);
    expect(confirmed.translationBases.de?.[first.attrs?.id ?? '']).toBe('Old pipes leak.');
    const wrong = { ...confirm, version: confirmed.version, language: 'en' };
    expect((await app.problem('post', apiPaths.confirmTranslation(recap.id), wrong)).status).toBe(400);
  });

  it('does not call a save that changed nothing an unpublished change', async () => {
    const published = await app.publish(await create());
    const saved = await save(published, { publishedOn: '2026-10-01' });
    expect(saved).toMatchObject({ hasUnpublishedChanges: false, publishedOn: '2026-10-01' });
    expect((await save(saved, { byline: 'New' })).hasUnpublishedChanges).toBe(true);
  });

  it('refuses a document that holds what is not allowed, and says where', async () => {
    const body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }],
        },
      ],
    } as const;
    const problem = await app.problem('post', apiPaths.recaps, {
      ...whole(),
      translations: { en: { ...aText({ slug: 'hostile' }), body } },
    });
    expect(problem).toMatchObject({
      status: 422,
      code: 'recap.document-invalid',
      fields: [{ path: 'translations.en.body', code: 'not-allowed' }],
      details: { reason: 'unsafe-link', path: 'content.0.content.0.marks.0.attrs.href' },
    });
  });

  it.each<[keyof SaveRecap, () => Promise<unknown>]>([
    ['sessionIds', async () => [await app.aSession(await app.aSeries('elsewhere'), 'of-another-series')]],
    ['categoryIds', () => Promise.resolve([imageId])],
    ['regionIds', () => Promise.resolve([imageId])],
    ['gallery', () => Promise.resolve([sessionId])],
    ['leadMediaId', () => Promise.resolve(sessionId)],
    ['seriesId', () => Promise.resolve(sessionId)],
  ])('refuses %s that name nothing, and then writes nothing', async (path, value) => {
    const total = async () => (await app.answer<Page<RecapListItem>>('get', apiPaths.recaps)).total;
    const before = await total();
    const problem = await app.problem('post', apiPaths.recaps, { ...whole(), [path]: await value() });
    expect(problem).toMatchObject({ status: 400, fields: [{ path, code: 'not-allowed' }] });
    expect(await total()).toBe(before);
  });

  it('keeps the pictures of a text as long as they stand there, and takes none that is not in the library', async () => {
    const bare = await app.anImage({ photographer: '', agency: '' });
    const withPicture = (mediaId: string) =>
      aText({
        slug: 'with-picture',
        body: { type: 'doc', content: [{ type: 'picture', attrs: { mediaId } }] },
      });
    const recap = await app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({ seriesId, translations: { en: withPicture(bare) } }),
    );
    expect(recap.gaps).toContainEqual({ code: 'no-credit', mediaId: bare });
    const { dataSource } = app.database;
    await expect(dataSource.query('DELETE FROM media WHERE id = $1', [bare])).rejects.toThrow(
      'fk_recap_text_pictures_media_id',
    );
    const gone = '00000000-0000-4000-8000-00000000dead';
    const named = saveRecapOf(recap, { translations: { en: withPicture(gone) } });
    expect(await app.problem('put', apiPaths.recap(recap.id), named)).toMatchObject({
      fields: [{ path: 'translations.en.body' }],
    });
    const without = saveRecapOf(recap, { translations: { en: aText({ slug: 'with-picture' }) } });
    await app.answer('put', apiPaths.recap(recap.id), without);
    await dataSource.query('DELETE FROM media_translations WHERE media_id = $1', [bare]);
    await dataSource.query('DELETE FROM media WHERE id = $1', [bare]);
  });

  it('does not let a published recap change its series', async () => {
    const published = await app.publish(await create());
    const problem = await app.problem(
      'put',
      apiPaths.recap(published.id),
      saveRecapOf(published, { seriesId: await app.aSeries('another'), sessionIds: [] }),
    );
    expect(problem.fields).toEqual([{ path: 'seriesId', code: 'not-allowed' }]);
  });

  it('lists recaps for staff by series, state, language and words', async () => {
    const listed = await app.aSeries('listed');
    const en = await create({
      seriesId: listed,
      sessionIds: [],
      translations: { en: aText({ slug: 'list-en', title: 'About 100% of rain' }) },
    });
    const de = await create({
      seriesId: listed,
      sessionIds: [],
      translations: { de: aText({ slug: 'list-de', title: 'Über Regen' }) },
    });
    await app.answer('post', apiPaths.submitRecap(de.id), { version: 1 });
    const ids = async (filter: string) => {
      const path = `${apiPaths.recaps}?series=${listed}&${filter}`;
      return (await app.answer<Page<RecapListItem>>('get', path)).items.map(({ id }) => id).sort();
    };
    expect(await ids('')).toEqual([en.id, de.id].sort());
    expect(await ids('state=in-review')).toEqual([de.id]);
    expect(await ids('language=en')).toEqual([en.id]);
    expect(await ids('q=100%25')).toEqual([en.id]);
    expect(await ids('q=%C3%BCBER')).toEqual([de.id]);
    const { items } = await app.answer<Page<RecapListItem>>('get', `${apiPaths.recaps}?q=100&lang=de`);
    expect(items[0]).toMatchObject({ seriesTitle: 'listed auf Deutsch', languages: ['en'], sessions: 0 });
  });

  it('records each change with what was and what is, and the text only where it changed', async () => {
    const draft = await create();
    await app.publish(await save(draft, { byline: 'New team' }));
    const entries = await app.database.dataSource.query<{ action: string; before: object; after: object }[]>(
      `SELECT action, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY at, action`,
      [draft.id],
    );
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'recap.approve',
      'recap.create',
      'recap.publish',
      'recap.save',
      'recap.submit',
    ]);
    expect(entries.find(({ action }) => action === 'recap.save')).toMatchObject({
      before: { byline: 'Sample team' },
      after: { byline: 'New team' },
    });
    const saved = entries.find(({ action }) => action === 'recap.save');
    expect(Object.keys(saved?.after ?? {})).toEqual(['byline']);
  });

  it('lets organisers read, but neither write nor publish', async () => {
    const draft = await create();
    app.user = await app.as('organiser');
    try {
      await app.answer('get', apiPaths.recap(draft.id));
      for (const [method, path, body] of [
        ['put', apiPaths.recap(draft.id), saveRecapOf(draft)],
        ['post', apiPaths.submitRecap(draft.id), { version: 1 }],
        ['post', apiPaths.publishRecap(draft.id), { version: 1 }],
      ] as const)
        expect((await app.problem(method, path, body)).code).toBe('auth.forbidden');
      app.user = undefined;
      expect((await app.problem('get', apiPaths.recap(draft.id))).code).toBe('auth.required');
    } finally {
      app.user = app.staff;
    }
  });
});
