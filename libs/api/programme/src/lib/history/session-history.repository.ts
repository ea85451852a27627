import { Injectable } from '@nestjs/common';
import { Database, SessionVersionRow } from '@reihe/api-persistence';
import { type ListRows, offsetOf, oneRow, type PageQuery } from '@reihe/api-platform';
import type { SessionContent, SessionVersion } from '@reihe/shared-planning';
import { SESSION_HISTORY, STILL_THERE } from './session-history.sql';

/** A kept content with what its typed times meant. */
export type KeptVersion = Pick<SessionVersionRow, 'content' | 'startsAt' | 'endsAt'>;

/** Reads only: the versions themselves are written by the database, with every change. */
@Injectable()
export class SessionHistoryRepository {
  constructor(private readonly database: Database) {}

  async list(
    sessionId: string,
    query: PageQuery,
  ): Promise<ListRows<SessionVersion> & { before: SessionContent | null }> {
    const rows = await this.database.query<ListRows<SessionVersion> & { before: SessionContent | null }>(
      SESSION_HISTORY,
      [sessionId, query.pageSize, offsetOf(query)],
    );
    return oneRow(rows);
  }

  one(sessionId: string, version: number): Promise<KeptVersion | null> {
    return this.database.of(SessionVersionRow).findOneBy({ sessionId, version });
  }

  async stillThere(
    regionIds: string[],
    categoryIds: string[],
    speakerIds: string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(STILL_THERE, [regionIds, categoryIds, speakerIds]);
    return new Set(rows.map(({ id }) => id));
  }
}
