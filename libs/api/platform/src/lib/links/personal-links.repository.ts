import { Injectable } from '@nestjs/common';
import { Database, ParticipantLinkRow } from '@reihe/api-persistence';

type Added = Pick<ParticipantLinkRow, 'participantId' | 'purpose' | 'tokenHash' | 'createdAt'> &
  Partial<Pick<ParticipantLinkRow, 'expiresAt' | 'registrationId' | 'newEmail' | 'sealedToken'>>;

@Injectable()
export class PersonalLinksRepository {
  constructor(private readonly database: Database) {}

  /** By one statement. */
  async add(links: readonly Added[]): Promise<void> {
    if (links.length > 0) await this.database.of(ParticipantLinkRow).insert([...links]);
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
