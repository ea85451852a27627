import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { PersonalDataCounts, PersonHoldings } from '@reihe/shared-figures';
import { EVERYTHING } from './everything.sql';
import { HELD_OF_GUEST, HELD_OF_PERSON } from './held-of-person.sql';

/** What is kept of one person or guest. */
@Injectable()
export class PersonRecords {
  constructor(private readonly database: Database) {}

  /** null: there is nobody of this id, or they are erased. */
  async everything(participantId: string): Promise<Record<string, unknown> | null> {
    const [found] = await this.database.query<{ everything: Record<string, unknown> }>(EVERYTHING, [
      participantId,
    ]);
    return found?.everything ?? null;
  }

  /** Under all addresses of whoever the id leads to. null: there is nobody of this id, or they are erased. */
  async held(participantId: string, now: Date): Promise<PersonHoldings | null> {
    const [found] = await this.database.query<{ holdings: PersonHoldings }>(HELD_OF_PERSON, [
      participantId,
      now,
    ]);
    return found?.holdings ?? null;
  }

  /** null: there is no guest of this id in the session, or nothing is kept of them. */
  async heldOfGuest(sessionId: string, attendeeId: string): Promise<PersonalDataCounts | null> {
    const [found] = await this.database.query<{ held: PersonalDataCounts }>(HELD_OF_GUEST, [
      sessionId,
      attendeeId,
    ]);
    return found?.held ?? null;
  }
}
