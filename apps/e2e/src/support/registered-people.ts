import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { world } from './world-facts';

async function onDatabase<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: world.serverEnv['DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Many people at once, as registering leaves them; their addresses begin with `name`. */
export async function registerMany(
  sessionId: string,
  people: {
    name: string;
    count: number;
    state: 'confirmed' | 'waitlisted' | 'awaiting-approval';
    language: 'en' | 'de';
  },
): Promise<void> {
  await onDatabase(
    `WITH people AS (
       INSERT INTO participants (email, email_key, name, language, time_zone, verified_at)
       SELECT k, k, initcap(split_part(k, '@', 1)), $5, 'Europe/Kyiv', now()
       FROM (SELECT $2 || '-' || n || '@example.net' AS k FROM generate_series(1, $3::int) n) x
       RETURNING id
     )
     INSERT INTO registrations (session_id, participant_id, state, queue_number, name, country, language, time_zone, privacy_notice, confirmed_at)
     SELECT $1, id, $4::text, CASE WHEN $4::text = 'waitlisted' THEN nextval('registration_queue') END, 'Reader', 'UA', $5,
            'Europe/Kyiv', '1', CASE WHEN $4::text = 'confirmed' THEN now() END
     FROM people`,
    [sessionId, people.name, people.count, people.state, people.language],
  );
}

/** The token of a link as mails that are news have it, for somebody new. */
export async function anUnsubscribeToken(seriesSlug: string, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await onDatabase(
    `WITH person AS (
       INSERT INTO participants (email, email_key, name, language, time_zone, verified_at)
       VALUES ($3, $3, 'Reader', 'en', 'UTC', now()) RETURNING id
     )
     INSERT INTO unsubscribe_links (token_hash, participant_id, series_id)
     SELECT $1, person.id, (SELECT id FROM series WHERE slug = $2) FROM person`,
    [createHash('sha256').update(token).digest('hex'), seriesSlug, email],
  );
  return token;
}
