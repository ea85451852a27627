import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { SessionNumbers } from '@reihe/shared-registration';
import { SESSION_NUMBERS } from './session-numbers.sql';

@Injectable()
export class SessionNumbersRepository {
  constructor(private readonly database: Database) {}

  /** null: there is no such session. */
  async of(sessionId: string, languages: readonly Language[]): Promise<SessionNumbers | null> {
    const [found] = await this.database.query<{ numbers: SessionNumbers }>(SESSION_NUMBERS, [
      languages,
      sessionId,
    ]);
    return found?.numbers ?? null;
  }
}
