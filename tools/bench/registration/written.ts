import type { Client } from 'pg';
import type { Written } from './faults.ts';

/** `$1`: the round's sessions. The log's number rises under the session's lock, the time of a transaction does not. */
const OF_PRODUCT = `
  SELECT r.session_id AS session, p.email,
         r.state = 'confirmed' OR r.held_until IS NOT NULL AS "hasSeat",
         r.state = 'waitlisted' AS "isWaiting",
         coalesce((
           SELECT max(a.id) FROM audit_entries a
           WHERE a.subject = 'registration' AND a.subject_id = r.id
             AND a.action IN ('registration.request', 'registration.confirm')
         ), 0)::float8 AS decided,
         r.queue_number::float8 AS "queueNumber"
  FROM registrations r JOIN participants p ON p.id = r.participant_id
  WHERE r.session_id = ANY ($1::uuid[])`;

const OF_FLOOR = `
  SELECT session_id AS session, email, state = 'confirmed' AS "hasSeat", state = 'waitlisted' AS "isWaiting",
         number::float8 AS decided, CASE WHEN state = 'waitlisted' THEN number::float8 END AS "queueNumber"
  FROM bench_registrations WHERE session_id = ANY ($1::uuid[])`;

const PROMOTED = `
  SELECT r.session_id AS session, p.email
  FROM audit_entries a
  JOIN registrations r ON r.id = a.subject_id
  JOIN participants p ON p.id = r.participant_id
  WHERE a.subject = 'registration' AND a.action = 'registration.promote' AND r.session_id = ANY ($1::uuid[])
  ORDER BY a.id`;

/** The newest mail of each person holds the link that counts. */
const TOKENS = `
  SELECT DISTINCT ON (m.participant_id) substring(m.text FROM '/confirm/([A-Za-z0-9_-]{43})') AS token
  FROM outbox_messages m
  WHERE m.template = 'registration-confirm'
    AND m.participant_id IN (SELECT participant_id FROM registrations WHERE session_id = ANY ($1::uuid[]))
  ORDER BY m.participant_id, m.created_at DESC`;

export class RoundReader {
  private readonly database: Client;
  private readonly sessions: readonly string[];

  constructor(database: Client, sessions: readonly string[]) {
    this.database = database;
    this.sessions = sessions;
  }

  ofProduct(): Promise<Written[]> {
    return this.rows<Written>(OF_PRODUCT);
  }

  ofFloor(): Promise<Written[]> {
    return this.rows<Written>(OF_FLOOR);
  }

  promoted(): Promise<{ session: string; email: string }[]> {
    return this.rows(PROMOTED);
  }

  /** As the mails in the outbox have them, for confirming. */
  async confirmTokens(): Promise<string[]> {
    const rows = await this.rows<{ token: string }>(TOKENS);
    return rows.map(({ token }) => token);
  }

  private async rows<Row>(statement: string): Promise<Row[]> {
    const { rows } = await this.database.query(statement, [this.sessions]);
    return rows as Row[];
  }
}
