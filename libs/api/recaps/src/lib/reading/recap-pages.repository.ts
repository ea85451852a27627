import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { likeText, offsetOf } from '@reihe/api-platform';
import type { Language, RecapPage, RecapsPage, RecapTeaser } from '@reihe/shared-contracts';
import { RECAP_PAGE, RECAPS_PAGE } from './recap-pages.sql';
import type { RecapsPageQuery } from './recap-pages.query';

export interface RecapsPageRow extends Omit<RecapsPage, 'recaps'> {
  items: RecapTeaser[];
  total: number;
}

/** What readers see: each page is one statement, whatever is on it. */
@Injectable()
export class RecapPagesRepository {
  constructor(private readonly database: Database) {}

  async recaps(query: RecapsPageQuery, languages: Language[]): Promise<RecapsPageRow> {
    const [row] = await this.database.prepared<RecapsPageRow>(RECAPS_PAGE, [
      languages,
      query.series ?? null,
      query.region ?? null,
      query.category ?? null,
      query.year ?? null,
      query.q ? `%${likeText(query.q)}%` : null,
      query.pageSize,
      offsetOf(query),
    ]);
    if (!row) throw new Error('A statement that always answers one row answered none.');
    return row;
  }

  async recap(slug: string, languages: Language[]): Promise<RecapPage | null> {
    const [row] = await this.database.prepared<{ page: RecapPage }>(RECAP_PAGE, [languages, slug]);
    return row?.page ?? null;
  }
}
