/** The floor of `list-json`: the product's own statement, `pg` and `node:http`, nothing else. Bundled before it runs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { PROGRAMME } from '../../../libs/api/public-programme/src/lib/pages/pages.sql';
import { filterParameters } from '../../../libs/api/public-programme/src/lib/pages/programme-filter.sql';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = createServer((_request, response) => {
  pool
    .query({
      name: 'programme',
      text: PROGRAMME,
      values: [['en', 'de'], ...filterParameters(undefined, {}, new Date()), 20, 0, false],
    })
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
