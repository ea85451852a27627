import { Injectable } from '@nestjs/common';
import { Database, ParticipantLinkRow, ParticipantRow } from '@reihe/api-persistence';
import type { Register, RegistrationState } from '@reihe/shared-contracts';

export type Person = Pick<
  Register,
  'name' | 'organisation' | 'position' | 'city' | 'country' | 'language' | 'timeZone'
>;

/** `$1`: now. Whom an organiser entered is vouched for. */
const NEVER_PROVEN = `p.verified_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
  AND NOT EXISTS (
    SELECT FROM registrations r
    WHERE r.participant_id = p.id
      AND (r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted') OR r.origin IN ('staff', 'import'))
  )
  AND NOT EXISTS (SELECT FROM participant_links l WHERE l.participant_id = p.id AND l.expires_at > $1)`;

/** Columns of somebody who is not known any more. */
const NOBODY = `email = NULL, email_key = NULL, name = '', organisation = '', job_position = '', city = '', country = NULL,
  time_zone = 'UTC'`;

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

  /** Sessions that the person has any registration for, under whichever entry; ascending, the order in which they are locked. */
  async sessionIdsOf(participantId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT session_id AS id FROM registrations
       WHERE participant_id = $1 OR participant_id IN (SELECT id FROM participants WHERE merged_into_id = $1)
       ORDER BY session_id`,
      [participantId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Takes addresses that nobody ever proved out of every row, once nothing waits for them: no live registration, no link that
   * still opens. Rows stay for counts and audit, links for saying that they are expired. Ids, for the audit.
   */
  async forgetUnproven(now: Date): Promise<string[]> {
    // Locked first and asked again: a form for the same address may have come in between, and waits for the lock or is seen.
    const candidates = await this.database.query<{ id: string }>(
      `SELECT id FROM participants p WHERE ${NEVER_PROVEN} ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (candidates.length === 0) return [];
    const forgotten = await this.database.query<{ id: string }>(
      `WITH forgotten AS (
         UPDATE participants p SET ${NOBODY}, erased_at = $1, version = version + 1
         WHERE id = ANY ($2::uuid[]) AND ${NEVER_PROVEN} RETURNING id
       ), absorbed AS (
         UPDATE participants p SET ${NOBODY}, erased_at = $1, version = version + 1
         WHERE merged_into_id IN (SELECT id FROM forgotten) AND erased_at IS NULL RETURNING id
       ) SELECT id FROM forgotten UNION ALL SELECT id FROM absorbed`,
      [now, candidates.map(({ id }) => id)],
    );
    const ids = forgotten.map(({ id }) => id);
    await this.database.query(
      `UPDATE registrations
       SET name = '', organisation = '', job_position = '', city = '', country = NULL, time_zone = 'UTC',
           accessibility_needs = '', decision_reason = ''
       WHERE participant_id = ANY ($1::uuid[])`,
      [ids],
    );
    await this.forgetWords(ids);
    await this.forgetMails(ids);
    return ids;
  }

  /** Whom an entry led to once it was merged; itself where it was not. null: there is nobody of this id. */
  async goesOnAs(id: string): Promise<string | null> {
    const [entry] = await this.database.query<{ id: string }>(
      `SELECT coalesce(merged_into_id, id) AS id FROM participants WHERE id = $1`,
      [id],
    );
    return entry?.id ?? null;
  }

  /**
   * Takes the person out of every row and leaves the rows for the counts: state, session, city and country stay, name,
   * address, organisation, position, answers, free words, links and mails go, and so do entries that were merged into this one.
   * False where nobody of this id goes on: erased already, or merged into another.
   */
  async erase(id: string, now: Date): Promise<boolean> {
    const entries = await this.database.query<{ id: string; emailKey: string | null }>(
      `SELECT id, email_key AS "emailKey" FROM participants
       WHERE (id = $1 OR merged_into_id = $1) AND erased_at IS NULL ORDER BY id FOR UPDATE`,
      [id],
    );
    const isThere = await this.database.query(
      `SELECT FROM participants WHERE id = $1 AND erased_at IS NULL AND merged_into_id IS NULL`,
      [id],
    );
    if (isThere.length === 0) return false;
    const ids = entries.map((entry) => entry.id);
    await this.database.query(
      `UPDATE participants SET ${NOBODY}, erased_at = $2, version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids, now],
    );
    await this.database.query(
      `UPDATE registrations
       SET name = '', organisation = '', job_position = '', time_zone = 'UTC', confirm_link_id = NULL, held_until = NULL,
           accessibility_needs = '', decision_reason = '',
           state = CASE WHEN state = 'unverified' THEN 'expired' ELSE state END,
           ended_at = CASE WHEN state = 'unverified' THEN $2 ELSE ended_at END
       WHERE participant_id = ANY ($1::uuid[])`,
      [ids, now],
    );
    await this.forgetWords(ids);
    await this.database.query(`DELETE FROM invited_addresses WHERE pattern = ANY ($1::text[])`, [
      entries.flatMap(({ emailKey }) => emailKey ?? []),
    ]);
    await this.database.query(`DELETE FROM participant_links WHERE participant_id = ANY ($1::uuid[])`, [ids]);
    const own = `SELECT id FROM registrations WHERE participant_id = ANY ($1::uuid[])`;
    await this.database.query(`DELETE FROM join_links WHERE registration_id IN (${own})`, [ids]);
    // What was said stays for the sessions it was said of, and certificates stay checkable: both without the person.
    await this.database.query(
      `UPDATE feedback SET registration_id = NULL, given_on = NULL WHERE registration_id IN (${own})`,
      [ids],
    );
    await this.database.query(`UPDATE certificates SET name = NULL WHERE registration_id IN (${own})`, [ids]);
    await this.forgetMails(ids);
    return true;
  }

  /** What they wrote, and what was written about them. */
  private async forgetWords(participantIds: readonly string[]): Promise<void> {
    await this.database.query(
      `DELETE FROM answers WHERE registration_id IN (
         SELECT id FROM registrations WHERE participant_id = ANY ($1::uuid[]))`,
      [participantIds],
    );
    await this.database.query(
      `UPDATE participant_merges SET reason = '' WHERE kept_id = ANY ($1::uuid[]) OR absorbed_id = ANY ($1::uuid[])`,
      [participantIds],
    );
  }

  private async forgetMails(participantIds: readonly string[]): Promise<void> {
    await this.database.query(
      `DELETE FROM outbox_messages WHERE participant_id = ANY ($1::uuid[]) AND state <> 'sent'`,
      [participantIds],
    );
    await this.database.query(
      `UPDATE outbox_messages
       SET to_address = '', to_name = '', subject = '', text = '', html = '', calendar = NULL, last_error = NULL
       WHERE participant_id = ANY ($1::uuid[])`,
      [participantIds],
    );
  }
}
