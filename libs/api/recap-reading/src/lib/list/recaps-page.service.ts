import { Injectable } from '@nestjs/common';
import { fallbackOrder, pageOf } from '@reihe/api-platform';
import type { FoundRecap, Language, RecapsPage } from '@reihe/shared-contracts';
import { spelledBetter } from './closest-words';
import { type FoundRow, RecapsPageRepository, type RecapsPageRow } from './recaps-page.repository';
import type { RecapsPageQuery } from './recaps-page.query';
import { passagesOf, searchWords } from './search-words';

/** Where a search finds fewer, another spelling is looked for. */
const FEW = 3;

/** The list of recaps, searched and filtered. */
@Injectable()
export class RecapsPages {
  constructor(private readonly pages: RecapsPageRepository) {}

  async recaps(query: RecapsPageQuery, language: Language): Promise<RecapsPage> {
    const languages = fallbackOrder(language);
    const words = query.q === undefined || query.q.trim() === '' ? null : searchWords(query.q);
    const row = await this.pages.recaps(query, words, languages);
    if (words === null || row.hits >= FEW) return pageFor(row, query, null);
    const better = spelledBetter(words, await this.pages.likely(words, languages));
    const findsMore = better !== null && (await this.pages.countOf(better, languages)) > row.hits;
    if (!findsMore) return pageFor(row, query, null);
    const isApplied = row.hits === 0;
    const shown = isApplied ? await this.pages.recaps(query, better, languages) : row;
    return pageFor(shown, query, { words: better.join(' '), isApplied });
  }
}

function pageFor(row: RecapsPageRow, query: RecapsPageQuery, spelling: RecapsPage['spelling']): RecapsPage {
  const { items, total, series, regions, categories, years } = row;
  return { recaps: pageOf(items.map(found), total, query), series, regions, categories, years, spelling };
}

function found({ passage, ...teaser }: FoundRow): FoundRecap {
  const parts = passage ? passagesOf(passage.words) : [];
  return { ...teaser, passage: passage && parts.length > 0 ? { language: passage.language, parts } : null };
}
