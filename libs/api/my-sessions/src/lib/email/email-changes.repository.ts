import { Injectable } from '@nestjs/common';
import { Database, LinkRequestRow, ParticipantLinkRow } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';

export interface ChangingPerson {
  id: string;
  email: string;
  name: string;
  language: Language;
  timeZone: string;
}

export interface OwnerOfAddress {
  /** Whom the address leads to. */
  id: string;
  email: string;
  language: Language;
  timeZone: string;
}

/** How often somebody asked, by reference only. */
export const EMAIL_ASKED = 'participant.email-asked';

@Injectable()
export class EmailChangesRepository {
  constructor(private readonly database: Database) {}

  async ask(
    asked: Pick<LinkRequestRow, 'participantId' | 'emailKey' | 'newEmail' | 'language' | 'createdAt'>,
  ) {
    await this.database.of(LinkRequestRow).insert(asked);
  }

  /** null: gone, or merged into another. Locked, so that two links are not followed at once. */
  async lockPerson(id: string): Promise<ChangingPerson | null> {
    const [person] = await this.database.query<ChangingPerson>(
      `SELECT id, email, name, language, time_zone AS "timeZone" FROM participants
       WHERE id = $1 AND erased_at IS NULL AND merged_into_id IS NULL FOR UPDATE`,
      [id],
    );
    return person ?? null;
  }

  async askedSince(personId: string, since: Date): Promise<number> {
    const [asked] = await this.database.query<{ times: number }>(
      `SELECT count(*)::int AS times FROM audit_entries
       WHERE subject = 'participant' AND subject_id = $1 AND action = $2 AND at > $3`,
      [personId, EMAIL_ASKED, since],
    );
    return asked?.times ?? 0;
  }

  /** How many mails about changing went to the address since then, whoever asked for them. */
  async mailedSince(emailKey: string, since: Date): Promise<number> {
    const [mailed] = await this.database.query<{ times: number }>(
      `SELECT count(*)::int AS times FROM outbox_messages
       WHERE lower(to_address) = $1 AND template IN ('email-change', 'email-taken') AND created_at > $2`,
      [emailKey, since],
    );
    return mailed?.times ?? 0;
  }

  /** null: nobody has the address. */
  async ownerOf(emailKey: string): Promise<OwnerOfAddress | null> {
    const [owner] = await this.database.query<OwnerOfAddress>(
      `SELECT coalesce(merged_into_id, id) AS id, email, language, time_zone AS "timeZone" FROM participants
       WHERE email_key = $1`,
      [emailKey],
    );
    return owner ?? null;
  }

  async addLink(
    link: Pick<ParticipantLinkRow, 'participantId' | 'newEmail' | 'tokenHash' | 'expiresAt' | 'createdAt'>,
  ) {
    await this.database.of(ParticipantLinkRow).insert({ ...link, purpose: 'email' });
  }

  findLink(tokenHash: string): Promise<ParticipantLinkRow | null> {
    return this.database.of(ParticipantLinkRow).findOneBy({ tokenHash, purpose: 'email' });
  }

  /** False: somebody used it before. */
  async useLink(id: string, now: Date): Promise<boolean> {
    const used = await this.database.query(
      `WITH used AS (UPDATE participant_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id)
       SELECT id FROM used`,
      [id, now],
    );
    return used.length === 1;
  }

  /** An address that led to the person already, as one that was merged, is theirs to use. */
  async change(personId: string, email: string, emailKey: string, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE participants SET email = NULL, email_key = NULL, version = version + 1
       WHERE merged_into_id = $1 AND email_key = $2`,
      [personId, emailKey],
    );
    await this.database.query(
      `UPDATE participants
       SET email = $2, email_key = $3, verified_at = coalesce(verified_at, $4), version = version + 1
       WHERE id = $1`,
      [personId, email, emailKey, now],
    );
  }

  /**
   * What was mailed to the old address opens nothing any more. A calendar goes on: its address is in no mail. The link that was
   * just used still says that it was.
   */
  async endMailedLinks(personId: string, exceptId: string): Promise<void> {
    await this.database.query(
      `DELETE FROM participant_links WHERE participant_id = $1 AND purpose <> 'calendar' AND id <> $2`,
      [personId, exceptId],
    );
  }
}
