import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

@Injectable()
export class MailedLinksRepository {
  constructor(private readonly database: Database) {}

  /** By one statement. `registrationId`: what the link gives up; null: it opens everything of the person's. */
  async addPersonal(
    links: readonly { participantId: string; registrationId: string | null; tokenHash: string }[],
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO participant_links (participant_id, registration_id, purpose, token_hash, created_at)
       SELECT participant_id, registration_id, CASE WHEN registration_id IS NULL THEN 'manage' ELSE 'release' END, token_hash, $4
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS l (participant_id, registration_id, token_hash)`,
      [
        links.map(({ participantId }) => participantId),
        links.map(({ registrationId }) => registrationId),
        links.map(({ tokenHash }) => tokenHash),
        now,
      ],
    );
  }

  async addUnsubscribeLinks(
    links: readonly { participantId: string; seriesId: string | null; tokenHash: string }[],
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO unsubscribe_links (participant_id, series_id, token_hash, created_at)
       SELECT participant_id, series_id, token_hash, $4
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS l (participant_id, series_id, token_hash)`,
      [
        links.map(({ participantId }) => participantId),
        links.map(({ seriesId }) => seriesId),
        links.map(({ tokenHash }) => tokenHash),
        now,
      ],
    );
  }
}
