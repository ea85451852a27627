import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DynamicModule } from '@nestjs/common';
import { Config } from '@reihe/api-platform';
import { REACHABLE, type Reachable } from '@reihe/api-recap-sources';
import { LINKS_AT_ONCE, linkChecksPath, type LinkFinding } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DeskWorld } from '../testing/desk-world';

/** Only what the spec serves itself may be asked. */
function reaching(reachable: Reachable): DynamicModule {
  return {
    module: class Surroundings {},
    global: true,
    providers: [{ provide: REACHABLE, useValue: reachable }],
    exports: [REACHABLE],
  };
}

describe('links of a recap', () => {
  let desk: DeskWorld;
  let host: Server;
  let port = 0;
  const asked: string[] = [];

  const check = (hrefs: string[], asksOthers = false) =>
    desk.answer<LinkFinding[]>('post', linkChecksPath, { hrefs, asksOthers });
  const states = async (hrefs: string[], asksOthers = false) =>
    (await check(hrefs, asksOthers)).map(({ state, status }) =>
      status === null ? state : `${state} ${status}`,
    );
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const query = (sql: string, values: unknown[] = []) => desk.database.dataSource.query(sql, values);

  beforeAll(async () => {
    host = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/silent') return;
      const status = Number(/^\/(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
      response.writeHead(status, status === 302 ? { Location: '/404' } : {}).end();
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    port = (host.address() as AddressInfo).port;
    desk = await DeskWorld.openAt(new FixedClock('2026-11-29T08:00:00Z'), [
      reaching((address, wanted) => address === '127.0.0.1' && wanted === port),
    ]);
    const seriesId = await desk.aSeries();
    await desk.aSession(seriesId, '2026-10-01');
    await desk.aSession(seriesId, '2026-10-02', 'draft');
    const recap = await desk.aRecap(seriesId, [], { state: 'published' });
    const draft = await desk.aRecap(seriesId, []);
    await query(
      `INSERT INTO recap_addresses (recap_id, language, slug, published_at, is_current)
       VALUES ($1, 'en', 'leaks', now(), true), ($1, 'en', 'old-leaks', now(), false), ($2, 'en', 'unread', NULL, true)`,
      [recap, draft],
    );
    const hidden = await desk.insert(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('hidden-series', 'draft', '2026-03-01', '2026-12-15', 'en', $1)`,
      ['UTC'],
    );
    await desk.aSession(hidden, '2026-10-03');
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(async () => {
    await desk.close();
    host.closeAllConnections();
    host.close();
  });

  it('to pages of this site are told from the records, in whatever language and with its name in front', async () => {
    const [series, session, draft, hidden] = await Promise.all(
      [
        `SELECT slug FROM series WHERE state = 'published'`,
        `SELECT s.slug FROM sessions s WHERE s.state = 'held' ORDER BY s.starts_at LIMIT 1`,
        `SELECT slug FROM sessions WHERE state = 'draft'`,
        `SELECT s.slug FROM sessions s ORDER BY s.starts_at DESC LIMIT 1`,
      ].map(async (sql) => ((await query(sql)) as { slug: string }[])[0]?.slug ?? ''),
    );
    const there = [
      `/en/series/${series}`,
      `/fr/sessions/${session}#agenda`,
      '/de/recaps/leaks',
      '/en/recaps/old-leaks',
      'https://reihe.example/en/recaps/leaks',
    ];
    expect(await states(there)).toEqual(there.map(() => 'good'));
    const gone = [
      `/en/sessions/${draft}`,
      `/en/sessions/${hidden}`,
      '/en/series/hidden-series',
      '/en/recaps/unread',
      '/en/recaps/never',
      'https://reihe.example/en/series/never',
    ];
    expect(await states(gone)).toEqual(gone.map(() => 'missing'));
  });

  it('to other hosts are asked where that is wanted, and told by what they answer', async () => {
    const paths = ['/', '/404', '/410', '/500', '/403', '/302'];
    expect(await states(paths.map(at), true)).toEqual([
      ...['good 200', 'dead 404', 'dead 410', 'failing 500', 'untold 403', 'dead 404'],
    ]);
    asked.length = 0;
    expect(await states(paths.map(at))).toEqual(paths.map(() => 'not-asked'));
    expect(asked).toEqual([]);
  });

  it('that answer nothing are given ten seconds, all at once', async () => {
    const began = performance.now();
    const links = Array.from({ length: LINKS_AT_ONCE }, (_, one) => (one === 0 ? at('/') : at('/silent')));
    expect(await states(links, true)).toEqual(links.map((_, one) => (one === 0 ? 'good 200' : 'silent')));
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);

  it('to what nobody on the public net has are never asked', async () => {
    const links = [
      'http://169.254.169.254/latest',
      'http://localhost/',
      'http://10.0.0.1/',
      'mailto:a@example.org',
      '/en',
    ];
    expect(await states(links, true)).toEqual(links.map(() => 'not-asked'));
  });

  it('are asked of no host where the server may ask none', async () => {
    const config = desk.get(Config) as { mayFetch: boolean };
    config.mayFetch = false;
    try {
      expect(await states([at('/'), '/en/recaps/never'], true)).toEqual(['not-asked', 'missing']);
      expect(asked).toEqual([]);
    } finally {
      config.mayFetch = true;
    }
  });

  it('are checked a few at a time, for who writes recaps', async () => {
    const many = Array.from({ length: LINKS_AT_ONCE + 1 }, () => '/en');
    expect(await desk.problem('post', linkChecksPath, { hrefs: many, asksOthers: false })).toMatchObject({
      status: 400,
      fields: [{ path: 'hrefs', code: 'too-long' }],
    });
    for (const hrefs of [[7], [['/en']], [{ href: '/en' }], ['javascript:alert(1)'], ['file:///etc/hosts']])
      expect(await desk.problem('post', linkChecksPath, { hrefs, asksOthers: true })).toMatchObject({
        status: 400,
      });
    desk.user = await desk.as('organiser');
    try {
      const problem = await desk.problem('post', linkChecksPath, { hrefs: ['/en'], asksOthers: false });
      expect(problem.code).toBe('auth.forbidden');
    } finally {
      desk.user = desk.staff;
    }
  });
});
