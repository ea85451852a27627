/** The floor of the registration benches: the four statements of taking a seat, by `pg` behind `node:http`, nothing else. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';

const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['POOL_SIZE'] ?? 10),
});
/** Off: the negative control. The same four statements then oversell, and the checks must say so. */
const lock = process.env['WITHOUT_LOCK'] === '1' ? '' : 'FOR UPDATE';

interface Wish {
  session: string;
  name: string;
  email: string;
}

async function register({ session, name, email }: Wish): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows: sessions } = await client.query<{ capacity: number }>(
      `SELECT capacity FROM bench_sessions WHERE id = $1 ${lock}`,
      [session],
    );
    const { rows: seats } = await client.query<{ taken: number }>(
      `SELECT count(*)::int AS taken FROM bench_registrations WHERE session_id = $1 AND state = 'confirmed'`,
      [session],
    );
    const isFull = (seats[0]?.taken ?? 0) >= (sessions[0]?.capacity ?? 0);
    await client.query(
      `INSERT INTO bench_registrations (session_id, email, name, state) VALUES ($1, $2, $3, $4)`,
      [session, email, name, isFull ? 'waitlisted' : 'confirmed'],
    );
    await client.query(`UPDATE bench_sessions SET registered = registered + 1 WHERE id = $1`, [session]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Wish> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Wish;
}

const server = createServer((request, response) => {
  bodyOf(request)
    .then(register)
    .then(
      () => {
        response.statusCode = 202;
        response.setHeader('Content-Type', 'application/json');
        response.end('{"outcome":"check-your-mail"}');
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
