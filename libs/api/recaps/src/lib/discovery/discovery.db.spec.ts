import { Readable } from 'node:stream';
import { apiPaths, publicPaths } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { aSaveRecap, FixedClock } from '@reihe/shared-testing';
import { parseSitemap } from 'sitemap';
import { aText, RecapsApp, saveRecapOf } from '../testing/recaps-app';

describe('being found', () => {
  let app: RecapsApp;
  let published: Recap;

  const get = async (path: string, type: string) => {
    const { text, headers } = await app.http('get', path).expect(200);
    expect(headers['content-type']).toBe(type);
    return text;
  };
  const feed = (language: 'en' | 'de') =>
    get(publicPaths.recapFeed(language), 'application/atom+xml; charset=utf-8');
  const entries = async () =>
    parseSitemap(Readable.from([await get('/sitemap.xml', 'application/xml; charset=utf-8')]));

  beforeAll(async () => {
    app = await RecapsApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    const seriesId = await app.aSeries('water');
    const sessionId = await app.aSession(seriesId, 'pipes');
    await app.aSession(seriesId, 'hidden-session', { state: 'draft' });
    await app.aSession(await app.aSeries('hidden-series', { state: 'draft' }), 'of-hidden-series');
    const leadMediaId = await app.anImage({ photographer: 'A & B', licence: 'CC BY 4.0' });
    const body = aSaveRecap({
      seriesId,
      sessionIds: [sessionId],
      byline: 'Team <one>',
      leadMediaId,
      publishedOn: '2026-10-20',
      translations: {
        en: aText({ slug: 'pipes-and-leaks', title: 'Pipes & <leaks> ]]> end', lead: 'A lead.' }),
        de: aText({ slug: 'rohre', title: 'Rohre' }),
      },
    });
    published = await app.publish(await app.answer<Recap>('post', apiPaths.recaps, body));
    await app.publish(
      await app.answer<Recap>('post', apiPaths.recaps, {
        ...body,
        translations: { en: aText({ slug: 'english-only', title: 'English only' }) },
      }),
    );
    await app.answer('post', apiPaths.recaps, {
      ...body,
      translations: { en: aText({ slug: 'a-draft', title: 'A draft' }) },
    });
    app.user = undefined;
  });
  afterAll(() => app.close());

  it('offers an Atom feed per language, with what is written in it alone', async () => {
    const german = await feed('de');
    expect(german.match(/<entry>/g)).toHaveLength(1);
    expect(german).toContain('<feed xml:lang="de" xmlns="http://www.w3.org/2005/Atom">');
    expect(german).toContain('href="https://reihe.example/de/recaps/rohre"');
    expect(german).toContain('rel="self" href="https://reihe.example/feeds/recaps.de.xml"');
    const english = await feed('en');
    expect(english.match(/<entry>/g)).toHaveLength(2);
    expect(english).not.toContain('A draft');
    expect(english).toContain('<published>2026-10-20T00:00:00.000Z</published>');
  });

  it('writes titles and names so that they stay words', async () => {
    const english = await feed('en');
    expect(english).toContain('<![CDATA[Pipes &amp; &lt;leaks&gt; ]]&gt; end]]>');
    expect(english).toContain('<name>Team &lt;one&gt;</name>');
  });

  it('shows the image with its credit', async () => {
    expect(await feed('en')).toMatch(
      /<img src="https:\/\/reihe\.example\/media\/[0-9a-f-]+\/960\.jpeg" alt="A pipe"><figcaption>Image: A &amp; B \| Sample Agency, CC BY 4\.0</,
    );
  });

  it('keeps the name of an entry when its address changes', async () => {
    const id = `<id>urn:uuid:${published.id}</id>`;
    expect(await feed('de')).toContain(id);
    app.user = app.staff;
    const saved = await app.answer<Recap>(
      'put',
      apiPaths.recap(published.id),
      saveRecapOf(published, {
        translations: { ...published.translations, de: aText({ slug: 'rohre-neu', title: 'Rohre' }) },
      }),
    );
    published = await app.answer('post', apiPaths.publishRecap(saved.id), { version: saved.version });
    app.user = undefined;
    const after = await feed('de');
    expect(after).toContain(id);
    expect(after).toContain('/de/recaps/rohre-neu');
  });

  it('may be kept for ten minutes', async () => {
    const { headers } = await app.http('get', publicPaths.recapFeed('en'));
    expect(headers['cache-control']).toBe('public, max-age=600');
  });

  it('has no feed in a language that is not there', async () => {
    const { headers } = await app.http('get', '/feeds/recaps.xx.xml').expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(headers['cache-control']).toBeUndefined();
  });

  it('maps every public page with its twins in other languages, and nothing else', async () => {
    const items = await entries();
    const paths = items.map(({ url }) => url.replace('https://reihe.example', ''));
    expect(paths.sort()).toEqual(
      [
        ...['/en', '/de', '/en/recaps', '/de/recaps'],
        ...['/en/series/water', '/de/series/water', '/en/sessions/pipes', '/de/sessions/pipes'],
        ...['/en/recaps/pipes-and-leaks', '/de/recaps/rohre-neu', '/en/recaps/english-only'],
      ].sort(),
    );
    const recap = items.find(({ url }) => url.endsWith('/rohre-neu'));
    expect(recap?.lastmod).toBeDefined();
    expect(recap?.links).toEqual([
      { lang: 'en', url: 'https://reihe.example/en/recaps/pipes-and-leaks' },
      { lang: 'de', url: 'https://reihe.example/de/recaps/rohre-neu' },
      { lang: 'x-default', url: 'https://reihe.example/en/recaps/pipes-and-leaks' },
    ]);
  });

  it('names the map to robots and keeps them from personal addresses', async () => {
    const robots = await get('/robots.txt', 'text/plain; charset=utf-8');
    expect(robots.split('\n')).toEqual(
      expect.arrayContaining([
        'Disallow: /admin',
        'Disallow: /de/register/manage/',
        'Sitemap: https://reihe.example/sitemap.xml',
      ]),
    );
  });
});
