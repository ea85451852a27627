import { SeriesRecapRulesRow } from '@reihe/api-persistence';
import {
  aCategory,
  aContribution,
  anAgendaItem,
  aRegion,
  classify,
  register,
} from '@reihe/api-sample-records';
import { apiPaths } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { documentText, figuresOf } from '@reihe/shared-recap-policies';
import { FixedClock } from '@reihe/shared-testing';
import { DraftsApp } from './testing/drafts-app';

describe('a recap begun from a session', () => {
  let app: DraftsApp;
  let seriesId: string;

  const begin = (sessionId: string) => app.answer<Recap>('post', apiPaths.recapFromSession(sessionId));

  beforeAll(async () => {
    app = await DraftsApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
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
      'Held on 6 October 2026, for africa.',
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

  it('says nothing but the day where nothing else is on record, as the day was where it was held', async () => {
    const startsAt = new Date('2026-10-06T23:30:00Z');
    const endsAt = new Date('2026-10-07T01:00:00Z');
    const { translations } = await begin(await app.aSession(seriesId, 'bare', { startsAt, endsAt }));
    expect(documentText(translations.en?.body ?? { type: 'doc', content: [] })).toBe(
      'Held on 7 October 2026.',
    );
    expect(documentText(translations.de?.body ?? { type: 'doc', content: [] })).toBe(
      'Veranstaltet am 7. Oktober 2026.',
    );
  });

  it('is called as the series wants it in each language, and due as many days after as it says', async () => {
    const patterned = await app.aSeries('patterned');
    const store = app.database.dataSource;
    await store.getRepository(SeriesRecapRulesRow).insert({
      seriesId: patterned,
      dueAfterDays: 3,
      titlePatterns: { de: { pattern: '{series}, {date}: {session} ({audience})' } },
    });
    const draft = await begin(await app.aSession(patterned, 'named'));
    expect(draft.translations.de?.title).toBe('patterned auf Deutsch, 6. Oktober 2026: named auf Deutsch');
    expect(draft.translations.en?.title).toBe('Looking back: named in English');
    const [assignment] = await store.query<object[]>(
      `SELECT owner_id, due_on::text FROM recap_assignments WHERE recap_id = $1`,
      [draft.id],
    );
    expect(assignment).toEqual({ owner_id: app.staff.id, due_on: '2026-10-09' });
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

  it('is not for organisers, who read recaps only', async () => {
    const sessionId = await app.aSession(seriesId, 'organised');
    app.user = await app.as('organiser');
    try {
      expect((await app.problem('post', apiPaths.recapFromSession(sessionId))).code).toBe('auth.forbidden');
    } finally {
      app.user = app.staff;
    }
  });
});
