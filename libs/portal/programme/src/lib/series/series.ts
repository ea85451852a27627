import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import {
  filterOf,
  programmeFinder,
  programmeMonth,
  queryOf,
  questionIn,
  QuietPart,
} from '@reihe/portal-finding';
import {
  PROGRAMME_WINDOW,
  publicPaths,
  readerPaths,
  recapFeedPath,
  type SeriesPage,
} from '@reihe/shared-contracts';
import { readPage } from '@reihe/web-data-access';
import { Formats, LANGUAGE, PageHead, ReaderClock, writtenAddresses, zonePlace } from '@reihe/web-platform';
import {
  Breadcrumb,
  Chip,
  EmptyState,
  FigureStrip,
  LeadImage,
  PageFailure,
  PageLoading,
  RecapCard,
  SampleNote,
  stripFigures,
  type Crumb,
} from '@reihe/web-ui';
import { previewImage } from '../preview-image';
import { SERIES_FOR_MACHINES } from './series-head';
import { subscriptionLinks } from './subscription-links';
import { Timeline } from './timeline';

/** What a series is, who is behind it, its whole programme, its figures and its recaps. */
@Component({
  selector: 'reihe-series',
  imports: [
    Breadcrumb,
    Chip,
    EmptyState,
    FigureStrip,
    LeadImage,
    PageFailure,
    PageLoading,
    QuietPart,
    RecapCard,
    RouterLink,
    SampleNote,
    Timeline,
  ],
  templateUrl: './series.html',
  styleUrl: './series.css',
})
export class Series {
  /** From the address. */
  readonly slug = input.required<string>();
  private readonly query = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);
  private readonly ownLanguage = inject(LANGUAGE);
  private readonly head = inject(PageHead);
  private readonly forMachines = inject(SERIES_FOR_MACHINES, { optional: true });

  /** The same question in another address is not a new one. */
  protected readonly question = computed(() => questionIn(this.query()), {
    equal: (a, b) => queryOf(a) === queryOf(b),
  });

  protected readonly nothing = $localize`:@@programme.series.nothing:No session fits these filters`;
  protected readonly nothingText = $localize`:@@programme.series.nothing-text:Try fewer of them, or look at the whole programme.`;

  protected readonly read = readPage<SeriesPage>(() => ({
    path: readerPaths.seriesPage(this.slug()),
    query: this.question(),
  }));
  private readonly series = computed(() => this.read.page()?.series ?? null);

  protected readonly address = computed(() => publicPaths.series(this.ownLanguage, this.slug()));
  protected readonly registerAddress = publicPaths.register(this.ownLanguage);
  protected readonly subscribeAll = $localize`:@@programme.series.subscribe-calendar:Subscribe to the calendar`;
  protected readonly subscribeShown = $localize`:@@programme.series.subscribe-shown:Subscribe to what is shown`;
  protected readonly isFiltered = computed(() => queryOf(filterOf(this.question())) !== '');
  /** Of what is shown. */
  protected readonly calendar = computed(
    () =>
      publicPaths.seriesCalendar(this.slug()) +
      queryOf({ ...filterOf(this.question()), lang: this.ownLanguage }),
  );
  protected readonly subscribe = computed(() =>
    subscriptionLinks(this.head.absolute(this.calendar()), this.series()?.title ?? ''),
  );
  protected readonly feed = computed(() =>
    recapFeedPath(this.ownLanguage, 'xml', { kind: 'series', slug: this.slug() }),
  );

  protected readonly crumbs = computed((): Crumb[] => [
    { label: $localize`:@@programme.crumb.home:Series`, link: '/' },
    { label: this.series()?.title ?? '' },
  ]);
  protected readonly period = computed(() => {
    const series = this.series();
    return series ? this.formats.period(series.startsOn, series.endsOn) : '';
  });
  protected readonly figures = computed(() => stripFigures(this.series()?.figures ?? [], this.formats));
  protected readonly hostPlace = computed(() => zonePlace(this.series()?.timeZone ?? ''));
  protected readonly lang = computed(() => {
    const series = this.series();
    return series && series.language !== this.ownLanguage ? series.language : null;
  });
  protected readonly count = computed(() => {
    const { total = 0, start = 1 } = this.read.page()?.window ?? {};
    const shown = this.read.page()?.sessions.length ?? 0;
    if (total === 1) return $localize`:@@programme.series.one-session:One session`;
    return shown === 0 || shown === total
      ? $localize`:@@programme.series.sessions:${total}:count: sessions`
      : $localize`:@@programme.series.some-sessions:${total}:count: sessions, ${start}:first: to ${start + shown - 1}:last: shown`;
  });
  /** Where the windows before and after this one begin; null where there is none. */
  protected readonly earlier = computed(() => {
    const start = this.read.page()?.window.start ?? 1;
    return start > 1 ? Math.max(1, start - PROGRAMME_WINDOW.size) : null;
  });
  protected readonly later = computed(() => {
    const { total = 0, start = 1 } = this.read.page()?.window ?? {};
    return start + PROGRAMME_WINDOW.size <= total ? start + PROGRAMME_WINDOW.size : null;
  });
  protected readonly hasToday = computed(() => {
    const { total = 0, past = 0 } = this.read.page()?.window ?? {};
    return past > 0 && past < total;
  });

  protected readonly finder = programmeFinder;
  protected readonly monthSheet = programmeMonth;
  protected readonly isOpened = signal(false);

  private readonly addressOf = (question: object) => `${this.address()}${queryOf(question)}#programme`;
  protected readonly finderInputs = computed(() => {
    // Only a browser knows the reader's zone, and only an open form asks for it.
    this.isOpened();
    return { page: this.read.page(), question: this.question(), addressOf: this.addressOf };
  });
  protected readonly monthInputs = computed(() => {
    const page = this.read.page();
    const question = this.question();
    // The sheet that the server sent is in the host's zone.
    this.clock.timeZone();
    return {
      sheet: page?.month,
      hostZone: page?.series.timeZone,
      askedZone: question.zone ?? null,
      monthAddress: (month: string) => this.addressOf({ ...question, month }),
      sessionAddress: (slug: string) => publicPaths.session(this.ownLanguage, slug),
    };
  });

  constructor() {
    effect(() => {
      const series = this.series();
      if (!series) return;
      this.head.describe({
        title: series.title,
        description: series.summary,
        ...writtenAddresses(series.languages, (language) => publicPaths.series(language, series.slug)),
        ...(series.cover && { image: previewImage(series.cover) }),
        ...this.forMachines?.(this.head, series, this.ownLanguage),
      });
    });
  }

  protected register(session: string[]): void {
    void this.router.navigate(['/register'], { queryParams: { session } });
  }
}
