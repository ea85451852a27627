import { Injectable } from '@nestjs/common';
import { Database, ParticipantLinkRow, ParticipantRow } from '@reihe/api-persistence';
import type { Register, RegistrationState } from '@reihe/shared-contracts';

export type Person = Pick<
  Register,
  'name' | 'organisation' | 'position' | 'city' | 'country' | 'language' | 'timeZone'
>;

@Injectable()
export class ParticipantsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<ParticipantRow | null> {
    return this.database.of(ParticipantRow).findOneBy({ id });
  }

  findLink(tokenHash: string, purpose: ParticipantLinkRow['purpose']): Promise<ParticipantLinkRow | null> {
    return this.database.of(ParticipantLinkRow).findOneBy({ tokenHash, purpose });
  }

  async dropLinksExpiredBefore(before: Date): Promise<void> {
    await this.database.query(`DELETE FROM participant_links WHERE purpose = 'confirm' AND expires_at < $1`, [
      before,
    ]);
  }

  /** A person's live registrations, by session. */
  liveOf(participantId: string): Promise<{ id: string; sessionId: string; state: RegistrationState }[]> {
    return this.database.query(
      `SELECT id, session_id AS "sessionId", state FROM registrations
       WHERE participant_id = $1 AND state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')
       ORDER BY session_id`,
      [participantId],
    );
  }

  /** Sessions that the person has any registration for or is named in reports of, under whichever entry; ascending, as they are locked. */
  async sessionIdsOf(participantId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH entries AS (SELECT p.id, p.email_key FROM participants p WHERE p.id = $1 OR p.merged_into_id = $1)
       SELECT session_id AS id FROM registrations WHERE participant_id IN (SELECT id FROM entries)
       UNION SELECT session_id FROM attendees WHERE participant_id IN (SELECT id FROM entries)
       UNION SELECT session_id FROM attendees WHERE participant_id IS NULL AND key IN (SELECT 'mail:' || email_key FROM entries)
       ORDER BY id`,
      [participantId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whom an entry led to once it was merged; itself where it was not. null: there is nobody of this id. */
  async goesOnAs(id: string): Promise<string | null> {
    const [entry] = await this.database.query<{ id: string }>(
      `SELECT coalesce(merged_into_id, id) AS id FROM participants WHERE id = $1`,
      [id],
    );
    return entry?.id ?? null;
  }
}
