import { publicPaths, recapFeedPath } from '@reihe/shared-contracts';
import { FixedClock } from '@reihe/shared-testing';
import { aText, ReadingApp } from './testing/reading-app';

const clock = new FixedClock('2026-11-01T08:00:00Z');
/** Within so many seconds a recap that was published must be seen everywhere, whatever cache stands between. */
const SEEN_WITHIN = 5;

describe('a recap that was just published', () => {
  let node: ReadingApp;
  let other: ReadingApp;
  let seriesId: string;

  const lists = [
    '/api/v1/pages/recaps',
    '/api/v1/pages/recaps?q=fresh',
    recapFeedPath('en', 'xml'),
    recapFeedPath('en', 'rss'),
    recapFeedPath('en', 'json'),
    recapFeedPath('en', 'xml', { kind: 'series', slug: 'water' }),
    '/sitemap.xml',
  ];

  beforeAll(async () => {
    node = await ReadingApp.openAt(clock);
    other = await ReadingApp.openAt(clock, node);
    seriesId = await node.aSeries('water');
  });
  afterAll(async () => {
    await other.close();
    await node.close();
  });

  it.each(lists)('is at once on every node, also where it was asked for before: %s', async (path) => {
    const slug = `fresh-${lists.indexOf(path)}`;
    const asked = await Promise.all([node, other].map((app) => app.http('get', path).buffer(true)));
    for (const { text } of asked) expect(text).not.toContain(slug);
    const id = await node.publish({ seriesId, translations: { en: aText({ slug, title: 'Fresh' }) } });
    for (const [at, app] of [node, other].entries()) {
      const { etag = '' } = asked[at]?.headers as Record<string, string>;
      const again = await app.http('get', path).set('If-None-Match', etag).buffer(true).expect(200);
      expect(again.text ?? String(again.body)).toContain(slug);
    }
    await other.archive(id);
    for (const app of [node, other]) expect((await app.http('get', path)).text).not.toContain(slug);
  });

  it('is read at once on every node, and its correction too', async () => {
    const recap = (title: string) => ({ seriesId, translations: { en: aText({ slug: 'read', title }) } });
    const id = await node.publish(recap('First'));
    expect((await other.recap('read')).title).toBe('First');
    await other.publish(recap('Second'), id);
    expect((await node.recap('read')).title).toBe('Second');
  });

  it('waits in no cache on the way for longer than is promised', async () => {
    for (const path of [...lists, '/api/v1/pages/recaps/read', publicPaths.recapFeed('de')]) {
      const { headers } = await node.http('get', path).expect(200);
      const seconds = /max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1] ?? 0;
      expect([path, Number(seconds) < SEEN_WITHIN]).toEqual([path, true]);
      expect(headers['expires']).toBeUndefined();
    }
  });
});
