import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import express from 'express';
import { adminLanguageOf, fallbackOrder, languageOf } from './reader-language';

describe('the language of a request', () => {
  let server: Server;
  beforeAll(async () => {
    const app = express();
    app.get('/', (request, response) => {
      response.json([languageOf(request), adminLanguageOf(request)]);
    });
    await new Promise<void>((done) => (server = app.listen(0, '127.0.0.1', () => done())));
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const ask = async (accepted: string, query = ''): Promise<unknown> => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/${query}`, {
      headers: { 'Accept-Language': accepted },
    });
    return answer.json();
  };

  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr', 'en'],
    ['es-MX', 'es', 'en'],
    ['es,de;q=0.5', 'es', 'de'],
    ['de-AT', 'de', 'de'],
    ['pt', 'en', 'en'],
  ])(
    'is what the browser accepts, “%s”: %s for readers, %s in the admin',
    async (accepted, reader, staff) => {
      expect(await ask(accepted)).toEqual([reader, staff]);
    },
  );

  it('is what the address asks for, where there is such a language', async () => {
    expect(await ask('en', '?lang=fr')).toEqual(['fr', 'en']);
    expect(await ask('es', '?lang=xx')).toEqual(['es', 'en']);
  });

  it('comes first among those that a text may be in', () => {
    expect(fallbackOrder('fr')).toEqual(['fr', 'en', 'de', 'es']);
  });
});
