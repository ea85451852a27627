import { Client } from 'pg';
import { world } from './world-facts';

/** What nobody can wait for: the session of this address ended an hour ago. */
export async function endSession(slug: string): Promise<void> {
  const client = new Client({ connectionString: world.serverEnv['DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(
      `UPDATE sessions SET starts_at = now() - interval '150 minutes', ends_at = now() - interval '1 hour' WHERE slug = $1`,
      [slug],
    );
  } finally {
    await client.end();
  }
}
