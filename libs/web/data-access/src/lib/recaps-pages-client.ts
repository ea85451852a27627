import { Injectable } from '@angular/core';
import { readerPaths, type RecapPageAnswer, type RecapsPage } from '@reihe/shared-contracts';
import { readPage, type PageRead } from './page-read';

export interface RecapsPageQuery {
  /** 1-based. */
  page?: number | undefined;
  q?: string | undefined;
  /** Slugs. */
  series?: string | undefined;
  region?: string | undefined;
  category?: string | undefined;
  /** Of publication. */
  year?: string | undefined;
}

/** Recaps as readers see them. */
@Injectable({ providedIn: 'root' })
export class RecapsPagesClient {
  list(query: () => RecapsPageQuery): PageRead<RecapsPage> {
    return readPage(() => ({ path: readerPaths.recapsPage, query: query() }));
  }

  page(slug: () => string): PageRead<RecapPageAnswer> {
    return readPage(() => ({ path: readerPaths.recapPage(slug()) }));
  }
}
