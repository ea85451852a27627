import express from 'express';
import request from 'supertest';
import { frontPage } from './front-ends';

/** A portal with two pages; everything else is its not-found page. */
const pages = {
  isBusyFor: () => false,
  respond: (path: string) =>
    Promise.resolve({
      status: ['/en', '/en/recaps/water'].includes(path) ? 200 : 404,
      headers: [],
      body: new TextEncoder().encode(path),
    }),
};
const OLD: Record<string, string> = {
  '/2020/05/water/': '/en/recaps/water',
  '/?p=12': '/de/recaps/wasser',
  '/en/2020/old': '/en/recaps/water',
  '/en/recaps/water': '/en/recaps/another',
};

describe('addresses of a site that was imported', () => {
  const app = express();
  app.use(
    (asked, response, next) =>
      void frontPage(pages, (address) => Promise.resolve(OLD[address] ?? null), asked, response).catch(next),
  );

  it.each([
    ['/2020/05/water/', '/en/recaps/water'],
    ['/?p=12', '/de/recaps/wasser'],
    ['/en/2020/old', '/en/recaps/water'],
  ])('%s leads on to %s for good', async (from, to) => {
    const answer = await request(app).get(from).expect(301);
    expect(answer.headers['location']).toBe(to);
  });

  it('never stand before a page of the portal', async () => {
    await request(app).get('/en/recaps/water').expect(200);
  });

  it('that nobody knows are what they were: the front page, or not found', async () => {
    const home = await request(app).get('/?utm_source=x').expect(302);
    expect(home.headers['location']).toBe('/en?utm_source=x');
    await request(app).get('/').expect(302);
    await request(app).get('/2020/nothing').expect(404);
  });
});
