import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { LikelyPair, ParticipantHistory, RegistrationFilter } from '@reihe/shared-registration';
import { HISTORY_OF_PARTICIPANT, LIKELY_PAIRS } from './participants.sql';

@Injectable()
export class ParticipantHistories {
  constructor(private readonly database: Database) {}

  async of(id: string, languages: readonly Language[]): Promise<ParticipantHistory | null> {
    const [row] = await this.database.query<{ history: ParticipantHistory }>(HISTORY_OF_PARTICIPANT, [
      id,
      languages,
    ]);
    return row?.history ?? null;
  }

  likelyPairs({ session, series }: RegistrationFilter, limit: number): Promise<LikelyPair[]> {
    return this.database.query<LikelyPair>(LIKELY_PAIRS, [session ?? null, series ?? null, limit]);
  }
}
