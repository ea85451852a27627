import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { oneRow } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { BulkFacts } from '@reihe/shared-policies';
import { BULK_SESSIONS, LOCK_SESSIONS, TOLD_OVER_ALL } from './bulk.sql';

export interface BulkSession extends BulkFacts {
  id: string;
  version: number;
  title: string;
  seriesTitle: string;
  /** Registered people and speakers who can be written to. */
  people: number;
  speakers: number;
}

@Injectable()
export class BulkRepository {
  constructor(private readonly database: Database) {}

  /** Until the transaction ends nobody saves them, and no seat in them is taken or freed. */
  async lock(ids: readonly string[]): Promise<void> {
    await this.database.query(LOCK_SESSIONS, [ids]);
  }

  /** In the order of their start; unknown ones are left out. */
  find(ids: readonly string[], languages: readonly Language[]): Promise<BulkSession[]> {
    return this.database.query<BulkSession>(BULK_SESSIONS, [ids, languages]);
  }

  async toldOverAll(ids: readonly string[]): Promise<{ people: number; speakers: number }> {
    return oneRow(await this.database.query<{ people: number; speakers: number }>(TOLD_OVER_ALL, [ids]));
  }
}
