import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MediaLibrary } from '@reihe/api-media';
import { Database } from '@reihe/api-persistence';
import { RecapWriter } from '@reihe/api-platform';
import { ImportWorker, Origins } from '@reihe/api-recap-import';
import {
  A_JSON_FEED,
  anAttachment,
  anItem,
  aWordpressArchive,
  aWordpressExport,
} from '@reihe/api-recap-sources';
import { apiPaths, type Media, type Page } from '@reihe/shared-contracts';
import {
  IMPORT_LIMITS,
  recapImportPaths,
  recapPaths,
  type ChangeImportArticle,
  type ImportArticle,
  type Recap,
  type RecapImport,
  type RecapOrigins,
  type SaveRecap,
} from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import sharp from 'sharp';
import { ImportApp } from './testing/import-app';

const picture = (colour: string) =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

const utf8 = (text: string) => new TextEncoder().encode(text);
const codes = (article: ImportArticle | undefined) => (article?.notes ?? []).map(({ code }) => code).sort();
const changeOf = (
  { version, title, language, sessionIds, translationOf, isChosen }: ImportArticle,
  change: Partial<ChangeImportArticle> = {},
) => ({
  ...{ version, title, language, sessionIds, translationOf, isChosen },
  ...change,
});

/** Posts of texts of their own, `count` of them. */
function posts(count: number, name: string): Uint8Array {
  const items = Array.from({ length: count }, (_, at) =>
    anItem({
      id: 1000 + at,
      title: `${name} number ${at}`,
      slug: `${name}-${at}`,
      content: `<p>${name} text ${at}</p>`,
    }).replaceAll('old.example', `${name}.example`),
  );
  return utf8(aWordpressExport(items.join('\n')));
}

describe('an import of recaps', () => {
  const clock = new FixedClock('2026-10-20T08:00:00Z');
  let app: ImportApp;
  let archive: Uint8Array;
  beforeAll(async () => {
    app = await ImportApp.openAt(clock);
    archive = aWordpressArchive({
      '2020/05/pipe.jpg': await picture('#336699'),
      '2020/05/lead.jpg': await picture('#993333'),
    });
    await app.query(
      `WITH made AS (INSERT INTO categories (slug) VALUES ('water') RETURNING id)
       INSERT INTO category_translations (category_id, language, name) SELECT id, 'en', 'Water' FROM made`,
    );
  });
  afterAll(() => app.close());

  const recapOf = async (articles: readonly ImportArticle[], at: number): Promise<Recap> =>
    app.answer('get', apiPaths.recap(articles[at]?.recapId ?? ''));
  const saveOf = (recap: Recap): SaveRecap => {
    const {
      version,
      seriesId,
      sessionIds,
      categoryIds,
      regionIds,
      byline,
      leadMediaId,
      gallery,
      publishedOn,
      translations,
    } = recap;
    return {
      version,
      seriesId,
      sessionIds,
      categoryIds,
      regionIds,
      byline,
      leadMediaId,
      gallery,
      publishedOn,
      translations,
    };
  };

  describe('of WordPress with its pictures', () => {
    let series: string;
    let session: string;
    let read: RecapImport;
    let done: RecapImport;

    it('is looked at first, and nothing of it is written', async () => {
      series = await app.aSeries('water-series');
      session = await app.aSession(series, 'Water in cities', '2020-05-10');
      read = await app.read(series, archive);
      expect(read).toMatchObject({
        state: 'ready',
        kind: 'wordpress',
        articles: 4,
        chosen: 2,
        blocked: 0,
        recaps: 0,
        fileName: 'export.zip',
      });
      expect(read.pictures).toMatchObject({ all: 2, inFile: 2 });
      const articles = await app.articles(read.id);
      expect(articles[0]).toMatchObject({
        title: 'Water in cities & towns',
        language: 'en',
        categories: ['Water'],
        sessionIds: [session],
        publishedOn: '2020-05-12',
      });
      expect(articles[1]).toMatchObject({ language: 'de', translationOf: articles[0]?.id });
      expect(await app.count('recaps')).toBe(0);
      expect(await app.count('media')).toBe(0);
    });

    it('becomes drafts, one for a text and its translation, with pictures in their places', async () => {
      done = await app.imported(read, { keepsDates: true });
      expect(done).toMatchObject({
        state: 'done',
        recaps: 1,
        written: 2,
        pictures: { all: 2, done: 2, failed: 0 },
      });
      const articles = await app.articles(read.id);
      const recap = await recapOf(articles, 0);
      expect(recap).toMatchObject({
        state: 'draft',
        byline: 'Sample Author',
        sessionIds: [session],
        publishedOn: '2020-05-12',
      });
      expect(recap.translations.en?.slug).toBe('water-in-cities');
      expect(recap.translations.de?.title).toBe('Wasser in Städten');
      expect(recap.translations.en?.body.content.map(({ type }) => type)).toEqual([
        'paragraph',
        'heading',
        'picture',
        'bulletList',
        'video',
      ]);
      expect(JSON.stringify(recap.translations.en?.body)).toContain('"/de/recaps/wasser-in-staedten"');
      expect(codes(articles[0])).toContain('links-imported');
      const media = await app.answer<Media>(
        'get',
        apiPaths.oneMedia(recap.translations.en?.body.content[2]?.attrs?.mediaId ?? ''),
      );
      expect(media).toMatchObject({
        credit: { photographer: 'Sample Photographer', agency: 'Sample Agency' },
        rights: { consent: 'open' },
        translations: { en: { alt: 'A pipe', caption: 'The pipe of Lviv.' } },
        fileName: 'pipe.jpg',
      });
      const lead = await app.answer<Media>('get', apiPaths.oneMedia(recap.leadMediaId ?? ''));
      expect(lead.fileName).toBe('lead.jpg');
      expect(await app.answer<RecapOrigins>('get', recapImportPaths.origins(recap.id))).toMatchObject({
        origins: [
          { language: 'de' },
          {
            language: 'en',
            address: 'https://old.example/2020/05/water-in-cities/',
            publishedOn: '2020-05-12',
          },
        ],
      });
    });

    it('brings nothing twice, whatever file it comes in', async () => {
      const again = await app.read(series, archive);
      expect(again).toMatchObject({ chosen: 0 });
      expect(codes((await app.articles(again.id))[0])).toContain('already-imported');
      expect(
        (
          await app.problem('post', recapImportPaths.run(again.id), {
            version: again.version,
            fetchesPictures: false,
            keepsDates: false,
          })
        ).code,
      ).toBe('import.empty');
      const overlap = await app.read(
        series,
        utf8(
          aWordpressExport(
            anItem({ id: 1, title: 'Renamed', content: '<p>Other</p>' }) +
              anItem({ id: 77, title: 'New one', content: '<p>New</p>' }),
          ),
        ),
      );
      expect(overlap).toMatchObject({ articles: 2, chosen: 1 });
    });

    it('is undone while nobody has worked on it, with the pictures it brought, and can come again', async () => {
      const undone = await app.undo(done);
      expect(undone).toMatchObject({ state: 'undone', recaps: 0, kept: [] });
      expect(await app.count('recaps')).toBe(0);
      expect(await app.count('media')).toBe(0);
      expect(
        (await app.problem('post', recapImportPaths.undo(done.id), { version: undone.version })).code,
      ).toBe('import.wrong-state');
      expect(await app.read(series, archive)).toMatchObject({ chosen: 2, blocked: 0 });
    });
  });

  it('keeps the drafts that somebody has worked on when it is undone, and names them', async () => {
    const series = await app.aSeries('kept');
    const done = await app.imported(await app.read(series, posts(3, 'kept')));
    const articles = await app.articles(done.id);
    const first = await recapOf(articles, 0);
    await app.answer('put', apiPaths.recap(first.id), { ...saveOf(first), byline: 'Somebody else' });
    await app.query(
      `INSERT INTO recap_comments (recap_id, language, quote, text) VALUES ($1, 'en', 'text', 'Look')`,
      [articles[1]?.recapId],
    );
    const undone = await app.undo(done);
    expect(undone.kept.map(({ title }) => title)).toEqual(['kept number 0', 'kept number 1']);
    expect(undone.recaps).toBe(2);
  });

  it('is changed before it is run: language, title, sessions, what belongs together; an old version is refused', async () => {
    const series = await app.aSeries('changed');
    const session = await app.aSession(series, 'Something', '2020-06-01');
    const elsewhere = await app.aSession(await app.aSeries('elsewhere'), 'Other', '2020-06-01');
    const read = await app.read(series, utf8(A_JSON_FEED));
    const [one, two] = await app.articles(read.id);
    if (!one || !two) throw new Error('Two were sent.');
    expect(codes(two)).toEqual(['language-unknown', 'no-date', 'no-title']);
    const path = recapImportPaths.article(read.id, two.id);
    await app
      .call(
        'put',
        path,
        changeOf(two, { language: 'de', title: 'Zwei', translationOf: one.id, isChosen: true }),
      )
      .expect(204);
    expect((await app.problem('put', path, changeOf(two))).code).toBe('version.outdated');
    expect(
      (
        await app.problem(
          'put',
          recapImportPaths.article(read.id, one.id),
          changeOf(one, { sessionIds: [elsewhere] }),
        )
      ).fields,
    ).toMatchObject([{ path: 'sessionIds' }]);
    await app
      .call('put', recapImportPaths.article(read.id, one.id), changeOf(one, { sessionIds: [session] }))
      .expect(204);
    const inGerman = await app.answer<RecapImport>('put', recapImportPaths.articles(read.id), {
      version: read.version,
      language: 'de',
      isChosen: null,
    });
    expect(inGerman).toMatchObject({ chosen: 2, blocked: 2 });
    expect(
      (
        await app.problem('put', recapImportPaths.articles(read.id), {
          version: read.version,
          isChosen: true,
        })
      ).code,
    ).toBe('version.outdated');
    expect(codes((await app.articles(read.id))[0])).toEqual(['language-twice']);
    const [again] = await app.articles(read.id);
    if (!again) throw new Error('unreachable');
    await app
      .call('put', recapImportPaths.article(read.id, again.id), changeOf(again, { language: 'en' }))
      .expect(204);
    const done = await app.imported(await app.one(read.id));
    expect(done).toMatchObject({ state: 'done', recaps: 1 });
    const recap = await recapOf(await app.articles(read.id), 0);
    expect(Object.keys(recap.translations).sort()).toEqual(['de', 'en']);
    expect(recap.sessionIds).toEqual([session]);
  });

  it('is all or nothing: a worker that is killed while writing leaves nothing, the next one writes each once', async () => {
    const series = await app.aSeries('killed');
    const read = await app.read(series, posts(5, 'killed'));
    await app.run(read);
    const writer = app.get(RecapWriter);
    const create = writer.create.bind(writer);
    let made = 0;
    writer.create = async (...given) => {
      made += 1;
      if (made === 3) await app.get(Database).query('SELECT pg_terminate_backend(pg_backend_pid())');
      return create(...given);
    };
    const before = await app.count('recaps');
    await app.work();
    expect(await app.one(read.id)).toMatchObject({ state: 'writing', recaps: 0 });
    expect(await app.count('recaps')).toBe(before);
    writer.create = create;
    clock.advance({ minutes: 5 });
    await app.work();
    expect(await app.one(read.id)).toMatchObject({ state: 'done', recaps: 5 });
    expect(await app.count('recaps')).toBe(before + 5);
    await app.work();
    expect(await app.count('recaps')).toBe(before + 5);
  });

  it('gives an import that breaks every worker back to its editor', async () => {
    const read = await app.read(await app.aSeries('broken'), posts(2, 'broken'));
    await app.run(read);
    const writer = app.get(RecapWriter);
    const create = writer.create.bind(writer);
    writer.create = () => Promise.reject(new Error('broken'));
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await app.work();
      clock.advance({ minutes: 5 });
    }
    writer.create = create;
    expect(await app.one(read.id)).toMatchObject({ state: 'ready', refusal: { code: 'interrupted' } });
  });

  it('tells how far it is while nothing of it can be seen yet', async () => {
    const read = await app.read(await app.aSeries('progress'), posts(25, 'progress'));
    await app.run(read);
    const writer = app.get(RecapWriter);
    const create = writer.create.bind(writer);
    const told: number[] = [];
    let made = 0;
    writer.create = async (...given) => {
      made += 1;
      if (made === 15 || made === 25) {
        const [row] = await app.query<{ written: number; recaps: number }>(
          `SELECT i.written, (SELECT count(*)::int FROM recaps WHERE series_id = i.series_id) AS recaps FROM recap_imports i WHERE id = $1`,
          [read.id],
        );
        told.push(row?.written ?? -1, row?.recaps ?? -1);
      }
      return create(...given);
    };
    await app.work();
    writer.create = create;
    expect(told).toEqual([10, 0, 20, 0]);
    expect(await app.one(read.id)).toMatchObject({ written: 25, recaps: 25 });
  });

  it('brings each picture for itself, once, over a worker that is killed; a broken one is told', async () => {
    const series = await app.aSeries('pictures');
    const items = [
      anItem({
        id: 501,
        title: 'With pictures',
        slug: 'with-pictures',
        content: `<p>One</p><img src="/wp-content/uploads/p/a.jpg"><p>Two</p><img src="/wp-content/uploads/p/b.jpg"><img src="/wp-content/uploads/p/c.svg">`,
      }),
      anAttachment(502, 'p/x.jpg'),
    ];
    const contents = aWordpressArchive(
      {
        'p/a.jpg': await picture('#111111'),
        'p/b.jpg': utf8('no picture'),
        'p/c.svg': utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      },
      aWordpressExport(items.join('\n')),
    );
    const read = await app.read(series, contents);
    await app.run(read);
    const writer = app.get(RecapWriter);
    const save = writer.save.bind(writer);
    writer.save = () => Promise.reject(new Error('killed'));
    await app.work();
    expect(await app.one(read.id)).toMatchObject({ state: 'pictures', recaps: 1 });
    writer.save = save;
    clock.advance({ minutes: 5 });
    const before = await app.count('media');
    await app.work();
    expect(await app.one(read.id)).toMatchObject({ state: 'done', pictures: { all: 3, done: 1, failed: 2 } });
    expect(await app.count('media')).toBe(before);
    const articles = await app.articles(read.id);
    const recap = await recapOf(articles, 0);
    expect(recap.translations.en?.body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'picture',
      'paragraph',
    ]);
    expect(articles[0]?.notes.find(({ code }) => code === 'pictures-failed')).toMatchObject({
      count: 2,
      details: [
        'wp-content/uploads/p/b.jpg (media.unsupported)',
        'wp-content/uploads/p/c.svg (media.unsupported)',
      ],
    });
  });

  it('places pictures beside what somebody wrote meanwhile', async () => {
    const series = await app.aSeries('meanwhile');
    const contents = aWordpressArchive(
      { 'm/a.jpg': await picture('#224466') },
      aWordpressExport(
        anItem({
          id: 601,
          title: 'Meanwhile',
          slug: 'meanwhile',
          content: '<p>One</p><img src="/wp-content/uploads/m/a.jpg"><p>Two</p>',
        }),
      ),
    );
    const read = await app.read(series, contents);
    await app.run(read);
    const library = app.get(MediaLibrary);
    const receive = library.receiveImage.bind(library);
    library.receiveImage = async (...given) => {
      const recap = await recapOf(await app.articles(read.id), 0);
      const text = recap.translations.en;
      if (!text) throw new Error('There is no text.');
      const added = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Zero' }] };
      const body = { ...text.body, content: [added, ...text.body.content] };
      await app.answer('put', apiPaths.recap(recap.id), {
        ...saveOf(recap),
        translations: { en: { ...text, body } },
      });
      return receive(...given);
    };
    await app.work();
    library.receiveImage = receive;
    const done = await app.one(read.id);
    expect(done).toMatchObject({ state: 'done' });
    const recap = await recapOf(await app.articles(read.id), 0);
    expect(
      recap.translations.en?.body.content.map(({ type, content }) => content?.[0]?.text ?? type),
    ).toEqual(['Zero', 'One', 'picture', 'Two']);
    expect((await app.undo(done)).kept).toHaveLength(1);
  });

  it('goes on where a part got lost, and is refused beyond what was announced or allowed', async () => {
    const series = await app.aSeries('parts');
    const body = { seriesId: series, fileName: '../../od\u202ed\u0007.xml', byteSize: 10 };
    const begun = await app.answer<RecapImport>('post', recapImportPaths.all, body);
    expect(begun.fileName).toBe('odd.xml');
    expect((await app.part(begun.id, 5, Buffer.from('12345'))).body).toMatchObject({
      code: 'upload.wrong-offset',
      details: { offset: 0 },
    });
    await app.part(begun.id, 0, Buffer.from('12345')).expect(200);
    expect((await app.part(begun.id, 5, Buffer.from('123456'))).body).toMatchObject({
      code: 'request.too-large',
    });
    expect(
      (await app.problem('post', recapImportPaths.all, { ...body, byteSize: 200 * 1024 * 1024 })).fields,
    ).toMatchObject([{ path: 'byteSize', code: 'too-large', limit: IMPORT_LIMITS.bytes }]);
    await app.call('delete', recapImportPaths.one(begun.id)).expect(204);
    expect((await app.problem('get', recapImportPaths.one(begun.id))).code).toBe('import.not-found');
  });

  it('is refused with its reason where nothing can be read in it, and is forgotten after a week', async () => {
    const series = await app.aSeries('refused');
    const cut = await app.read(series, posts(1, 'cut').slice(0, 900), 'cut.xml');
    expect(cut).toMatchObject({ state: 'refused', refusal: { code: 'broken-xml' } });
    expect(cut.refusal?.line).toBeGreaterThan(5);
    expect(await app.read(series, posts(IMPORT_LIMITS.articles + 1, 'many'))).toMatchObject({
      state: 'refused',
      refusal: { code: 'too-many-articles', detail: String(IMPORT_LIMITS.articles + 1) },
    });
    clock.advance({ days: 8 });
    await app.get(ImportWorker).forgetLeft();
    expect((await app.problem('get', recapImportPaths.one(cut.id))).code).toBe('import.not-found');
  });

  it('leads from old addresses to what is published, from nowhere else', async () => {
    const series = await app.aSeries('old-addresses');
    const done = await app.imported(await app.read(series, posts(1, 'moved')));
    const recap = await recapOf(await app.articles(done.id), 0);
    const origins = app.get(Origins);
    expect(await origins.newAddressOf('/2020/05/moved-0/')).toBeNull();
    await app.query(`UPDATE recap_addresses SET published_at = now() WHERE recap_id = $1`, [recap.id]);
    expect(await origins.newAddressOf('/2020/05/moved-0/')).toBe('/en/recaps/moved-0');
    expect(await origins.newAddressOf('/2020/05/moved-0?utm_source=x')).toBe('/en/recaps/moved-0');
    expect(await origins.newAddressOf('/2020/05/other')).toBeNull();
    expect(await origins.newAddressOf('/')).toBeNull();
  });

  it('is for those who write recaps', async () => {
    app.user = await app.as('organiser');
    expect((await app.problem('get', recapImportPaths.all)).code).toBe('auth.forbidden');
    app.user = app.staff;
    expect((await app.answer<RecapImport[]>('get', recapImportPaths.all)).length).toBeGreaterThan(3);
    expect(await app.answer('get', recapPaths.people)).toBeTruthy();
  });
});

describe('an import that asks other hosts', () => {
  it('fetches a feed and its pictures when the editor wants it, and nothing where it may not', async () => {
    const image = await picture('#88aa44');
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const feed = JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          {
            id: 'a-very-telling-name',
            url: `http://127.0.0.1:${port}/1`,
            title: 'Fetched',
            content_html:
              '<p>Text</p><img src="/a.jpg"><img src="/gone.jpg"><img src="http://10.0.0.1/x.jpg">',
          },
        ],
      });
      if (request.url === '/feed') response.end(feed);
      else if (request.url === '/a.jpg') response.end(image);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const app = await ImportApp.openAt(
      new FixedClock('2026-10-20T08:00:00Z'),
      (address, asked) => address === '127.0.0.1' && asked === port,
    );
    const series = await app.aSeries('fetched');
    const { id } = await app.answer<RecapImport>('post', recapImportPaths.feed, {
      seriesId: series,
      address: `http://127.0.0.1:${port}/feed`,
    });
    await app.work();
    const done = await app.imported(await app.one(id), { fetchesPictures: true });
    expect(done).toMatchObject({ state: 'done', recaps: 1, pictures: { all: 3, done: 1, failed: 2 } });
    const { items } = await app.answer<Page<ImportArticle>>('get', recapImportPaths.articles(id));
    expect(items[0]?.notes.find(({ code }) => code === 'pictures-failed')?.details).toEqual([
      `http://127.0.0.1:${port}/gone.jpg (unreachable)`,
      'http://10.0.0.1/x.jpg (address-not-allowed)',
    ]);
    const refused = await app.answer<RecapImport>('post', recapImportPaths.feed, {
      seriesId: series,
      address: 'http://192.168.0.1/feed',
    });
    await app.work();
    expect(await app.one(refused.id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'address-not-allowed' },
    });
    server.close();
    await app.close();
  });
});
