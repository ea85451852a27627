import { Readable } from 'node:stream';
import { LANGUAGES } from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import { parseSitemap } from 'sitemap';
import { aText, ReadingApp } from '../testing/reading-app';

describe('being found by search engines', () => {
  let app: ReadingApp;

  const get = async (path: string, type: string) => {
    const { text, headers } = await app.http('get', path).expect(200);
    expect(headers['content-type']).toBe(type);
    return text;
  };
  const entries = async () =>
    parseSitemap(Readable.from([await get('/sitemap.xml', 'application/xml; charset=utf-8')]));

  beforeAll(async () => {
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    const seriesId = await app.aSeries('water');
    const sessionIds = [await app.aSession(seriesId, 'pipes')];
    await app.aSession(seriesId, 'hidden-session', { state: 'draft' });
    await app.aSession(await app.aSeries('hidden-series', { state: 'draft' }), 'of-hidden-series');
    const both = { seriesId, sessionIds };
    const english = aText({ slug: 'pipes-and-leaks', title: 'Pipes' });
    const id = await app.publish({ ...both, translations: { en: english, de: aText({ slug: 'rohre' }) } });
    await app.publish({ ...both, translations: { en: english, de: aText({ slug: 'rohre-neu' }) } }, id);
    await app.publish({ ...both, translations: { en: aText({ slug: 'english-only' }) } });
    await app.archive(await app.publish({ ...both, translations: { en: aText({ slug: 'archived' }) } }));
  });
  afterAll(() => app.close());

  it('maps every public page with its twins in other languages, and nothing else', async () => {
    const items = await entries();
    const paths = items.map(({ url }) => url.replace('https://reihe.example', ''));
    expect(paths.sort()).toEqual(
      [
        ...LANGUAGES.flatMap((language) => [
          ...['', '/recaps', '/figures', '/figures/all'].map((page) => `/${language}${page}`),
        ]),
        ...['/en/series/water/figures', '/de/series/water/figures'],
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
