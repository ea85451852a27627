import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pinoHttp, type Options } from 'pino-http';
import { loggablePath, loggingOptions } from './logging';

/** As TypeORM throws it: statement and parameters on the error, the row that failed on the driver's own. */
function aDatabaseError(): Error {
  const told = {
    code: '23514',
    constraint: 'ck_sessions_times',
    detail: 'Failing row contains (https://meet.example/secret-room, tide-42, ada@city.example).',
  };
  return Object.assign(new Error('new row violates a check'), {
    ...told,
    name: 'QueryFailedError',
    query: 'UPDATE sessions SET meeting_url = $1',
    parameters: ['https://meet.example/secret-room', 'tide-42', 'ada@city.example'],
    driverError: Object.assign(new Error('new row violates a check'), told),
  });
}

describe('the log', () => {
  let server: Server;
  let lines = '';

  beforeAll(async () => {
    const { pinoHttp: options } = loggingOptions('info') as { pinoHttp: Options };
    const log = pinoHttp(options, { write: (line: string) => (lines += line) });
    server = createServer((request, response) => {
      log(request, response);
      response.statusCode = 500;
      request.log.error({ err: aDatabaseError() }, 'server.error');
      Object.assign(response, { err: aDatabaseError() });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/en/register/confirm/token-of-a-mail?q=ada@city.example`, {
      method: 'POST',
      headers: {
        cookie: 'reihe=signed-in',
        'x-forwarded-for': '203.0.113.7',
        authorization: 'Bearer of-somebody',
      },
      body: 'name=Ada',
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  afterAll(() => server.close());

  it('says what happened: method, way, status, and which constraint broke where', () => {
    expect(lines).toContain('"path":"/en/register/confirm/…"');
    expect(lines).toContain('"status":500');
    expect(lines).toContain('ck_sessions_times');
    expect(lines).toContain('QueryFailedError');
    expect(lines).toContain('logging.spec');
  });

  it('holds no token, address, cookie, meeting link, passcode, statement or parameter', () => {
    expect(lines).not.toMatch(
      /token-of-a-mail|city\.example|signed-in|of-somebody|203\.0\.113|secret-room|tide-42|UPDATE sessions|name=Ada/,
    );
  });

  it.each([
    ['/en/register/manage/abc', '/en/register/manage/…'],
    ['/join/abc', '/join/…'],
    ['/join/abc/session.ics', '/join/…/session.ics'],
    ['/de/join/abc?x=1', '/de/join/…'],
    ['/api/v1/registrations/confirm/abc?lang=de', '/api/v1/registrations/confirm/…'],
    // Whose feedback is anonymous must not be found by when they sent it.
    ['/de/after/abc/an-id/certificate', '/de/after/…/…/certificate'],
    ['/de/after/abc/an-id', '/de/after/…/…'],
    ['/api/v1/after/an-id/feedback', '/api/v1/after/…/feedback'],
    ['/api/v1/after/an-id?lang=de', '/api/v1/after/…'],
    ['/de/feedback/abc?done=feedback', '/de/feedback/…'],
    ['/api/v1/after/files/abc', '/api/v1/after/files/…'],
    ['/de/speakers/abc?done=answer', '/de/speakers/…'],
    ['/api/v1/speakers/an-id', '/api/v1/speakers/an-id'],
    ['/de/recap-preview/abc', '/de/recap-preview/…'],
    ['/api/v1/pages/recap-previews/abc?lang=de', '/api/v1/pages/recap-previews/…'],
    ['/en/series/water?q=somebody', '/en/series/water'],
  ])('writes %s as %s', (url, path) => {
    expect(loggablePath(url)).toBe(path);
  });
});
