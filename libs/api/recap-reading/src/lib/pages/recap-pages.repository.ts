import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import { RECAP_PAGE, type RecapPageRow } from './recap-page.sql';

/** What readers see: the page is one statement, whatever is on it. */
@Injectable()
export class RecapPagesRepository {
  constructor(private readonly database: Database) {}

  async recap(slug: string, languages: Language[]): Promise<RecapPageRow | null> {
    const [row] = await this.database.prepared<{ page: RecapPageRow }>(RECAP_PAGE, [languages, slug]);
    return row?.page ?? null;
  }

  /** In the transaction in progress. */
  async uncommitted(slug: string, languages: Language[]): Promise<RecapPageRow | null> {
    const [row] = await this.database.query<{ page: RecapPageRow }>(RECAP_PAGE, [languages, slug]);
    return row?.page ?? null;
  }
}
