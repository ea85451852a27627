import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { publicPaths } from '@reihe/shared-contracts';
import { RecapsPagesClient } from '@reihe/web-data-access';
import { Formats, inEveryLanguage, LANGUAGE, PageHead } from '@reihe/web-platform';
import { EmptyState, PageFailure, PageHeading, PageLoading, Pagination } from '@reihe/web-ui';
import { RecapTeaser } from '../recap-teaser';

/** Names of the form's fields, which are the keys of the page's address and the API's. */
const FILTERS = ['q', 'series', 'region', 'category', 'year'] as const;
type Filter = (typeof FILTERS)[number];

/** All recaps, the latest first. Search and filters live in the address; the form is a plain GET form that scripts only speed up. */
@Component({
  selector: 'reihe-recaps-page',
  imports: [EmptyState, PageFailure, PageHeading, PageLoading, Pagination, RecapTeaser, RouterLink],
  templateUrl: './recaps-page.html',
  styleUrl: './recaps-page.css',
})
export class RecapsPage {
  /** Bound from the address. */
  readonly q = input<string>();
  readonly series = input<string>();
  readonly region = input<string>();
  readonly category = input<string>();
  readonly year = input<string>();
  readonly page = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  protected readonly language = inject(LANGUAGE);

  protected readonly action = publicPaths.recaps(this.language);
  protected readonly feed = publicPaths.recapFeed(this.language);
  protected readonly heading = $localize`:@@recaps.list.heading:Recaps`;

  private readonly filters = computed<Record<Filter, string | undefined>>(() => ({
    q: this.q(),
    series: this.series(),
    region: this.region(),
    category: this.category(),
    year: this.year(),
  }));
  protected readonly isFiltered = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly read = inject(RecapsPagesClient).list(() => ({
    ...this.filters(),
    page: pageNumber(this.page()),
  }));
  protected readonly pageCount = computed(() => {
    const found = this.read.page()?.recaps;
    return found ? Math.ceil(found.total / found.pageSize) : 0;
  });
  protected readonly count = computed(() => {
    const total = this.read.page()?.recaps.total ?? 0;
    if (total === 0) return $localize`:@@recaps.list.count-none:No recaps`;
    if (total === 1) return $localize`:@@recaps.list.count-one:1 recap`;
    return $localize`:@@recaps.list.count:${this.formats.number(total)}:total: recaps`;
  });

  protected readonly none = computed(() =>
    this.isFiltered()
      ? $localize`:@@recaps.list.none-found:No recap fits this search`
      : $localize`:@@recaps.list.none:No recap has been published yet`,
  );
  protected readonly noneText = computed(() =>
    this.isFiltered()
      ? $localize`:@@recaps.list.none-found-text:Try other words or fewer filters.`
      : $localize`:@@recaps.list.none-text:Recaps follow some days after a session was held.`,
  );

  constructor() {
    inject(PageHead).describe({
      title: this.heading,
      description: $localize`:@@recaps.list.description:What was said and learnt in our virtual exchanges, session by session.`,
      addresses: inEveryLanguage((language) => publicPaths.recaps(language)),
    });
  }

  /** The same address the browser would go to by itself, without loading the page anew. Empty fields are left out. */
  protected search(event: Event): void {
    event.preventDefault();
    const entries = new FormData(event.target as HTMLFormElement);
    const queryParams = Object.fromEntries(
      FILTERS.map((name) => {
        const value = entries.get(name);
        return [name, typeof value === 'string' && value.trim() !== '' ? value.trim() : null];
      }),
    );
    void this.router.navigate(['/recaps'], { queryParams });
  }
}

/** Undefined for the first page, so that it has one address. */
function pageNumber(page: string | undefined): number | undefined {
  const number = Number(page);
  return Number.isInteger(number) && number > 1 ? number : undefined;
}
