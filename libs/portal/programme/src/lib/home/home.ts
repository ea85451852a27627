import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  publicPaths,
  readerPaths,
  type HomePage,
  type InLanguage,
  type SeriesTeaser,
  type SessionTeaser,
} from '@reihe/shared-contracts';
import { readPage } from '@reihe/web-data-access';
import { Formats, inEveryLanguage, LANGUAGE, PageHead, ReaderClock } from '@reihe/web-platform';
import {
  DateBlock,
  EmptyState,
  FigureStrip,
  LeadImage,
  PageFailure,
  PageHeading,
  PageLoading,
  RecapCard,
  SampleNote,
  SessionPhase,
  SessionTime,
  stripFigures,
  WorldMap,
} from '@reihe/web-ui';
import { previewImage } from '../preview-image';
import { SessionEntry } from '../session-entry';

const FIGURES = 5;

/** The running series, what comes next, what was written, who took part, and what was before. */
@Component({
  selector: 'reihe-home',
  imports: [
    DateBlock,
    EmptyState,
    FigureStrip,
    LeadImage,
    PageFailure,
    PageHeading,
    PageLoading,
    RecapCard,
    RouterLink,
    SampleNote,
    SessionEntry,
    SessionPhase,
    SessionTime,
    WorldMap,
  ],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly clock = inject(ReaderClock);

  protected readonly title = $localize`:@@programme.home.title:Virtual exchanges`;
  protected readonly nothingYet = $localize`:@@programme.home.nothing-yet:No series has been published yet`;
  protected readonly nothingYetText = $localize`:@@programme.home.nothing-yet-text:Once there is one, its programme stands here. The recaps' feed tells when something is published.`;

  protected readonly read = readPage<HomePage>(() => ({ path: readerPaths.homePage }));
  private readonly running = computed(() => this.read.page()?.running?.series ?? null);

  protected readonly isSample = computed(() => this.running()?.isSample ?? false);
  protected readonly figures = computed(() =>
    stripFigures(this.read.page()?.figures ?? [], this.formats, FIGURES),
  );
  protected readonly hasSeveralSeries = computed(
    () => new Set(this.read.page()?.nextSessions.map(({ seriesSlug }) => seriesSlug)).size > 1,
  );
  /** The very next session of the running series stands above already. */
  protected readonly coming = computed(() => {
    const home = this.read.page();
    const next = home?.running?.nextSession?.slug;
    return home?.nextSessions.filter(({ slug }) => slug !== next) ?? [];
  });
  protected readonly runningKicker = computed(() => {
    const series = this.running();
    if (!series) return '';
    const period = this.period(series);
    const today = this.clock.now().toISOString().slice(0, 10);
    if (series.startsOn > today)
      return $localize`:@@programme.home.next-series:Next series: ${period}:period:`;
    return series.endsOn < today
      ? $localize`:@@programme.home.last-series:Latest series: ${period}:period:`
      : $localize`:@@programme.home.running:Running now: ${period}:period:`;
  });

  /** Cities on the map: those of whom it is known where they are. */
  protected readonly mapPoints = computed(() =>
    (this.read.page()?.cities ?? []).flatMap(({ city, country, latitude, longitude }) =>
      latitude === null || longitude === null
        ? []
        : [{ label: `${city}, ${this.formats.countryName(country)}`, latitude, longitude }],
    ),
  );
  protected readonly mapAlt = computed(() => {
    const names = this.read.page()?.countries.map((country) => this.formats.countryName(country)) ?? [];
    return $localize`:@@programme.home.map-alt:World map with the cities that took part, in ${this.formats.list(names)}:countries:`;
  });
  /** The map's twin in words: countries in the order of the alphabet, each with its cities. */
  protected readonly places = computed(() => {
    const home = this.read.page();
    if (!home) return [];
    const byName = new Intl.Collator(this.language).compare;
    const codes = new Set([...home.countries, ...home.cities.map(({ country }) => country)]);
    return [...codes]
      .map((code) => ({
        name: this.formats.countryName(code),
        cities: home.cities
          .filter(({ country }) => country === code)
          .map(({ city }) => city)
          .sort(byName)
          .join(', '),
      }))
      .sort((a, b) => byName(a.name, b.name));
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const cover = this.running()?.cover;
      head.describe({
        title: this.running()?.title ?? this.title,
        description: $localize`:@@programme.home.description:Series of virtual exchanges: the programme, registration and recaps.`,
        addresses: inEveryLanguage((language) => publicPaths.home(language)),
        ...(cover && { image: previewImage(cover) }),
      });
    });
  }

  protected period({ startsOn, endsOn }: SeriesTeaser): string {
    return this.formats.period(startsOn, endsOn);
  }

  /** The language of a text, where it is not the page's. */
  protected foreign(text: InLanguage): string | null {
    return text.language === this.language ? null : text.language;
  }

  protected zoneOf(session: SessionTeaser): string {
    return this.clock.timeZone() ?? session.timeZone;
  }

  protected countdown(session: SessionTeaser): string {
    return this.formats.fromNow(session.startsAt, this.clock.now());
  }

  protected number(value: number): string {
    return this.formats.number(value);
  }
}
