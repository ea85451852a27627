import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@reihe/api-platform';
import express from 'express';
import request from 'supertest';
import { page } from './front-ends';
import { MOST_WAITING, PortalPages } from './portal-pages';

/** Pages that wait do so until the doors open, so that they pile up on a machine of any speed. */
const SLOW_PORTAL = `let open;
const doors = new Promise((done) => (open = done));
const channel = new BroadcastChannel('doors of the portal');
channel.onmessage = () => open();
channel.unref();
export const renderPage = async ({ path }) => {
  if (path.endsWith('/waits')) await doors;
  return { status: 200, headers: [], body: new TextEncoder().encode(path) };
};`;

describe('pages of the portal', () => {
  let portalDir: string;
  let pages: PortalPages;

  beforeAll(async () => {
    portalDir = await mkdtemp(join(tmpdir(), 'reihe-portal-'));
    await mkdir(join(portalDir, 'server'));
    await writeFile(join(portalDir, 'server', 'server.mjs'), SLOW_PORTAL);
    pages = new PortalPages({ portalDir, renderThreads: 1, baseUrl: 'https://reihe.example' } as Config);
  });
  afterAll(async () => {
    await pages.onApplicationShutdown();
    await rm(portalDir, { recursive: true });
  });

  it('leave nothing behind once they are sent', async () => {
    const sent: Uint8Array[] = [];
    const kept = {
      isBusyFor: () => false,
      respond: async (path: string) => {
        const rendered = await pages.respond(path, {});
        if (rendered) sent.push(rendered.body);
        return rendered;
      },
    };
    const app = express();
    app.use((asked, response, next) => void page(kept, asked, response).catch(next));
    expect((await request(app).get('/en/whole').expect(200)).body).toEqual(Buffer.from('/en/whole'));
    await new Promise((done) => setTimeout(done, 50));
    expect(sent.map(({ buffer }) => buffer.byteLength)).toEqual([0]);
  });

  it('are found by links that were cut within a letter, and nobody is sent to another site by one', async () => {
    const app = express();
    app.use((asked, response, next) => void page(pages, asked, response).catch(next));
    const cut = await request(app).get('/en/recaps?q=%ED%A0%80').expect(302);
    expect(cut.headers['location']).toBe('/en/recaps');
    for (const path of ['/en/recaps/%C3', '//other.example/%C3?q=%C3', '/other.example?q=%ED%A0%80'])
      await request(app).get(path).expect(404);
  });

  it('that nobody could wait for are refused at once, in words, while those before are answered', async () => {
    const app = express();
    app.use((asked, response, next) => void page(pages, asked, response).catch(next));
    await request(app).get('/en/first').expect(200);
    const waiting = Array.from({ length: MOST_WAITING + 4 }, () => pages.respond('/en/waits', {}));
    const german = await request(app).get('/de/reihe').expect(503);
    expect(german.text).toContain('sehr viele');
    expect(german.headers['retry-after']).toBe('5');
    // What a form sent is stored already: its page is told how it went.
    const form = pages.render('/en/form');
    const doors = new BroadcastChannel('doors of the portal');
    doors.postMessage('open');
    expect((await form).status).toBe(200);
    doors.close();
    expect((await Promise.all(waiting)).every((rendered) => rendered?.status === 200)).toBe(true);
    await request(app).get('/de/reihe').expect(200);
  });
});
