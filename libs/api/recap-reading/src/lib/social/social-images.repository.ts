import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import { SOCIAL_FACTS_OF } from './social-facts.sql';
import type { SocialFacts } from './social-image-address';

@Injectable()
export class SocialImagesRepository {
  constructor(private readonly database: Database) {}

  /** null: readers know no such recap in that language. */
  async factsOf(recapId: string, language: Language): Promise<SocialFacts | null> {
    const [row] = await this.database.query<{ facts: SocialFacts }>(SOCIAL_FACTS_OF, [recapId, language]);
    return row?.facts ?? null;
  }
}
