import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

export interface KnownAddress {
  emailKey: string;
  /** Whom the address leads to, over merges. */
  participantId: string;
  isRegistered: boolean;
}

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  async zoneOfSession(sessionId: string): Promise<string | null> {
    const [session] = await this.database.query<{ zone: string }>(
      `SELECT time_zone AS zone FROM sessions WHERE id = $1`,
      [sessionId],
    );
    return session?.zone ?? null;
  }

  /** Of these addresses those that are known, and whether the person has a live registration for the session. */
  known(emailKeys: readonly string[], sessionId: string): Promise<KnownAddress[]> {
    return this.database.query(
      `SELECT p.email_key AS "emailKey", o.id AS "participantId", EXISTS (
         SELECT FROM registrations r WHERE r.session_id = $2 AND r.participant_id = o.id
           AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')) AS "isRegistered"
       FROM participants p
       JOIN participants o ON o.id = coalesce(p.merged_into_id, p.id)
       WHERE p.email_key = ANY ($1::text[])`,
      [emailKeys, sessionId],
    );
  }
}
