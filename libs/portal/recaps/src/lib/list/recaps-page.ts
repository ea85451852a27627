import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { publicPaths, type FeedOf, type RecapsPage as Page } from '@reihe/shared-contracts';
import { RecapsPagesClient } from '@reihe/web-data-access';
import { Formats, inEveryLanguage, LANGUAGE, PageHead } from '@reihe/web-platform';
import { EmptyState, PageFailure, PageHeading, PageLoading, Pagination } from '@reihe/web-ui';
import { feedLinks, feedsInHead } from '../feed-links';
import { RecapTeaser } from '../recap-teaser';
import { FoundPassage } from './found-passage';
import {
  choicesOf,
  FILTERS,
  filtersOf,
  pageCountOf,
  pageNumber,
  type Choice,
  type Filter,
} from './recaps-question';

/** Id of the place where what is found begins. */
const FOUND = 'found';

interface Facet {
  name: Exclude<Filter, 'q'>;
  label: string;
  /** For no choice. */
  all: string;
  choices: Choice[];
}

/** All recaps, searched and filtered. What is asked lives in the address; the form is a plain GET form that scripts only speed up. */
@Component({
  selector: 'reihe-recaps-page',
  imports: [
    EmptyState,
    FoundPassage,
    PageFailure,
    PageHeading,
    PageLoading,
    Pagination,
    RecapTeaser,
    RouterLink,
  ],
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
  private readonly head = inject(PageHead);
  protected readonly language = inject(LANGUAGE);

  /** With the place of what is found: on a phone the form alone fills the screen. */
  protected readonly action = `${publicPaths.recaps(this.language)}#${FOUND}`;
  protected readonly heading = $localize`:@@recaps.list.heading:Recaps`;

  protected readonly filters = computed(() =>
    filtersOf({
      q: this.q(),
      series: this.series(),
      region: this.region(),
      category: this.category(),
      year: this.year(),
    }),
  );
  protected readonly isFiltered = computed(() => Object.values(this.filters()).some(Boolean));
  protected readonly read = inject(RecapsPagesClient).list(() => ({
    ...this.filters(),
    page: pageNumber(this.page()),
  }));
  protected readonly pageCount = computed(() => {
    const found = this.read.page()?.recaps;
    return found ? pageCountOf(found) : 0;
  });
  protected readonly count = computed(() => {
    const total = this.read.page()?.recaps.total ?? 0;
    if (total === 0) return $localize`:@@recaps.list.count-none:No recaps`;
    if (total === 1) return $localize`:@@recaps.list.count-one:1 recap`;
    return $localize`:@@recaps.list.count:${this.formats.number(total)}:total: recaps`;
  });
  protected readonly facets = computed(() => {
    const page = this.read.page();
    return page ? this.facetsOf(page) : [];
  });

  /** Past the last page: from an old link, or somebody tried. */
  protected readonly isPastEnd = computed(() => {
    const found = this.read.page()?.recaps;
    return found?.items.length === 0 && found.total > 0;
  });
  protected readonly none = computed(() => {
    if (this.isPastEnd()) return $localize`:@@recaps.list.past-end:There is no such page`;
    return this.isFiltered()
      ? $localize`:@@recaps.list.none-found:No recap fits this search`
      : $localize`:@@recaps.list.none:No recap has been published yet`;
  });
  protected readonly noneText = computed(() => {
    if (this.isPastEnd()) return $localize`:@@recaps.list.past-end-text:The list ends before it.`;
    return this.isFiltered()
      ? $localize`:@@recaps.list.none-found-text:Try other words or fewer filters.`
      : $localize`:@@recaps.list.none-text:Recaps follow some days after a session was held.`;
  });

  /** Of the series or the category that is shown, else of all recaps. */
  protected readonly feeds = computed(() => {
    const { series, category } = this.filters();
    const of: FeedOf | null = series
      ? { kind: 'series', slug: series }
      : category
        ? { kind: 'categories', slug: category }
        : null;
    return feedLinks(this.language, of);
  });

  constructor() {
    effect(() => {
      this.head.describe({
        title: this.heading,
        description: $localize`:@@recaps.list.description:What was said and learnt in our virtual exchanges, session by session.`,
        addresses: inEveryLanguage((language) => publicPaths.recaps(language)),
        more: feedsInHead(this.feeds(), this.heading),
      });
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
    void this.router.navigate(['/recaps'], { queryParams, fragment: FOUND });
  }

  private facetsOf({ series, regions, categories, years }: Page): Facet[] {
    const asked = this.filters();
    const gone = $localize`:@@recaps.list.gone:No longer there`;
    const choice = (value: string, words: string, count: number): Choice => ({ value, words, count });
    return [
      {
        name: 'series',
        label: $localize`:@@recaps.list.series:Series`,
        all: $localize`:@@recaps.list.all-series:All series`,
        choices: choicesOf(
          series.map(({ slug, title, count }) => choice(slug, title, count)),
          asked.series,
          gone,
        ),
      },
      {
        name: 'region',
        label: $localize`:@@recaps.list.region:Region`,
        all: $localize`:@@recaps.list.all-regions:All regions`,
        choices: choicesOf(
          regions.map(({ slug, name, count }) => choice(slug, name, count)),
          asked.region,
          gone,
        ),
      },
      {
        name: 'category',
        label: $localize`:@@recaps.list.category:Category`,
        all: $localize`:@@recaps.list.all-categories:All categories`,
        choices: choicesOf(
          categories.map(({ slug, name, count }) => choice(slug, name, count)),
          asked.category,
          gone,
        ),
      },
      {
        name: 'year',
        label: $localize`:@@recaps.list.year:Year`,
        all: $localize`:@@recaps.list.all-years:All years`,
        choices: choicesOf(
          years.map(({ year, count }) => choice(String(year), String(year), count)),
          asked.year,
          asked.year ?? '',
        ),
      },
    ];
  }

  protected optionWords({ words, count }: Choice): string {
    return `${words} (${this.formats.number(count)})`;
  }
}
