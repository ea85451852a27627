import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

@Injectable()
export class UnsubscribeLinksRepository {
  constructor(private readonly database: Database) {}

  /** By one statement. `seriesId` null: of no series alone. */
  async add(
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
