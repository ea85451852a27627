import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { Reader, SessionAsJson } from '../people/reader';
import { CLAIM_RECAP_NEWS, CLAIM_THANKS } from './afterwards.sql';

export interface DueThanks extends Reader {
  registrationId: string;
  seriesId: string;
  session: SessionAsJson;
  recap: { id: string; slug: string; language: Language } | null;
  tellsOfRecaps: boolean;
}

export interface DueRecapNews extends Reader {
  seriesId: string;
  slug: string;
  title: string;
  lead: string;
  recapLanguage: Language;
  /** That this person had a place in. */
  sessions: SessionAsJson[];
}

/** What is claimed is the caller's alone, for whom it commits. */
@Injectable()
export class AfterwardsRepository {
  constructor(private readonly database: Database) {}

  claimThanks(now: Date, limit: number): Promise<DueThanks[]> {
    return this.database.query<DueThanks>(CLAIM_THANKS, [now, limit]);
  }

  claimRecapNews(now: Date, limit: number): Promise<DueRecapNews[]> {
    return this.database.query<DueRecapNews>(CLAIM_RECAP_NEWS, [now, limit]);
  }

  /** They know of these recaps now. */
  async knowRecaps(known: readonly { participantId: string; recapId: string }[], now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO sent_recap_news (participant_id, recap_id, created_at)
       SELECT DISTINCT participant_id, recap_id, $3::timestamptz
       FROM unnest($1::uuid[], $2::uuid[]) AS k (participant_id, recap_id)
       ORDER BY participant_id, recap_id
       ON CONFLICT DO NOTHING`,
      [known.map(({ participantId }) => participantId), known.map(({ recapId }) => recapId), now],
    );
  }
}
