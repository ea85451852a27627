import type { Client } from 'pg';

/** What subject and floor sell in one round. */
export interface RoundSessions {
  /** Of the product's. */
  sessions: { id: string; slug: string }[];
  capacity: number;
}

/** The floor's own tables: what of a registration a bare transaction needs, under the same unique index. */
export const FLOOR_TABLES = `
  CREATE TABLE bench_sessions (id uuid PRIMARY KEY, capacity int NOT NULL, registered int NOT NULL DEFAULT 0);
  CREATE TABLE bench_registrations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number bigint GENERATED ALWAYS AS IDENTITY,
    session_id uuid NOT NULL REFERENCES bench_sessions (id),
    email text NOT NULL,
    name text NOT NULL,
    state text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX uq_bench_registrations_live ON bench_registrations (session_id, email)
    WHERE state IN ('confirmed', 'waitlisted');
  CREATE INDEX ix_bench_registrations_session_id_state ON bench_registrations (session_id, state);
`;

const SERIES = `
  INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
  VALUES ('bench', 'published', current_date, current_date + 365, 'en', 'Europe/Berlin') RETURNING id`;

const SESSIONS = `
  WITH made AS (
    INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, capacity)
    SELECT $1, 'bench-' || $2 || '-' || n, 'published', 'exchange', t, t + interval '90 minutes',
           to_char(t, 'YYYY-MM-DD"T"HH24:MI'), to_char(t + interval '90 minutes', 'YYYY-MM-DD"T"HH24:MI'), 'UTC', '{en}', $4
    FROM generate_series(1, $3::int) n, LATERAL (SELECT date_trunc('hour', now()) + interval '30 days') AS x (t)
    RETURNING id, slug
  ), titled AS (
    INSERT INTO session_translations (session_id, language, title)
    SELECT id, language, 'Session ' || slug FROM made, unnest(ARRAY['en', 'de']) AS language
  ), floor AS (
    INSERT INTO bench_sessions (id, capacity) SELECT id, $4 FROM made
  )
  SELECT id, slug FROM made ORDER BY slug`;

export async function prepareSeries(database: Client): Promise<string> {
  await database.query(FLOOR_TABLES);
  const { rows } = await database.query<{ id: string }>(SERIES);
  return rows[0]?.id ?? '';
}

/** Fresh sessions for one round; the floor sells as many seats of the same sessions from its own tables. */
export async function makeSessions(
  database: Client,
  seriesId: string,
  round: string,
  count: number,
  capacity: number,
): Promise<RoundSessions> {
  const { rows } = await database.query<{ id: string; slug: string }>(SESSIONS, [
    seriesId,
    round,
    count,
    capacity,
  ]);
  return { sessions: rows, capacity };
}
