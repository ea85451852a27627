import { aCategory } from '@reihe/api-sample-records';
import {
  FEED_FORMATS,
  FEED_TYPES,
  type FeedFormat,
  type FeedOf,
  recapFeedPath,
} from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import { aText, ReadingApp } from '../testing/reading-app';
import { feedProblems } from '../testing/feed-rules';

const SITE = 'https://reihe.example';

describe('feeds of recaps', () => {
  let app: ReadingApp;
  let water: string;
  let pipes: string;
  let first: string;

  const get = (language: 'en' | 'de', format: FeedFormat, of: FeedOf | null = null) =>
    app.http('get', recapFeedPath(language, format, of));
  const text = async (language: 'en' | 'de', format: FeedFormat, of: FeedOf | null = null) =>
    (
      await get(language, format, of)
        .buffer(true)
        .parse((response, done) => asText(response as unknown as NodeJS.ReadableStream, done))
        .expect(200)
    ).body as string;
  const titles = async (of: FeedOf | null, language: 'en' | 'de' = 'en') =>
    (JSON.parse(await text(language, 'json', of)) as { items: { title: string }[] }).items.map(
      ({ title }) => title,
    );

  beforeAll(async () => {
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    water = await app.aSeries('water');
    pipes = await aCategory(app.database.dataSource, 'pipes');
    const leadMediaId = await app.anImage({ photographer: 'A & B', licence: 'CC BY 4.0' });
    first = await app.publish({
      seriesId: water,
      byline: 'Team <one>',
      leadMediaId,
      categoryIds: [pipes],
      translations: {
        en: aText({
          slug: 'pipes-and-leaks',
          title: 'Pipes & <leaks> ]]> end',
          lead: 'A lead <script>alert(1)</script> &amp; "more" \ud83d\udca7',
        }),
        de: aText({ slug: 'rohre', title: 'Rohre' }),
      },
    });
    await app.publish({
      seriesId: water,
      publishedOn: '2026-10-21',
      byline: '',
      translations: { en: aText({ slug: 'english-only', title: 'English only', lead: '' }) },
    });
    await app.publish({
      seriesId: await app.aSeries('heat'),
      publishedOn: '2026-10-22',
      translations: { en: aText({ slug: 'heat', title: 'Heat' }) },
    });
    await app.aSeries('empty');
    await app.publish({
      seriesId: await app.aSeries('hidden', { state: 'draft' }),
      translations: { en: aText({ slug: 'hidden', title: 'Hidden' }) },
    });
  });
  afterAll(() => app.close());

  const OWNERS = [
    null,
    { kind: 'series', slug: 'water' },
    { kind: 'series', slug: 'empty' },
    { kind: 'categories', slug: 'pipes' },
  ] as const satisfies (FeedOf | null)[];
  const every = (['en', 'de'] as const).flatMap((language) =>
    FEED_FORMATS.flatMap((format) => OWNERS.map((of) => ({ language, format, of }))),
  );

  it.each(every)(
    'keep the rules of their validators: $language $format $of.slug',
    async ({ language, format, of }) => {
      const { headers } = await get(language, format, of).expect(200);
      expect(headers['content-type']).toBe(`${FEED_TYPES[format]}; charset=utf-8`);
      const address = SITE + recapFeedPath(language, format, of);
      expect(
        feedProblems(format, await text(language, format, of), { address, language, site: SITE }),
      ).toEqual([]);
    },
  );

  it('stay at the address that readers have always had', async () => {
    const { headers } = await app.http('get', '/feeds/recaps.en.xml').expect(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  });

  it('hold what is written in their language, of their series or category, the latest first', async () => {
    expect(await titles(null)).toEqual(['Heat', 'English only', 'Pipes & <leaks> ]]> end']);
    expect(await titles(null, 'de')).toEqual(['Rohre']);
    expect(await titles({ kind: 'series', slug: 'water' })).toEqual([
      'English only',
      'Pipes & <leaks> ]]> end',
    ]);
    expect(await titles({ kind: 'categories', slug: 'pipes' })).toEqual(['Pipes & <leaks> ]]> end']);
    expect(await titles({ kind: 'series', slug: 'empty' })).toEqual([]);
    expect(await text('de', 'xml', { kind: 'series', slug: 'water' })).toContain('water auf Deutsch');
    expect(await text('de', 'rss', { kind: 'categories', slug: 'pipes' })).toContain('pipes und mehr');
  });

  it('write titles and names so that they stay words', async () => {
    const atom = await text('en', 'xml');
    expect(atom).toContain('<![CDATA[Pipes &amp; &lt;leaks&gt; ]]&gt; end]]>');
    expect(atom).toContain('<name>Team &lt;one&gt;</name>');
    const rss = await text('en', 'rss');
    expect(rss).toContain('<dc:creator>Team &lt;one&gt;</dc:creator>');
    for (const feed of [atom, rss]) expect(feed).not.toContain('<script>');
  });

  it('show the image with its credit', async () => {
    for (const format of FEED_FORMATS)
      expect((await text('en', format)).replaceAll('\\"', '"')).toMatch(
        /<img src="https:\/\/reihe\.example\/media\/[0-9a-f-]+\/960\.jpeg" alt="A pipe"><figcaption>Image: A &amp; B \| Sample Agency, CC BY 4\.0</,
      );
  });

  it('keep the name of an entry when its address changes', async () => {
    await app.publish(
      {
        seriesId: water,
        categoryIds: [pipes],
        translations: {
          de: aText({ slug: 'rohre-neu', title: 'Rohre, neu' }),
          en: aText({ slug: 'pipes-and-leaks' }),
        },
      },
      first,
    );
    for (const format of FEED_FORMATS) {
      const after = await text('de', format);
      expect(after).toContain(`urn:uuid:${first}`);
      expect(after).toContain('/de/recaps/rohre-neu');
    }
  });

  it('answer 304 to who has them already, by tag or by date, and anew once something changed', async () => {
    for (const format of FEED_FORMATS) {
      const { headers } = await get('en', format).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=3');
      const { etag = '', 'last-modified': changed = '' } = headers as Record<string, string>;
      await get('en', format).set('If-None-Match', etag).expect(304);
      await get('en', format).set('If-Modified-Since', changed).expect(304);
      await get('en', format).set('If-Modified-Since', 'Thu, 01 Jan 2026 00:00:00 GMT').expect(200);
      await app.publish({
        seriesId: water,
        publishedOn: '2026-10-30',
        translations: { en: aText({ slug: `new-${format}` }) },
      });
      await get('en', format).set('If-None-Match', etag).expect(200);
    }
  });

  it.each([
    '/feeds/recaps.xx.xml',
    '/feeds/recaps.en.exe',
    '/feeds/series/never-was/recaps.en.xml',
    '/feeds/series/hidden/recaps.en.xml',
    '/feeds/categories/never-was/recaps.en.json',
    `/feeds/series/${encodeURIComponent('<script>\u202e')}/recaps.en.rss`,
  ])('are not there at %s', async (path) => {
    const { headers } = await app.http('get', path).expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(headers['cache-control']).toBeUndefined();
  });
});

/** Supertest reads only what it takes for text as such. */
function asText(response: NodeJS.ReadableStream, done: (error: Error | null, body: string) => void): void {
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (part: string) => (body += part));
  response.on('end', () => done(null, body));
}
