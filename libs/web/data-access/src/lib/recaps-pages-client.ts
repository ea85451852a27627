import { inject, Injectable } from '@angular/core';
import { apiPaths, type RecapPageAnswer, type RecapsPage } from '@reihe/shared-contracts';
import { LANGUAGE } from '@reihe/web-platform';
import { readFrom } from './requests';

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

/**
 * Recaps as readers see them. The language stands in the address itself and is not left to the interceptor: a resource looks for
 * what the server already read by the address it was asked with, before any interceptor has seen it.
 */
@Injectable({ providedIn: 'root' })
export class RecapsPagesClient {
  private readonly lang = inject(LANGUAGE);

  list(query: () => RecapsPageQuery) {
    return readFrom<RecapsPage>(() => ({
      path: apiPaths.recapsPage,
      query: { ...query(), lang: this.lang },
    }));
  }

  page(slug: () => string) {
    return readFrom<RecapPageAnswer>(() => ({
      path: apiPaths.recapPage(slug()),
      query: { lang: this.lang },
    }));
  }
}
