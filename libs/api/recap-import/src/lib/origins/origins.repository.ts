import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { RecapOrigin } from '@reihe/shared-editorial';

@Injectable()
export class OriginsRepository {
  constructor(private readonly database: Database) {}

  of(recapId: string): Promise<RecapOrigin[]> {
    return this.database.query(
      `SELECT language, address, to_char(published_on, 'YYYY-MM-DD') AS "publishedOn" FROM recap_origins WHERE recap_id = $1 ORDER BY language`,
      [recapId],
    );
  }

  /** Where readers find what stood at one of these paths; the first path that is known wins, and what was first published. */
  async whereNow(paths: readonly string[]): Promise<{ language: Language; slug: string } | null> {
    const [row] = await this.database.query<{ language: Language; slug: string }>(
      `SELECT a.language, a.slug FROM recap_origins o
       JOIN recap_addresses a ON a.recap_id = o.recap_id AND a.language = o.language AND a.is_current
       WHERE o.path = ANY ($1::text[]) AND a.published_at IS NOT NULL
       ORDER BY array_position($1::text[], o.path), a.published_at LIMIT 1`,
      [paths],
    );
    return row ?? null;
  }
}
