import { Injectable } from '@nestjs/common';
import { Database, ParticipantLinkRow } from '@reihe/api-persistence';

type Added = Pick<ParticipantLinkRow, 'participantId' | 'purpose' | 'tokenHash' | 'createdAt'> &
  Partial<Pick<ParticipantLinkRow, 'expiresAt' | 'registrationId' | 'newEmail' | 'sealedToken'>>;

@Injectable()
export class PersonalLinksRepository {
  constructor(private readonly database: Database) {}

  /** By one statement. */
  async add(links: readonly Added[]): Promise<void> {
    if (links.length === 0) return;
    await this.database.write(
      `INSERT INTO participant_links (participant_id, purpose, token_hash, created_at, expires_at, registration_id, new_email,
                                      sealed_token)
       SELECT "participantId", purpose, "tokenHash", "createdAt", "expiresAt", "registrationId", "newEmail", "sealedToken"
       FROM jsonb_to_recordset($1) AS l (
         "participantId" uuid, purpose text, "tokenHash" text, "createdAt" timestamptz, "expiresAt" timestamptz,
         "registrationId" uuid, "newEmail" text, "sealedToken" text)`,
      [JSON.stringify(links)],
    );
  }

  find(tokenHash: string, purpose: ParticipantLinkRow['purpose']): Promise<ParticipantLinkRow | null> {
    return this.database.of(ParticipantLinkRow).findOneBy({ tokenHash, purpose });
  }

  /** The feed that a person's page shows; the newest where two were made at once. */
  calendarOf(participantId: string): Promise<ParticipantLinkRow | null> {
    return this.database.of(ParticipantLinkRow).findOne({
      where: { participantId, purpose: 'calendar' },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }
}
