import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from './public-address';
import { FetchFailed, PublicFetcher } from './public-fetcher';

describe('addresses of the public net', () => {
  it.each(['93.184.215.14', '1.1.1.1', '2606:4700::1111', '172.32.0.1', '100.128.0.1'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '0.0.0.0',
      '100.64.0.1',
    ],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
      '203.0.113.9',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      'fc00::1',
    ],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      '2001::1',
    ],
    ...['ff02::1', 'localhost', '', '127.1'],
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('what is fetched from other hosts', () => {
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof FetchFailed ? error.failure : String(error)),
    );

  async function serving(listener: RequestListener) {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      at: (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`,
      fetcher: new PublicFetcher((address, asked) => address === '127.0.0.1' && asked === port),
      close: () => server.close(),
    };
  }

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/',
    'http://93.184.215.14:22/',
    'http://somebody:secret@93.184.215.14/',
    'file:///etc/hosts',
    'ftp://93.184.215.14/',
    'gopher://93.184.215.14/',
    'nothing',
  ])('is never %s', async (address) => {
    expect(await failure(new PublicFetcher().get(address, 10))).toBe('address-not-allowed');
  });

  it('comes as it is, up to the size that was asked for', async () => {
    const host = await serving((_request, response) => response.end('twelve bytes'));
    expect(new TextDecoder().decode(await host.fetcher.get(host.at('/'), 12))).toBe('twelve bytes');
    expect(await failure(host.fetcher.get(host.at('/'), 11))).toBe('too-large');
    host.close();
  });

  it('is followed through redirects, each looked at anew', async () => {
    const host = await serving((request, response) => {
      const to = {
        '/away': 'http://169.254.169.254/',
        '/file': 'file:///etc/hosts',
        '/round': '/round',
        '/named': host.at('/there').replace('//', '//somebody:secret@'),
        '/here': '/there',
      }[request.url ?? ''];
      if (to) response.writeHead(302, { Location: to }).end();
      else response.end('there');
    });
    expect(new TextDecoder().decode(await host.fetcher.get(host.at('/here'), 100))).toBe('there');
    expect(await failure(host.fetcher.get(host.at('/away'), 100))).toBe('address-not-allowed');
    expect(await failure(host.fetcher.get(host.at('/file'), 100))).toBe('address-not-allowed');
    expect(await failure(host.fetcher.get(host.at('/named'), 100))).toBe('address-not-allowed');
    expect(await failure(host.fetcher.get(host.at('/round'), 100))).toBe('unreachable');
    host.close();
  });

  it('is not what a host has no more', async () => {
    const host = await serving((_request, response) => response.writeHead(404).end());
    expect(await failure(host.fetcher.get(host.at('/'), 100))).toBe('unreachable');
    host.close();
  });

  it('is two at once at most', async () => {
    let open = 0;
    let most = 0;
    const held: (() => void)[] = [];
    const host = await serving((_request, response) => {
      open += 1;
      most = Math.max(most, open);
      held.push(() => {
        open -= 1;
        response.end('x');
      });
      if (held.length % 2 === 0) held.splice(0).forEach((release) => setImmediate(release));
    });
    await Promise.all(Array.from({ length: 6 }, () => host.fetcher.get(host.at('/'), 10)));
    expect(most).toBe(2);
    host.close();
  });

  it('can be looked at without being fetched: by HEAD, by GET where that says no, behind redirects', async () => {
    const asked: string[] = [];
    const host = await serving((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/moved') response.writeHead(301, { Location: '/there' }).end();
      else if (request.url === '/away')
        response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
      else if (request.url === '/no-head' && request.method === 'HEAD') response.writeHead(405).end();
      else if (request.url === '/cut' && request.method === 'HEAD') request.socket.destroy();
      else response.writeHead(request.url === '/gone' ? 410 : 200).end('x'.repeat(100_000));
    });
    expect(await host.fetcher.look(host.at('/there'))).toBe(200);
    expect(await host.fetcher.look(host.at('/moved'))).toBe(200);
    expect(await host.fetcher.look(host.at('/no-head'))).toBe(200);
    expect(await host.fetcher.look(host.at('/cut'))).toBe(200);
    expect(await host.fetcher.look(host.at('/gone'))).toBe(410);
    expect(asked).toEqual([
      ...['HEAD /there', 'HEAD /moved', 'HEAD /there', 'HEAD /no-head', 'GET /no-head'],
      ...['HEAD /cut', 'GET /cut', 'HEAD /gone', 'GET /gone'],
    ]);
    expect(await failure(host.fetcher.look(host.at('/away')))).toBe('address-not-allowed');
    expect(await failure(new PublicFetcher().look('http://127.0.0.1/'))).toBe('address-not-allowed');
    host.close();
    expect(await failure(host.fetcher.look(host.at('/there')))).toBe('unreachable');
  });

  it('is looked at by eight at once at most', async () => {
    let open = 0;
    let most = 0;
    const held: (() => void)[] = [];
    const host = await serving((_request, response) => {
      open += 1;
      most = Math.max(most, open);
      held.push(() => {
        open -= 1;
        response.end();
      });
      if (held.length === 8) held.splice(0).forEach((release) => setImmediate(release));
    });
    await Promise.all(Array.from({ length: 16 }, () => host.fetcher.look(host.at('/'))));
    expect(most).toBe(8);
    host.close();
  });
});
