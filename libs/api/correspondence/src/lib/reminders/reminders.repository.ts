import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Reader, SessionAsJson } from '../people/reader';
import { CLAIM_REMINDERS, DUE_SESSIONS, SHARE_SESSIONS, TAKE_BACK_STALE } from './reminders.sql';

/** A confirmed place somebody is to be reminded of. */
export interface DueReminder extends Reader {
  registrationId: string;
  leadMinutes: number;
  session: SessionAsJson;
}

@Injectable()
export class RemindersRepository {
  constructor(private readonly database: Database) {}

  async takeBackStale(now: Date): Promise<number> {
    return oneRow(await this.database.query<{ count: number }>(TAKE_BACK_STALE, [now])).count;
  }

  /** Ids, ascending. Nothing is locked. */
  async dueSessions(now: Date, people: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(DUE_SESSIONS, [now, people]);
    return rows.map(({ id }) => id);
  }

  async share(sessionIds: readonly string[]): Promise<void> {
    await this.database.query(SHARE_SESSIONS, [sessionIds]);
  }

  /** By person, lead time and start. Each is the caller's alone, for whom it commits. */
  claim(now: Date, people: number, sessionIds: readonly string[]): Promise<DueReminder[]> {
    return this.database.query<DueReminder>(CLAIM_REMINDERS, [now, people, sessionIds]);
  }

  /** Within the transaction that claimed them: their sessions start when they did. */
  async tieToMessages(
    reminders: readonly (Pick<DueReminder, 'registrationId' | 'leadMinutes'> & { messageId: string })[],
  ): Promise<void> {
    await this.database.query(
      `WITH tied AS (
         UPDATE sent_reminders x SET message_id = t.message_id
         FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS t (message_id, registration_id, lead_minutes)
         JOIN registrations r ON r.id = t.registration_id
         JOIN sessions s ON s.id = r.session_id
         WHERE x.registration_id = t.registration_id AND x.lead_minutes = t.lead_minutes AND x.starts_at = s.starts_at
         RETURNING 1
       ) SELECT count(*) FROM tied`,
      [
        reminders.map(({ messageId }) => messageId),
        reminders.map(({ registrationId }) => registrationId),
        reminders.map(({ leadMinutes }) => leadMinutes),
      ],
    );
  }
}
