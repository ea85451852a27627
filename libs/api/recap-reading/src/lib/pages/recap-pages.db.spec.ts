import {
  aCategory,
  aContribution,
  anAgendaItem,
  aRegion,
  aSpeakerOf,
  classify,
  register,
  state,
} from '@reihe/api-sample-records';
import { API_BASE, apiPaths, type RichDocument, type RichNode } from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import { aText, type PublishedRecap, ReadingApp } from '../testing/reading-app';

const figure = (measure: 'confirmed' | 'attended' | 'participants' | 'cities', sessionId: string | null) =>
  ({ type: 'figureValue', attrs: { measure, sessionId } }) satisfies RichNode;

describe('what readers see of recaps', () => {
  let app: ReadingApp;
  let seriesId: string;
  let first: string;
  let second: string;
  let stranger: string;
  let imageId: string;

  const publish = (change: Partial<PublishedRecap> & Pick<PublishedRecap, 'translations'>) =>
    app.publish({ seriesId, sessionIds: [first], byline: 'Sample team', leadMediaId: imageId, ...change });

  beforeAll(async () => {
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    const store = app.database.dataSource;
    seriesId = await app.aSeries('water', { isSample: true });
    const elsewhere = await app.aSeries('elsewhere');
    first = await app.aSession(seriesId, 'first');
    second = await app.aSession(seriesId, 'second', {
      startsAt: new Date('2026-10-08T12:00:00Z'),
      endsAt: new Date('2026-10-08T13:00:00Z'),
    });
    stranger = await app.aSession(elsewhere, 'stranger');
    const hidden = await app.aSession(seriesId, 'hidden', { state: 'draft' });
    const south = await aRegion(store, 'south', await aRegion(store, 'africa'));
    const pipes = await aCategory(store, 'pipes');
    await classify(store, first, south, pipes);
    const talk = await anAgendaItem(store, first, 'Why pipes leak');
    await aContribution(store, first, { name: 'Sample Speaker', role: 'speaker', agendaItemId: talk });
    await aContribution(store, first, { name: 'Sample Speaker', role: 'moderator' });
    await aContribution(store, first, { name: null, role: 'speaker' });
    await aContribution(store, first, { name: 'Sample Interpreter', role: 'interpreter' });
    await register(store, first, 3);
    await register(store, stranger, 2);
    await state(store, { sessionId: first, measure: 'confirmed', value: 900 });
    await state(store, { sessionId: second, measure: 'attended', value: 40, isAtLeast: true });
    await state(store, { sessionId: second, measure: 'attended', value: 38, origin: 'imported' });
    await state(store, { seriesId, measure: 'cities', value: 12 });
    imageId = await app.anImage();
    const body: RichDocument = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'Corrosion 100% of the time' },
                    figure('confirmed', first),
                    figure('confirmed', first),
                    figure('attended', second),
                    figure('participants', null),
                    figure('cities', null),
                    figure('attended', first),
                    figure('confirmed', stranger),
                    figure('confirmed', hidden),
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    await publish({
      sessionIds: [second, first, hidden],
      regionIds: [south],
      categoryIds: [pipes],
      gallery: [await app.anImage({ agency: '' }), imageId],
      translations: {
        en: aText({ slug: 'both-sessions', title: 'Both sessions', body }),
        de: aText({ slug: 'beide-veranstaltungen', title: 'Beide Veranstaltungen', body }),
      },
    });
    await publish({
      publishedOn: '2025-12-31',
      translations: { en: aText({ slug: 'only-in-english', title: 'Only in English' }) },
    });
    await publish({
      seriesId: elsewhere,
      sessionIds: [stranger],
      publishedOn: '2026-01-01',
      translations: { en: aText({ slug: 'stranger', title: 'Stranger' }) },
    });
    const draftSeries = await app.aSeries('draft-series', { state: 'draft' });
    await publish({
      seriesId: draftSeries,
      sessionIds: [await app.aSession(draftSeries, 'of-draft-series')],
      translations: { en: aText({ slug: 'of-a-draft-series' }) },
    });
  });
  afterAll(() => app.close());

  it('costs one statement, whatever is on the page', async () => {
    expect(await app.statementsOf(() => app.recap('both-sessions'))).toHaveLength(1);
    expect(
      await app.statementsOf(() => app.http('get', `${API_BASE}${apiPaths.recapPage('none')}`)),
    ).toHaveLength(1);
  });

  it('has every part of a recap page, over both of its sessions', async () => {
    const page = await app.recap('both-sessions');
    expect(page).toMatchObject({
      language: 'en',
      title: 'Both sessions',
      lead: 'Pipes leak everywhere.',
      byline: 'Sample team',
      publishedOn: '2026-10-20',
      series: { slug: 'water', title: 'water in English', language: 'en' },
      image: { alt: 'A pipe', credit: 'Sample Photographer | Sample Agency' },
      gallery: [{ credit: 'Sample Photographer' }, { credit: 'Sample Photographer | Sample Agency' }],
      categories: [{ slug: 'pipes', name: 'pipes & more' }],
      regions: [{ slug: 'south', tint: 'africa' }],
      otherRecaps: [{ slug: 'only-in-english', heldOn: [{ startsAt: '2026-10-06T12:00:00Z' }] }],
      addresses: { en: 'both-sessions', de: 'beide-veranstaltungen' },
      isSample: true,
      isArchived: false,
    });
    expect(page.sessions).toMatchObject([
      {
        slug: 'first',
        startsAt: '2026-10-06T12:00:00Z',
        timeZone: 'Europe/Berlin',
        regions: [{ slug: 'south' }],
      },
      { slug: 'second', endsAt: '2026-10-08T13:00:00Z', regions: [] },
    ]);
    expect(page.sessions[0]?.speakers.map(({ name, role }) => [name, role])).toEqual([
      ['Sample Speaker', 'moderator'],
      [null, 'speaker'],
    ]);
  });

  it('counts the figures of its text now: what is counted before what is imported before what was stated', async () => {
    const { figureValues } = await app.recap('both-sessions');
    expect(figureValues).toEqual({
      [`confirmed:${first}`]: expect.objectContaining({ value: 3, origin: 'counted', source: null }),
      [`attended:${second}`]: expect.objectContaining({ value: 38, origin: 'imported' }),
      'participants:series': expect.objectContaining({ value: 3, origin: 'counted' }),
      'cities:series': {
        measure: 'cities',
        value: 12,
        origin: 'reported',
        isAtLeast: false,
        source: 'Sample host',
        statedOn: '2026-11-01',
      },
    });
    await register(app.database.dataSource, second, 1);
    expect((await app.recap('both-sessions')).figureValues['participants:series']?.value).toBe(4);
  });

  it('speaks the reader’s language, and another where there is no text in it', async () => {
    const german = await app.recap('beide-veranstaltungen', 'de');
    expect(german).toMatchObject({
      language: 'de',
      title: 'Beide Veranstaltungen',
      image: { alt: 'Ein Rohr' },
      series: { title: 'water auf Deutsch' },
      categories: [{ name: 'pipes und mehr' }],
      regions: [{ name: 'south', language: 'en' }],
    });
    expect(await app.recap('only-in-english', 'de')).toMatchObject({
      language: 'en',
      image: { alt: 'A pipe' },
      addresses: { en: 'only-in-english' },
    });
  });

  it('leads from the address in another language to the one of the reader’s', async () => {
    expect(await app.page('both-sessions', 'de')).toEqual({
      kind: 'moved',
      slug: 'beide-veranstaltungen',
      language: 'de',
    });
  });

  it('knows no recap of a series that is a draft, nor one that never was', async () => {
    for (const slug of ['of-a-draft-series', 'never-was'])
      expect(await app.problem('get', apiPaths.recapPage(slug))).toMatchObject({
        status: 404,
        code: 'recap.not-found',
      });
    expect(await app.found()).not.toContain('of-a-draft-series');
  });

  it.each([
    ['recap', apiPaths.recapPage('both-sessions')],
    ['list', apiPaths.recapsPage],
  ])('reads the %s page with one statement', async (_page, path) => {
    expect(await app.statementsOf(() => app.answer('get', path))).toHaveLength(1);
  });

  it('holds the meeting link, its passcode and the speaker’s address in no answer', async () => {
    const answers = await Promise.all(
      [apiPaths.recapPage('both-sessions'), apiPaths.recapsPage].map((path) =>
        app.http('get', `${API_BASE}${path}`).expect(200),
      ),
    );
    for (const { text } of answers)
      expect(text).not.toMatch(/meet\.example|-sesame|555 0199|private@example/);
  });

  it('finds a recap by its address through an index, whatever else there is', async () => {
    const plan = await app.database.dataSource.transaction(async (manager) => {
      // So few rows would be read whole.
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT teaser FROM published_recap_teasers('{en,de}') WHERE recap_id = gen_random_uuid()`,
      );
    });
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).not.toMatch(/Function Scan on published_recap_teasers|Seq Scan on recaps/);
  });

  it('shows the pictures, sessions and speakers of its text, and none that readers may not see', async () => {
    const store = app.database.dataSource;
    const draft = await app.aSession(seriesId, 'still-a-draft', { state: 'draft' });
    const speaker = await aSpeakerOf(store, second, 'Sample Guest');
    const elsewhere = await aSpeakerOf(store, stranger, 'Sample Stranger');
    const poster = await app.anImage({ agency: 'Poster Agency' });
    const body: RichDocument = {
      type: 'doc',
      content: [
        { type: 'picture', attrs: { id: 'picture-1', mediaId: imageId, caption: 'Here' } },
        { type: 'video', attrs: { href: 'https://video.example/1', title: 'The talk', posterId: poster } },
        ...[first, draft, stranger].map((sessionId) => ({
          type: 'sessionCard' as const,
          attrs: { sessionId },
        })),
        ...[speaker, elsewhere].map((speakerId) => ({ type: 'speakerCard' as const, attrs: { speakerId } })),
      ],
    };
    await publish({
      sessionIds: [first, second],
      translations: { en: aText({ slug: 'shows-things', body }) },
    });
    const { shown } = await app.recap('shows-things');
    expect(Object.keys(shown.pictures).toSorted()).toEqual([imageId, poster].toSorted());
    expect(shown.pictures[poster]).toMatchObject({
      credit: 'Sample Photographer | Poster Agency',
      alt: 'A pipe',
    });
    expect(Object.keys(shown.sessions)).toEqual([first]);
    expect(shown.sessions[first]).toMatchObject({
      slug: 'first',
      title: 'first in English',
      timeZone: 'Europe/Berlin',
    });
    expect(shown.speakers).toEqual({ [speaker]: expect.objectContaining({ name: 'Sample Guest' }) });
    expect(JSON.stringify(shown)).not.toContain('sesame');
  });
});
