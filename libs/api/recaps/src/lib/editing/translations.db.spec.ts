import { RecapTexts } from '@reihe/api-platform';
import { apiPaths, type Language, type RecapPage, type RichDocument } from '@reihe/shared-contracts';
import { translationPaths, type Recap, type RecapText, type SaveRecap } from '@reihe/shared-editorial';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { aText, RecapsApp, saveRecapOf } from '../testing/recaps-app';

describe('the translations of a recap', () => {
  let app: RecapsApp;
  let rest: Omit<SaveRecap, 'translations'>;
  let count = 0;

  const paragraphs = (...lines: [string, string][]): RichDocument => ({
    type: 'doc',
    content: lines.map(([id, text]) => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text }],
    })),
  });
  const ENGLISH = paragraphs(['pipes-1', 'Pipes leak.'], ['mend-2', 'Mend them.']);
  const GERMAN = paragraphs(['pipes-1', 'Rohre lecken.'], ['mend-2', 'Flickt sie.']);

  const create = (german: Partial<RecapText> = {}) => {
    const slug = `translated-${(count += 1)}`;
    const translations = {
      en: aText({ slug, title: 'Pipes', body: ENGLISH }),
      de: aText({ slug: `${slug}-de`, title: 'Rohre', lead: 'Überall.', body: GERMAN, ...german }),
    };
    return app.answer<Recap>('post', apiPaths.recaps, aSaveRecap({ ...rest, translations }));
  };
  const write = (recap: Recap, language: Language, change: Partial<RecapText>) => {
    const text = { ...aText(), ...recap.translations[language], ...change };
    const translations = { ...recap.translations, [language]: text };
    return app.answer<Recap>('put', apiPaths.recap(recap.id), saveRecapOf(recap, { translations }));
  };
  const review = ({ id, version }: Recap, isReviewed = true) => {
    const body = { version, language: 'de', isReviewed };
    return app.byReviewer(() => app.answer<Recap>('post', translationPaths.review(id), body));
  };
  const confirm = ({ id, version }: Recap, ...parts: string[]) =>
    app.answer<Recap>('post', apiPaths.confirmTranslation(id), { version, language: 'de', parts });
  const publish = ({ id, version }: Recap) =>
    app.answer<Recap>('post', apiPaths.publishRecap(id), { version, note: {} });
  const stateOf = (recap: Recap) => recap.translationStates.de?.state;
  const germanPage = async (recap: Recap): Promise<RecapPage> => {
    const asked = await app.page(recap.translations.en?.slug ?? '', 'de');
    const answer = asked.kind === 'moved' ? await app.page(asked.slug, 'de') : asked;
    if (answer.kind === 'page') return answer.page;
    throw new Error('There is no page.');
  };

  beforeAll(async () => {
    app = await RecapsApp.openAt(new FixedClock('2026-10-20T08:00:00Z'));
    const seriesId = await app.aSeries('translated-series');
    rest = {
      ...aSaveRecap({ seriesId }),
      sessionIds: [await app.aSession(seriesId, 'translated-session')],
      ...{ byline: 'Sample team', leadMediaId: await app.anImage() },
    };
  });
  afterAll(() => app.close());

  it('say where they stand, the original too, and a text without one is nobody’s translation', async () => {
    const whole = await create();
    expect(whole.translationStates).toMatchObject({
      en: { state: 'original' },
      de: {
        state: 'translated',
        outdatedSince: null,
        reviewedAt: null,
        lastWriter: { name: 'Sample editor' },
      },
    });
    const half = await create({ body: paragraphs(['pipes-1', 'Rohre lecken.']) });
    expect(stateOf(half)).toBe('in-progress');
    const { de } = half.translations;
    const alone = await app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({ ...rest, translations: { de: { ...aText(), ...de, slug: 'allein' } } }),
    );
    expect(stateOf(alone)).toBe('translated');
  });

  it('are outdated from the change of the original on, until they are written anew or confirmed', async () => {
    const recap = await create();
    const changed = await write(recap, 'en', {
      body: paragraphs(['pipes-1', 'Old pipes leak.'], ['mend-2', 'Mend them.']),
    });
    expect(changed.translationStates.de).toMatchObject({ state: 'outdated' });
    const since = changed.translationStates.de?.outdatedSince;
    expect(since).toMatch(/^\d{4}-/);
    const further = await write(changed, 'en', { title: 'Old pipes' });
    expect(further.translationStates.de?.outdatedSince).toBe(since);
    const partly = await confirm(further, 'title');
    expect(stateOf(partly)).toBe('outdated');
    expect(stateOf(await confirm(partly, 'pipes-1'))).toBe('translated');
  });

  it('stay with their readers when the original goes on, and are in progress where words are taken away', async () => {
    const recap = await create();
    const longer = await write(recap, 'en', {
      body: paragraphs(['pipes-1', 'Pipes leak.'], ['mend-2', 'Mend them.'], ['more-3', 'And so on.']),
    });
    expect(stateOf(longer)).toBe('outdated');
    expect(stateOf(await confirm(longer, 'more-3'))).toBe('translated');
    const shorter = await write(await create(), 'de', { body: paragraphs(['pipes-1', 'Rohre lecken.']) });
    expect(stateOf(shorter)).toBe('in-progress');
  });

  it('are reviewed by somebody else than who wrote them, until the text changes or the original does', async () => {
    const recap = await create();
    const own = { version: recap.version, language: 'de', isReviewed: true };
    expect((await app.problem('post', translationPaths.review(recap.id), own)).code).toBe('recap.own-text');
    const reviewed = await review(recap);
    expect(reviewed.translationStates.de).toMatchObject({
      state: 'reviewed',
      reviewedBy: { name: 'Sample reviewer' },
      reviewedAt: '2026-10-20T08:00:00Z',
    });
    const elsewhere = await write(reviewed, 'en', { slug: 'another-address-of-it' });
    expect(stateOf(elsewhere)).toBe('reviewed');
    expect(stateOf(await review(elsewhere, false))).toBe('translated');
    const again = await review(await app.answer<Recap>('get', apiPaths.recap(recap.id)));
    const rewritten = await write(again, 'de', { lead: 'Wirklich überall.' });
    expect(rewritten.translationStates.de).toMatchObject({ state: 'translated', reviewedBy: null });
    const left = await write(await review(rewritten), 'en', { lead: 'Everywhere, really.' });
    expect(left.translationStates.de).toMatchObject({ state: 'outdated', reviewedBy: null });
    const { version } = left;
    const outdated = await app.byReviewer(() =>
      app.problem('post', translationPaths.review(left.id), { ...own, version }),
    );
    expect(outdated).toMatchObject({ status: 409, code: 'recap.translation-unfinished' });
  });

  it('lose their review in the database too, whoever changes the words; another picture changes none', async () => {
    const { id } = await review(await create());
    const state = async () => {
      const { translationStates } = await app.answer<Recap>('get', apiPaths.recap(id));
      return translationStates.de?.state;
    };
    const change = (set: string) =>
      app.database.dataSource.query(
        `UPDATE recap_translations SET ${set} WHERE recap_id = $1 AND language = 'de'`,
        [id],
      );
    await change(`body = jsonb_set(body, '{content,0,attrs,id}', '"renamed-1"')`);
    expect(await state()).toBe('reviewed');
    await change(`body = jsonb_set(body, '{content,0,content,0,text}', '"Andere Worte."')`);
    expect(await state()).toBe('translated');
    await expect(change(`is_finished = false, reviewed_at = now()`)).rejects.toMatchObject({
      constraint: 'ck_recap_translations_reviewed',
    });
    await expect(change(`is_finished = false, outdated_since = now()`)).rejects.toMatchObject({
      constraint: 'ck_recap_translations_outdated',
    });
  });

  it('are read once they are whole: before, readers get the original, and nobody is sent to the address', async () => {
    const half = await create({ lead: '', body: paragraphs(['pipes-1', 'Rohre lecken.']) });
    expect(half.gaps).toEqual([]);
    const published = await app.publish(half);
    const original = await germanPage(published);
    expect(original).toMatchObject({ language: 'en', title: 'Pipes', outdatedSince: null });
    expect(Object.keys(original.addresses)).toEqual(['en']);
    const languages = () =>
      app.database.dataSource.query<{ languages: string[] }[]>(
        `SELECT p.languages FROM published_recaps p WHERE p.recap_id = $1`,
        [published.id],
      );
    expect(await languages()).toEqual([{ languages: ['en'] }]);
    const finished = await publish(await write(published, 'de', { lead: 'Überall.', body: GERMAN }));
    const translated = await germanPage(finished);
    expect(translated).toMatchObject({ language: 'de', title: 'Rohre' });
    expect(Object.keys(translated.addresses).sort()).toEqual(['de', 'en']);
    expect(await languages()).toEqual([{ languages: ['de', 'en'] }]);
  });

  it('say to their readers that the original was changed since, until they follow it', async () => {
    const published = await app.publish(await create());
    const changed = await publish(await write(published, 'en', { lead: 'Everywhere, they say.' }));
    const outdated = await germanPage(changed);
    expect(outdated).toMatchObject({ language: 'de', title: 'Rohre' });
    expect(outdated.outdatedSince).toBe(changed.translationStates.de?.outdatedSince);
    const confirmed = await confirm(changed, 'lead');
    // Readers are still told: this waits to be published.
    expect(confirmed.hasUnpublishedChanges).toBe(true);
    expect((await germanPage(await publish(confirmed))).outdatedSince).toBeNull();
    expect(
      (await review(await app.answer<Recap>('get', apiPaths.recap(confirmed.id)))).hasUnpublishedChanges,
    ).toBe(false);
  });

  it('that are in progress stay when a revision is restored, for none of them has one', async () => {
    const published = await app.publish(await create({ body: paragraphs(['pipes-1', 'Rohre lecken.']) }));
    const changed = await write(published, 'en', { title: 'Other pipes' });
    const restored = await app.answer<Recap>('post', apiPaths.restoreRevision(changed.id, 1), {
      version: changed.version,
    });
    expect(restored.translations.en?.title).toBe('Pipes');
    expect(restored.translations.de?.title).toBe('Rohre');
    expect(stateOf(restored)).toBe('in-progress');
  });

  it('are written by those who exchange them with others, at an address of their own, as translations of what they knew', async () => {
    const texts = app.get(RecapTexts);
    const { en } = (await create()).translations;
    const recap = await app.answer<Recap>(
      'post',
      apiPaths.recaps,
      aSaveRecap({ ...rest, translations: { en: { ...aText(), ...en, slug: 'pipes-abroad' } } }),
    );
    const text = aText({ title: 'Rohre anderswo', slug: '', lead: 'Überall.', body: GERMAN });
    const cause = { action: 'import-translation', details: { file: 'back.xlf' } };
    const written = { language: 'de', text, madeOf: { 'pipes-1': 'All pipes leak.' } } as const;
    const taken = await texts.write(recap.id, recap.version, written, app.staff, cause);
    expect(taken.translations.de?.slug).toBe('rohre-anderswo');
    expect(taken.translationStates.de).toMatchObject({ state: 'outdated' });
    expect(taken.translationBases.de).toMatchObject({ title: 'Pipes', 'pipes-1': 'All pipes leak.' });
    const again = { ...written, text: { ...text, title: 'Rohre anderswo' }, madeOf: {} };
    await expect(texts.write(recap.id, recap.version, again, app.staff, cause)).rejects.toMatchObject({
      code: 'version.outdated',
    });
    const gone = await texts.write(taken.id, taken.version, { ...written, text: null }, app.staff, cause);
    expect(gone.translations.de).toBeUndefined();
  });

  it('leave each review in the audit log', async () => {
    const { id } = await review(await create());
    const rows = await app.database.dataSource.query<{ action: string; after: object }[]>(
      `SELECT action, after FROM audit_entries WHERE subject_id = $1 AND action LIKE '%review-translation'`,
      [id],
    );
    expect(rows).toEqual([{ action: 'recap.review-translation', after: { language: 'de' } }]);
  });
});
