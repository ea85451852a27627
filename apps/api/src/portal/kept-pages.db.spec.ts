import { AuditTrail, Notices } from '@reihe/api-platform';
import { API_BASE, apiPaths, type RecapPageAnswer, type StatedCount } from '@reihe/shared-contracts';
import { type Recap } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import express from 'express';
import request from 'supertest';
import { ReferenceApp } from '../reference-series/testing/reference-app';
import { page } from './front-ends';
import { KeptPages } from './kept-pages';
import type { PortalPages, RenderedPage } from './portal-pages';

const SLUG = 'lessons-learned-in-the-coronavirus-crisis';
const PATH = `/en/recaps/${SLUG}`;
/** What is published is seen on every node within so long. */
const SEEN_WITHIN_MS = 5_000;

/** A process that serves pages: they are rendered, as the portal does it, from one answer of its API. */
class Node {
  renders = 0;
  /** Renderings that have their data. */
  reads = 0;
  /** What they wait for then. */
  doors: Promise<unknown> = Promise.resolve();
  isBusy = false;
  readonly kept: KeptPages;
  private readonly front = express();

  constructor(
    readonly app: ReferenceApp,
    clock: FixedClock,
  ) {
    const portal = { isBusyFor: () => this.isBusy, respond: (path: string) => this.render(path) };
    this.kept = new KeptPages(portal as unknown as PortalPages, app.get(Notices), clock);
    this.front.use((asked, response, next) => void page(this.kept, asked, response).catch(next));
  }

  get(path = PATH) {
    return request(this.front).get(path);
  }

  async text(path = PATH): Promise<string> {
    return (await this.get(path)).text;
  }

  /** Once it hears what others tell, and keeps a page. */
  async warmUp(): Promise<void> {
    await this.until(async () => {
      await this.get();
      const { renders } = this;
      await this.get();
      return this.renders === renders;
    });
  }

  async until(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + SEEN_WITHIN_MS;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error('It did not come to that in time.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async render(path: string): Promise<RenderedPage> {
    this.renders += 1;
    const [, language = '', , slug = ''] = path.split('/');
    const read = await this.app.http('get', `${API_BASE}${apiPaths.recapPage(slug)}?lang=${language}`);
    this.reads += 1;
    await this.doors;
    const answer = read.body as RecapPageAnswer;
    const status = read.status !== 200 ? read.status : answer.kind === 'page' ? 200 : 301;
    return {
      status,
      headers: [['content-type', 'text/html; charset=utf-8']],
      body: new TextEncoder().encode(read.text),
    };
  }
}

describe('the page of a recap', () => {
  const clock = new FixedClock('2026-11-29T08:00:00Z');
  let here: Node;
  let there: Node;
  let recap: Recap;
  let closing: string;

  const nodes = () => [here, there];
  /** Both have kept the page; after the change both show it, without anybody's doing. */
  const isSeenAfter = async (words: string, change: () => Promise<unknown>) => {
    for (const node of nodes()) {
      await node.warmUp();
      expect(await node.text()).not.toContain(words);
    }
    await change();
    for (const node of nodes()) await node.until(async () => (await node.text()).includes(words));
  };
  const publishWith = async (lead: string) => {
    const now = await here.app.answer<Recap>('get', apiPaths.recap(recap.id));
    const { version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery } = now;
    const { de, en } = now.translations;
    const saved = await here.app.answer<Recap>('put', apiPaths.recap(recap.id), {
      ...{ version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery },
      ...{ publishedOn: now.publishedOn, translations: { de, en: { ...en, lead } } },
    });
    await here.app.answer('post', apiPaths.publishRecap(recap.id), { version: saved.version, note: {} });
  };

  beforeAll(async () => {
    const app = await ReferenceApp.openAt(clock);
    here = new Node(app, clock);
    there = new Node(await ReferenceApp.openAt(clock, app), clock);
    closing = await app.idOf('sessions', 'lessons-learned-2020-12-09');
    const [row] = await app.query<{ id: string }>(
      `SELECT recap_id AS id FROM recap_addresses WHERE slug = $1`,
      [SLUG],
    );
    recap = await app.answer<Recap>('get', apiPaths.recap(row?.id ?? ''));
  }, 120_000);
  afterAll(async () => {
    for (const node of nodes()) node.kept.onModuleDestroy();
    await there.app.close();
    await here.app.close();
  });

  it('costs one statement, and nothing from the second reader on, whoever that is', async () => {
    await here.warmUp();
    const [german] = await here.app.query<{ slug: string }>(
      `SELECT slug FROM recap_addresses WHERE recap_id = $1 AND language = 'de'`,
      [recap.id],
    );
    const path = `/de/recaps/${german?.slug}`;
    expect(await here.app.statementsOf(() => here.get(path).expect(200))).toHaveLength(1);
    const { renders } = here;
    const again = await here.app.statementsOf(async () => {
      const [first, second] = await Promise.all([
        here.get(path).expect(200),
        here.get(path).set('Accept-Language', 'fr').expect(200),
      ]);
      expect(second.text).toBe(first.text);
      const { etag = '' } = first.headers as Record<string, string>;
      await here.get(path).set('If-None-Match', etag).expect(304);
    });
    expect(again).toEqual([]);
    expect(here.renders).toBe(renders);
  });

  it('is rendered once for all who ask while it is', async () => {
    await here.warmUp();
    clock.advance({ minutes: 2 });
    const { renders } = here;
    const read = await here.app.statementsOf(() => Promise.all(Array.from({ length: 20 }, () => here.get())));
    expect(here.renders - renders).toBe(1);
    expect(read).toHaveLength(1);
  });

  it('shows a correction on every node within seconds of its publishing', async () => {
    await isSeenAfter('Corrected since.', () => publishWith('Corrected since.'));
  });

  it('follows numbers that an organiser states, and titles that they change', async () => {
    await isSeenAfter('"value":4711', () =>
      here.app.by(here.app.organiser, () =>
        here.app.answer<StatedCount>('post', apiPaths.sessionCounts(closing), {
          ...{ measure: 'attended', value: 4711, isAtLeast: false, source: 'Connective Cities' },
        }),
      ),
    );
    await isSeenAfter('Another closing', () =>
      here.app.database.dataSource.transaction(async (store) => {
        await store.query(
          `UPDATE session_translations SET title = 'Another closing' WHERE session_id = $1 AND language = 'en'`,
          [closing],
        );
        await store.query(
          `INSERT INTO audit_entries (actor_kind, actor_id, action, subject, subject_id)
           VALUES ('staff', $2, 'session.save', 'session', $1)`,
          [closing, here.app.staff.id],
        );
      }),
    );
  });

  it('follows people who register, of whom it is told after the commit', async () => {
    const people = Array.from({ length: 41 }, (_, one) => `person-${one}@example.org`);
    await isSeenAfter('"value":41', async () => {
      await here.app.attend(
        closing,
        people.map((email) => ({ email, city: 'Lviv', country: 'UA' })),
      );
      const [registration] = await here.app.query<{ id: string }>(
        `SELECT id FROM registrations WHERE session_id = $1 LIMIT 1`,
        [closing],
      );
      await here.app.get(AuditTrail).record({
        actor: { kind: 'participant', id: here.app.staff.id },
        ...{ action: 'registration.confirm', subject: 'registration', subjectId: registration?.id ?? '' },
      });
    });
  });

  it('is not kept as it was where it changed while it was rendered', async () => {
    await here.warmUp();
    clock.advance({ minutes: 2 });
    let open: () => void = () => undefined;
    here.doors = new Promise<void>((resolve) => (open = resolve));
    const { reads } = here;
    const early = here.text();
    await here.until(() => Promise.resolve(here.reads > reads));
    here.doors = Promise.resolve();
    await publishWith('Written meanwhile.');
    await there.until(async () => (await there.text()).includes('Written meanwhile.'));
    open();
    expect(await early).not.toContain('Written meanwhile.');
    await here.until(async () => (await here.text()).includes('Written meanwhile.'));
  });

  it('is rendered for each reader while nothing would be heard, and kept again after', async () => {
    await here.warmUp();
    await here.app.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'reihe notices' AND datname = current_database()`,
    );
    await here.until(() => Promise.resolve(!here.app.get(Notices).isOnTheLine));
    await publishWith('Nobody was told.');
    expect(await here.text()).toContain('Nobody was told.');
    await here.warmUp();
  });

  it('is no older than a minute, whatever nobody tells of', async () => {
    await here.warmUp();
    const { renders } = here;
    clock.advance({ minutes: 1 });
    await here.get().expect(200);
    expect(here.renders).toBe(renders + 1);
  });

  it('is still read while no other page can be rendered in time', async () => {
    await here.warmUp();
    here.isBusy = true;
    try {
      await here.get().expect(200);
      await here.get('/en/recaps/another').expect(503);
      await here.get(`${PATH}?utm_source=letter`).expect(503);
    } finally {
      here.isBusy = false;
    }
  });

  it('is not kept where there is none, nor with a question behind it', async () => {
    for (const path of ['/en/recaps/nothing-here', `${PATH}?utm_source=letter`]) {
      const { renders } = here;
      const { status } = await here.get(path);
      await here.get(path).expect(status);
      expect(here.renders).toBe(renders + 2);
    }
  });

  it('is gone from every node with its series', async () => {
    for (const node of nodes()) await node.warmUp();
    await here.app.database.dataSource.query(
      `WITH hidden AS (UPDATE series SET state = 'draft' WHERE id = $1 RETURNING id)
       INSERT INTO audit_entries (actor_kind, actor_id, action, subject, subject_id)
       SELECT 'staff', $2, 'series.save', 'series', id FROM hidden`,
      [recap.seriesId, here.app.staff.id],
    );
    for (const node of nodes()) await node.until(async () => (await node.get()).status === 404);
  });
});
