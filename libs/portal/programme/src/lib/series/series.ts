import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { apiPaths, publicPaths, type SeriesPage } from '@reihe/shared-contracts';
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
import { ProgrammeFilters, type SeriesFilter } from './programme-filters';
import { seriesData } from './series-data';
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
    ProgrammeFilters,
    RecapCard,
    RouterLink,
    SampleNote,
    Timeline,
  ],
  templateUrl: './series.html',
  styleUrl: './series.css',
})
export class Series {
  /** From the address: path and query. */
  readonly slug = input.required<string>();
  readonly when = input<string>();
  readonly region = input<string>();
  readonly category = input<string>();
  readonly language = input<string>();
  readonly kind = input<string>();

  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);
  private readonly ownLanguage = inject(LANGUAGE);
  private readonly head = inject(PageHead);

  protected readonly filter = computed((): SeriesFilter => ({
    when: this.when(),
    region: this.region(),
    category: this.category(),
    language: this.language(),
    kind: this.kind(),
  }));

  protected readonly nothing = $localize`:@@programme.series.nothing:No session fits these filters`;
  protected readonly nothingText = $localize`:@@programme.series.nothing-text:Try fewer of them, or look at the whole programme.`;

  protected readonly read = readPage<SeriesPage>(() => ({
    path: apiPaths.seriesPage(this.slug()),
    query: this.filter(),
  }));
  private readonly series = computed(() => this.read.page()?.series ?? null);

  protected readonly address = computed(() => publicPaths.series(this.ownLanguage, this.slug()));
  protected readonly registerAddress = publicPaths.register(this.ownLanguage);
  protected readonly calendar = computed(() => publicPaths.seriesCalendar(this.slug()));
  protected readonly subscribeCalendar = computed(() =>
    this.head.absolute(this.calendar()).replace(/^https?:/, 'webcal:'),
  );
  protected readonly feed = publicPaths.recapFeed(this.ownLanguage);

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
    const count = this.read.page()?.sessions.length ?? 0;
    return count === 1
      ? $localize`:@@programme.series.one-session:One session`
      : $localize`:@@programme.series.sessions:${count}:count: sessions`;
  });
  protected readonly hasToday = computed(() => {
    const now = this.clock.now().getTime();
    const ends = this.read.page()?.sessions.map(({ endsAt }) => new Date(endsAt).getTime()) ?? [];
    return ends.some((end) => end <= now) && ends.some((end) => end > now);
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
        structuredData: [seriesData(series, this.head.absolute(this.address()))],
      });
    });
  }

  protected show(filter: Record<string, string | null>): void {
    void this.router.navigate(['/series', this.slug()], { queryParams: filter, fragment: 'programme' });
  }

  protected register(session: string[]): void {
    void this.router.navigate(['/register'], { queryParams: { session } });
  }
}
