import { aCategory, aContribution, anAgendaItem, aRegion, classify, register } from '@reihe/api-persistence';
import { apiPaths } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { documentText, figuresOf } from '@reihe/shared-recap-policies';
import { FixedClock } from '@reihe/shared-testing';
import { RecapsApp } from '../testing/recaps-app';

describe('a recap begun from a session', () => {
  let app: RecapsApp;
  let seriesId: string;

  const begin = (sessionId: string) => app.answer<Recap>('post', apiPaths.recapFromSession(sessionId));

  beforeAll(async () => {
    app = await RecapsApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    seriesId = await app.aSeries('water');
  });
  afterAll(() => app.close());

  it('is a draft with what is on record, in every language the session has', async () => {
    const store = app.database.dataSource;
    const sessionId = await app.aSession(seriesId, 'Wasser & Rohre');
    const regionId = await aRegion(store, 'africa');
    const categoryId = await aCategory(store, 'pipes');
    await classify(store, sessionId, regionId, categoryId);
    const talk = await anAgendaItem(store, sessionId, 'Why pipes leak');
    await anAgendaItem(store, sessionId, 'Coffee', 'break');
    await aContribution(store, sessionId, { name: 'Sample Speaker', role: 'speaker', agendaItemId: talk });
    await aContribution(store, sessionId, { name: null, role: 'moderator' });
    await register(store, sessionId, 2);
    const draft = await begin(sessionId);
    expect(draft).toMatchObject({
      state: 'draft',
      seriesId,
      sessionIds: [sessionId],
      regionIds: [regionId],
      categoryIds: [categoryId],
      translations: {
        en: {
          title: 'Looking back: Wasser & Rohre in English',
          slug: 'looking-back-wasser-rohre-in-english',
        },
        de: { title: 'Rückblick: Wasser & Rohre auf Deutsch', slug: 'rueckblick-wasser-rohre-auf-deutsch' },
      },
    });
    const { en, de } = draft.translations;
    if (!en || !de) throw new Error('A language is missing.');
    expect(documentText(en.body).split('\n')).toEqual([
      'Participants: ',
      'Programme',
      'Why pipes leak',
      'Contributions',
      'Head of water, Lviv, Ukraine (moderation)',
      'Sample Speaker, Head of water, Lviv, Ukraine',
    ]);
    expect(documentText(de.body)).toContain('Sample Speaker, Head of water, Lviv, Ukraine');
    expect(documentText(de.body)).toContain('Programm\nWhy pipes leak\nBeiträge');
    expect(figuresOf(de.body)).toEqual([{ measure: 'confirmed', sessionId }]);
  });

  it('takes an address that is still free when the session has one already', async () => {
    const sessionId = await app.aSession(seriesId, 'twice');
    const slugs = [await begin(sessionId), await begin(sessionId), await begin(sessionId)].map(
      ({ translations }) => translations.en?.slug,
    );
    expect(slugs).toEqual([
      'looking-back-twice-in-english',
      'looking-back-twice-in-english-2',
      'looking-back-twice-in-english-3',
    ]);
  });

  it('begins with an empty page where nothing is on record', async () => {
    const { translations } = await begin(await app.aSession(seriesId, 'bare'));
    expect(translations.en?.body).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it.each(['draft', 'cancelled'] as const)('is refused for a session that is %s', async (state) => {
    const sessionId = await app.aSession(seriesId, `no-${state}`, { state, cancelReason: 'None.' });
    const problem = await app.problem('post', apiPaths.recapFromSession(sessionId));
    expect(problem).toMatchObject({ status: 409, code: 'session.wrong-state' });
  });

  it('is refused for a session that is not there', async () => {
    const problem = await app.problem('post', apiPaths.recapFromSession(seriesId));
    expect(problem).toMatchObject({ status: 404, code: 'session.not-found' });
  });
});
