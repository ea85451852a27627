/** The floor of `programme-list`: the product's own statement, `pg` and `node:http`, nothing else. Bundled before it runs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { listSessions } from '../../../libs/api/programme/src/lib/sessions/list-sessions.sql';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const statement = listSessions('start');

const server = createServer((request, response) => {
  const query = new URL(request.url ?? '/', 'http://floor').searchParams;
  const given = (name: string) => query.get(name);
  pool
    .query(statement, [
      ['en', 'de'],
      given('series'),
      given('state'),
      given('kind'),
      given('region'),
      given('category'),
      given('language'),
      given('from'),
      given('to'),
      given('q'),
      given('needs'),
      Number(given('pageSize')),
      0,
      null,
      new Date(),
    ])
    .then(
      ({ rows }) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(rows[0]));
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
