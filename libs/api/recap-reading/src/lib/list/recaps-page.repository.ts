import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { offsetOf } from '@reihe/api-platform';
import type { FoundRecap, Language, RecapsPage } from '@reihe/shared-contracts';
import type { LikelyWord } from './closest-words';
import { ALL_RECAPS, FOUND_COUNT, LIKELY_WORDS, SEARCHED_RECAPS } from './recaps-page.sql';
import type { RecapsPageQuery } from './recaps-page.query';

/** A recap as it was found; the passage with marks where the words are. */
export interface FoundRow extends Omit<FoundRecap, 'passage'> {
  passage: { language: Language; words: string } | null;
}

export interface RecapsPageRow extends Omit<RecapsPage, 'recaps' | 'spelling'> {
  items: FoundRow[];
  total: number;
  /** Recaps that the words are in, whatever else is filtered by. */
  hits: number;
}

@Injectable()
export class RecapsPageRepository {
  constructor(private readonly database: Database) {}

  /** One statement, whatever is asked. @param words null: no search; none: nothing is found */
  async recaps(
    query: RecapsPageQuery,
    words: readonly string[] | null,
    languages: Language[],
  ): Promise<RecapsPageRow> {
    const { series = null, region = null, category = null, year = null, pageSize } = query;
    const parameters = [languages, series, region, category, year, words, pageSize, offsetOf(query)];
    const [row] = await this.database.prepared<RecapsPageRow>(
      words === null ? ALL_RECAPS : SEARCHED_RECAPS,
      parameters,
    );
    if (!row) throw new Error('A statement that always answers one row answered none.');
    return row;
  }

  async countOf(words: readonly string[], languages: Language[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(FOUND_COUNT, [languages, words]);
    return row?.count ?? 0;
  }

  likely(words: readonly string[], languages: Language[]): Promise<LikelyWord[]> {
    return this.database.query<LikelyWord>(LIKELY_WORDS, [languages, words]);
  }
}
