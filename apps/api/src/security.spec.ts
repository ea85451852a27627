import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DOCUMENT_HEADERS, securityHeaders } from './security';

describe('the content security policy', () => {
  let server: Server;
  const formAction = async (path: string) => {
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
    return /form-action ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  };

  beforeAll(async () => {
    const secure = securityHeaders('https://reihe.example');
    server = createServer((request, response) => {
      secure(request, response, () => response.end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('stands beside every other header that browsers heed', async () => {
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/en`);
    for (const name of [...DOCUMENT_HEADERS, 'Strict-Transport-Security', 'X-Content-Type-Options'])
      expect([name, headers.get(name)]).toEqual([name, expect.stringMatching(/./)]);
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  });

  it.each([
    '/en',
    '/de/register',
    '/en/register/manage/abc',
    '/join/abc',
    '/admin/en/',
    '/en/sessions/join/',
  ])('keeps the forms of %s to this site', async (path) => {
    expect(await formAction(path)).toBe("'self'");
  });

  it('lets the button of a join page lead into the meeting', async () => {
    expect(await formAction('/de/join/abc')).toBe("'self' https: http:");
  });
});
