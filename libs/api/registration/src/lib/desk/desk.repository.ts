import { Injectable } from '@nestjs/common';
import { Database, RegistrationRow } from '@reihe/api-persistence';
import type { Person } from '@reihe/api-seats';
import type { RegistrationState } from '@reihe/shared-contracts';

/** What decisions of organisers read and write beyond the seats themselves. */
@Injectable()
export class DeskRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which they came: first come, first served holds for decisions too. */
  registrations(ids: readonly string[]): Promise<RegistrationRow[]> {
    return this.database
      .of(RegistrationRow)
      .createQueryBuilder('r')
      .where('r.id = ANY (:ids)', { ids: [...ids] })
      .orderBy('r.createdAt')
      .addOrderBy('r.id')
      .getMany();
  }

  /** Everybody who waits in these sessions and can be told, longest waiting first. */
  waiting(sessionIds: readonly string[]): Promise<{ id: string; sessionId: string }[]> {
    return this.database.query(
      `SELECT r.id, r.session_id AS "sessionId" FROM registrations r
       JOIN participants p ON p.id = r.participant_id AND p.erased_at IS NULL
       WHERE r.session_id = ANY ($1::uuid[]) AND r.state = 'waitlisted' ORDER BY r.queue_number`,
      [sessionIds],
    );
  }

  states(ids: readonly string[]): Promise<{ id: string; state: RegistrationState; place: number | null }[]> {
    return this.database.query(
      `SELECT r.id, r.state, CASE WHEN r.state = 'waitlisted' THEN (
         SELECT count(*)::int FROM registrations w
         WHERE w.session_id = r.session_id AND w.state = 'waitlisted' AND w.queue_number <= r.queue_number) END AS place
       FROM registrations r WHERE r.id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  /** What organisers say of people who have not proven their address yet; what others know of themselves stays. */
  async describe(people: readonly (Person & { id: string })[]): Promise<void> {
    await this.database.query(
      `WITH described AS (
         UPDATE participants p
         SET name = f.name, organisation = f.organisation, job_position = f.position, city = f.city,
             country = nullif(f.country, ''), version = version + 1
         FROM jsonb_to_recordset($1) AS f (id uuid, name text, organisation text, position text, city text, country text)
         WHERE p.id = f.id AND p.verified_at IS NULL RETURNING p.id
       ) SELECT id FROM described`,
      [JSON.stringify(people)],
    );
  }

  async versionOf(sessionId: string): Promise<number> {
    const [session] = await this.database.query<{ version: number }>(
      `SELECT version FROM sessions WHERE id = $1`,
      [sessionId],
    );
    return session?.version ?? 0;
  }

  /** Under the sessions' locks: they wait to be approved. */
  async decline(ids: readonly string[], reason: string, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE registrations SET state = 'declined', decision_reason = $2, ended_at = $3, version = version + 1
       WHERE id = ANY ($1::uuid[]) AND state = 'awaiting-approval'`,
      [ids, reason, now],
    );
  }
}
