import { aCategory, aRegion } from '@reihe/api-sample-records';
import { apiPaths, type RichDocument, type RichNode } from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import { aText, type PublishedRecap, ReadingApp } from '../testing/reading-app';

const words = (...paragraphs: string[]): RichDocument => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

describe('the list of recaps', () => {
  let app: ReadingApp;
  let water: string;
  let heat: string;
  let south: string;
  let pipes: string;

  const publish = (change: Partial<PublishedRecap> & Pick<PublishedRecap, 'translations'>) =>
    app.publish({ seriesId: water, ...change });
  const found = (query: string) => app.found(query);
  const search = (typed: string, rest = '') => found(`q=${encodeURIComponent(typed)}${rest}`);

  beforeAll(async () => {
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    const store = app.database.dataSource;
    water = await app.aSeries('water');
    heat = await app.aSeries('heat', { startsOn: '2025-01-01' });
    const hidden = await app.aSeries('hidden', { state: 'draft' });
    const africa = await aRegion(store, 'africa');
    south = await aRegion(store, 'south', africa);
    pipes = await aCategory(store, 'pipes');
    const trees = await aCategory(store, 'trees');
    const leadMediaId = await app.anImage();
    await publish({
      publishedOn: '2026-10-20',
      leadMediaId,
      sessionIds: [await app.aSession(water, 'first')],
      categoryIds: [pipes],
      regionIds: [south],
      translations: {
        en: aText({
          slug: 'both',
          title: 'Both languages',
          lead: 'Cities are leaking.',
          body: words('Corrosion 100% of the time', 'over'),
        }),
        de: aText({
          slug: 'beide',
          title: 'Beide Veranstaltungen',
          lead: 'Müller aus Köln über Überschwemmungen.',
          body: words('Die Wasserversorgung in großen Städten, Straßen und Häusern.'),
        }),
      },
    });
    await publish({
      publishedOn: '2026-10-25',
      categoryIds: [pipes, trees],
      regionIds: [africa],
      translations: {
        en: aText({ slug: 'english', title: 'Corrosion', lead: 'A flooded city', body: words('Rain') }),
      },
    });
    await publish({
      seriesId: heat,
      publishedOn: '2025-07-01',
      categoryIds: [trees],
      translations: {
        de: aText({
          slug: 'hitze',
          title: 'Hitze in der Stadt',
          lead: 'Bäume kühlen das Klima.',
          body: {
            type: 'doc',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'Klima', marks: [{ type: 'bold' }] },
                  { type: 'text', text: 'anpassung' },
                  { type: 'hardBreak' },
                  { type: 'text', text: 'braucht Schatten.' },
                ],
              },
            ],
          },
        }),
      },
    });
    await publish({
      seriesId: hidden,
      translations: { en: aText({ slug: 'hidden', title: 'Hidden corrosion' }) },
    });
  });
  afterAll(() => app.close());

  it('has what the reader can read first, then the latest', async () => {
    const page = await app.list('lang=en');
    expect(page.recaps).toMatchObject({ total: 3, page: 1, pageSize: 25 });
    expect(page.recaps.items.map(({ slug, language }) => [slug, language])).toEqual([
      ['english', 'en'],
      ['both', 'en'],
      ['hitze', 'de'],
    ]);
    expect(page.recaps.items[1]).toMatchObject({
      image: { credit: 'Sample Photographer | Sample Agency' },
      heldOn: [{ startsAt: '2026-10-06T12:00:00Z' }],
      passage: null,
    });
    expect(page.spelling).toBeNull();
    expect(await found('lang=de')).toEqual(['beide', 'hitze', 'english']);
    expect(await found('pageSize=1&page=2')).toEqual(['both']);
    expect((await app.list('page=9')).recaps).toMatchObject({ total: 3, items: [] });
  });

  it('counts each choice beside the other filters', async () => {
    const all = await app.list('lang=en');
    expect(all.series).toEqual([
      { slug: 'water', title: 'water in English', language: 'en', count: 2 },
      { slug: 'heat', title: 'heat in English', language: 'en', count: 1 },
    ]);
    expect(all.regions).toMatchObject([
      { slug: 'africa', count: 2 },
      { slug: 'south', count: 1 },
    ]);
    expect(all.categories).toMatchObject([
      { slug: 'pipes', count: 2 },
      { slug: 'trees', count: 2 },
    ]);
    expect(all.years).toEqual([
      { year: 2026, count: 2 },
      { year: 2025, count: 1 },
    ]);
    const narrowed = await app.list('lang=en&category=trees&year=2026');
    expect(narrowed.recaps.total).toBe(1);
    expect(narrowed.series).toMatchObject([{ slug: 'water', count: 1 }]);
    expect(narrowed.categories).toMatchObject([
      { slug: 'pipes', count: 2 },
      { slug: 'trees', count: 1 },
    ]);
    expect(narrowed.years).toEqual([
      { year: 2026, count: 1 },
      { year: 2025, count: 1 },
    ]);
    expect((await app.list('q=corrosion')).years).toEqual([{ year: 2026, count: 2 }]);
  });

  it.each([
    ['series=heat', ['hitze']],
    ['series=never-was', []],
    ['series=hidden', []],
    ['region=south', ['both']],
    ['region=africa', ['english', 'both']],
    ['region=nowhere', []],
    ['category=pipes', ['english', 'both']],
    ['year=2025', ['hitze']],
    ['year=2026&series=water', ['english', 'both']],
    ['q=corrosion&series=heat', []],
  ])('filters by %s', async (filter, slugs) => {
    expect(await found(filter)).toEqual(slugs);
  });

  it.each([
    ['leaks', ['both']],
    ['leak city', ['both']],
    ['the city', ['english', 'both']],
    ['überschwemmung', ['both']],
    ['ueberschwemmungen', ['both']],
    ['uberschwemmung', ['both']],
    ['mueller', ['both']],
    ['koeln', ['both']],
    ['MÜLLER', ['both']],
    ['strasse', ['both']],
    ['haus', ['both']],
    ['wasser', ['both']],
    ['klimaanpassung', ['hitze']],
    ['anpassungbraucht', []],
    ['100%', ['both']],
    ['beide VERANST', ['both']],
    ['bulletList', []],
    ['paragraph', []],
    ['and', []],
  ])('finds %s', async (typed, slugs) => {
    expect(await search(typed)).toEqual(slugs);
  });

  describe('written in Spanish and French', () => {
    beforeAll(async () => {
      await publish({
        seriesId: heat,
        publishedOn: '2025-02-01',
        translations: {
          es: aText({
            slug: 'inundaciones',
            title: 'Las inundaciones en los barrios',
            lead: 'Niños que aprenden a medir.',
            body: words('¿Avisan los municipios? «Claro»'),
          }),
          fr: aText({
            slug: 'coeur',
            title: 'Au cœur de l’été',
            lead: 'Les communes évaluaient leurs réseaux.',
            body: words('L’eau des œuvres publiques'),
          }),
        },
      });
    });

    it.each([
      ['inundación', 'es'],
      ['inundacion', 'es'],
      ['niño', 'es'],
      ['ninos', 'es'],
      ['avisando municipio', 'es'],
      ['avisan', 'es'],
      ['eau', 'fr'],
      ['claro', 'es'],
      ['communes', 'fr'],
      ['cœur', 'fr'],
      ['coeur', 'fr'],
      ['oeuvre', 'fr'],
      ['évaluer réseau', 'fr'],
      ['evaluer', 'fr'],
      ['l’eau', 'fr'],
    ])('finds %s by the word forms and accents of %s', async (typed, language) => {
      const { items } = (await app.list(`q=${encodeURIComponent(typed)}&lang=${language}`)).recaps;
      expect(items.map(({ slug }) => slug)).toEqual([language === 'es' ? 'inundaciones' : 'coeur']);
    });
  });

  it('puts a find in the title before one in the text', async () => {
    expect(await search('corrosion', '&lang=en')).toEqual(['english', 'both']);
  });

  it('shows where the words are, in the language they are in', async () => {
    const [both] = (await app.list('q=wasserversorgung&lang=en')).recaps.items;
    expect(both?.passage?.language).toBe('de');
    expect(both?.passage?.parts.filter(({ isFound }) => isFound)).toEqual([
      { text: 'Wasserversorgung', isFound: true },
    ]);
    expect(both?.passage?.parts.map(({ text }) => text).join('')).toContain('Die Wasserversorgung in');
    const [mueller] = (await app.list('q=mueller&lang=de')).recaps.items;
    expect(mueller?.passage?.parts).toContainEqual({ text: 'Müller', isFound: true });
    const [title] = (await app.list('q=hitze&lang=de')).recaps.items;
    expect(title).toMatchObject({ slug: 'hitze', passage: null });
  });

  it.each([
    ['wasserversogung', { words: 'wasserversorgung', isApplied: true }, ['both']],
    ['klmia', { words: 'klima', isApplied: true }, ['hitze']],
    ['lkima', { words: 'klima', isApplied: true }, ['hitze']],
    ['kilma', { words: 'klima', isApplied: true }, ['hitze']],
    ['corosion', { words: 'corrosion', isApplied: true }, ['english', 'both']],
    ['ueberschwemungen', { words: 'überschwemmungen', isApplied: true }, ['both']],
    ['leakign city', { words: 'leaking city', isApplied: true }, ['both']],
    ['xyzzyx', null, []],
  ])('knows what was meant by %s', async (typed, spelling, slugs) => {
    const page = await app.list(`q=${encodeURIComponent(typed)}`);
    expect(page.spelling).toEqual(spelling);
    expect(page.recaps.items.map(({ slug }) => slug)).toEqual(slugs);
  });

  it('proposes another spelling beside what little was found', async () => {
    await publish({
      publishedOn: '2026-01-01',
      translations: { en: aText({ slug: 'typo', title: 'Corosion, misspelt', lead: '', body: words('') }) },
    });
    expect(await app.list('q=corosion')).toMatchObject({
      recaps: { items: [{ slug: 'typo' }] },
      spelling: { words: 'corrosion', isApplied: false },
    });
    expect((await app.list('q=misspelt')).spelling).toBeNull();
  });

  it.each([
    `q=${encodeURIComponent(`'":*&|!()<->\\`)}`,
    `q=${encodeURIComponent('%_%')}`,
    `q=${encodeURIComponent('a\u0000b')}`,
    `q=${encodeURIComponent('\u202e\u2066💧👩‍👩‍👧')}`,
    `q=${encodeURIComponent('ﷺ ßẞİı')}`,
    `q=${'x'.repeat(200)}`,
    `q=${encodeURIComponent("foo' OR 1=1 --")}`,
    `q=${'%ED%A0%80'}`,
  ])('answers hostile words with a list: %s', async (query) => {
    const { status, body } = await app.call('get', `${apiPaths.recapsPage}?${query}`);
    expect([status, body.recaps?.items]).toEqual([200, expect.any(Array)]);
  });

  it('refuses a filter that is none, and more words than anybody types', async () => {
    const problem = await app.problem(
      'get',
      `${apiPaths.recapsPage}?series=NOT%20A%20SLUG&sneaky=1&page=1000000000`,
    );
    expect(problem.status).toBe(400);
    expect(problem.fields).toEqual(
      expect.arrayContaining([
        { path: 'series', code: 'wrong-format' },
        { path: 'sneaky', code: 'unknown-field' },
      ]),
    );
    expect(await app.problem('get', `${apiPaths.recapsPage}?q=${'x'.repeat(10_000)}`)).toMatchObject({
      status: 400,
    });
  });

  it('reads with one statement, and looks for other words only where a search finds little', async () => {
    expect(await app.statementsOf(() => app.list(''))).toHaveLength(1);
    expect(await app.statementsOf(() => app.list('q=schatten&series=heat'))).toHaveLength(2);
    for (const slug of ['one', 'two', 'three'])
      await publish({ publishedOn: '2024-01-01', translations: { en: aText({ slug, title: 'Wallabies' }) } });
    expect(await app.statementsOf(() => app.list('q=wallaby'))).toHaveLength(1);
  });

  it('follows what is published: corrected, archived, and back', async () => {
    const translations = (title: string) => ({
      en: aText({ slug: 'follows', title, body: words('Quokka') }),
    });
    const id = await publish({ publishedOn: '2026-02-01', translations: translations('Marsupials') });
    expect(await search('marsupial')).toEqual(['follows']);
    await app.publish(
      { seriesId: heat, publishedOn: '2026-02-01', translations: translations('Monotremes') },
      id,
    );
    expect(await search('marsupial')).toEqual([]);
    expect(await search('monotreme')).toEqual(['follows']);
    await app.archive(id);
    expect(await search('quokka')).toEqual([]);
    expect((await app.list('q=qokka')).spelling).toBeNull();
    expect(await found('')).not.toContain('follows');
    // No step leads back from there; what is found would follow one that did.
    const { dataSource } = app.database;
    await dataSource.query(`ALTER TABLE recaps DISABLE TRIGGER recap_moves`);
    await dataSource.query(`UPDATE recaps SET state = 'published' WHERE id = $1`, [id]);
    await dataSource.query(`ALTER TABLE recaps ENABLE TRIGGER recap_moves`);
    expect(await search('quokka')).toEqual(['follows']);
  });

  it('finds words beside the text and in parts of any kind, but no names of nodes', async () => {
    const cell = (text: string): RichNode => ({
      type: 'tableCell',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const body: RichDocument = {
      type: 'doc',
      content: [
        { type: 'picture', attrs: { mediaId: await app.anImage(), caption: 'Okapi by night' } },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('Tapir'), cell('Ocelot')] }] },
        { type: 'factBox', attrs: { title: 'Capybara' }, content: [{ type: 'paragraph', content: [] }] },
        {
          type: 'blockquote',
          attrs: { source: 'Axolotl' },
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Pango' },
                { type: 'text', text: 'lin', marks: [{ type: 'bold' }] },
                { type: 'footnote', attrs: { note: 'Numbat' } },
              ],
            },
          ],
        },
      ],
    };
    await publish({
      publishedOn: '2023-01-01',
      translations: { en: aText({ slug: 'zoo', title: 'Zoo', body }) },
    });
    for (const typed of ['okapi', 'tapir', 'ocelots', 'capybara', 'axolotl', 'pangolin', 'numbat'])
      expect([typed, await search(typed)]).toEqual([typed, ['zoo']]);
    for (const typed of ['tablecell', 'factbox', 'tapirocelot']) expect(await search(typed)).toEqual([]);
  });

  it('is not kept from a working copy', async () => {
    const [row] = await app.database.dataSource.query<{ id: string }[]>(
      `SELECT recap_id AS id FROM published_recaps LIMIT 1`,
    );
    await app.database.dataSource.query(
      `INSERT INTO recap_translations (recap_id, language, title, body) VALUES ($1, 'en', 'Unpublished zebra', '{"type": "doc", "content": []}')`,
      [row?.id],
    );
    await app.database.dataSource.query(`UPDATE recaps SET byline = 'x', updated_at = now() WHERE id = $1`, [
      row?.id,
    ]);
    expect(await search('zebra')).toEqual([]);
  });
});
