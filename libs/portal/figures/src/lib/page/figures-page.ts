import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { publicPaths } from '@reihe/shared-contracts';
import {
  publicFiguresPaths,
  type FigureFileFormat,
  type PublicFigures,
  type PublicFiguresHead,
} from '@reihe/shared-figures';
import { readPage } from '@reihe/web-data-access';
import { Formats, inEveryLanguage, LANGUAGE, PageHead, writtenAddresses } from '@reihe/web-platform';
import {
  Breadcrumb,
  EmptyState,
  FigureStrip,
  PageFailure,
  PageHeading,
  PageLoading,
  SampleNote,
  stripFigures,
  type Crumb,
} from '@reihe/web-ui';
import { FigureMap } from './figure-map';
import { FigureTable, type FigureTableRow } from './figure-table';
import { attendanceWords, differenceWords, partsInWords, sessionsNumbers, smallWords } from './figure-words';
import { FIGURES_FOR_MACHINES } from './figures-head';

/** Of each series on the page of all. */
const FIGURES_OF_ONE = 4;

/** Who took part in a series, or in all of them, as far as that may be told; how it is counted; and the same as data. */
@Component({
  selector: 'reihe-figures-page',
  imports: [
    Breadcrumb,
    EmptyState,
    FigureMap,
    FigureStrip,
    FigureTable,
    PageFailure,
    PageHeading,
    PageLoading,
    RouterLink,
    SampleNote,
  ],
  templateUrl: './figures-page.html',
  styleUrl: './figures-page.css',
})
export class FiguresPage {
  /** From the address; absent: all series. */
  readonly slug = input<string>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly read = readPage<PublicFigures>(() => {
    const slug = this.slug();
    return { path: slug === undefined ? publicFiguresPaths.ofAll : publicFiguresPaths.ofSeries(slug) };
  });
  private readonly breakdown = computed(() => this.read.page()?.breakdown ?? null);
  /** null: all series. */
  protected readonly series = computed(() =>
    this.slug() === undefined ? null : (this.read.page()?.series[0] ?? null),
  );
  protected readonly title = computed(() => {
    const series = this.series();
    return series
      ? $localize`:@@figures.title:Figures: ${series.title}:series:`
      : $localize`:@@figures.title-all:Figures of all series`;
  });
  protected readonly crumbs = computed((): Crumb[] => {
    const series = this.series();
    return [
      { label: $localize`:@@programme.crumb.home:Series`, link: '/' },
      ...(series ? [{ label: series.title, link: `/series/${series.slug}` }] : []),
      { label: $localize`:@@figures.crumb:Figures` },
    ];
  });

  protected readonly strip = computed(() => stripFigures(this.read.page()?.totals ?? [], this.formats));
  protected readonly differences = computed(() =>
    (this.read.page()?.differences ?? []).map((difference) => differenceWords(difference, this.formats)),
  );
  /** Whether anybody is on record whose number may be told. */
  protected readonly isCounted = computed(() =>
    (this.read.page()?.totals ?? []).some(
      ({ measure, source }) => source === null && (measure === 'participations' || measure === 'attended'),
    ),
  );
  protected readonly countedOn = computed(() => {
    const countedAt = this.read.page()?.countedAt;
    return countedAt ? this.formats.day(countedAt, 'UTC') : null;
  });

  protected readonly regions = computed(() =>
    this.parts((breakdown) =>
      breakdown.regions.map(({ name, tint, participants }) => ({ name: name.text, tint, participants })),
    ),
  );
  protected readonly countries = computed(() =>
    this.parts((breakdown) =>
      breakdown.countries.map(({ key, tint, participants }) => ({
        ...{ name: this.formats.countryName(key), tint, participants },
      })),
    ),
  );
  protected readonly cities = computed(() =>
    this.parts((breakdown) =>
      breakdown.cities.map(({ city, country, tint, participants }) => ({
        ...{ name: `${city}, ${this.formats.countryName(country)}`, tint, participants },
      })),
    ),
  );
  protected readonly languages = computed(() =>
    this.parts((breakdown) =>
      breakdown.languages.map(({ key, participants }) => ({
        ...{ name: this.formats.languageName(key), participants },
      })),
    ),
  );
  protected readonly onMap = computed(() =>
    (this.breakdown()?.cities ?? []).filter(({ latitude }) => latitude !== null),
  );
  protected readonly otherCities = computed(() => {
    const count = this.breakdown()?.otherCities ?? 0;
    if (count === 0) return null;
    return $localize`:@@figures.other-cities:Places that are not named, for they would point at a single person: ${this.formats.number(count)}:count:.`;
  });

  /** The tables of places, each with those whose number is not shown. */
  protected readonly places = computed(() => [
    {
      heading: $localize`:@@figures.by-region:By region`,
      caption: $localize`:@@figures.by-region-words:Participants by region of the world`,
      of: $localize`:@@figures.column.region:Region`,
      ...this.regions(),
      more: null,
    },
    {
      heading: $localize`:@@figures.by-language:By language`,
      caption: $localize`:@@figures.by-language-words:Participants by the language they are written to in`,
      of: $localize`:@@figures.column.language:Language`,
      ...this.languages(),
      more: null,
    },
    {
      heading: $localize`:@@figures.by-country:By country`,
      caption: $localize`:@@figures.by-country-words:Participants by country`,
      of: $localize`:@@figures.column.country:Country`,
      ...this.countries(),
      more: null,
    },
    {
      heading: $localize`:@@figures.by-city:By city`,
      caption: $localize`:@@figures.by-city-words:Participants by city`,
      of: $localize`:@@figures.column.city:City`,
      ...this.cities(),
      more: this.otherCities(),
    },
  ]);

  protected readonly months = computed(() =>
    (this.breakdown()?.months ?? []).map((month): FigureTableRow => ({
      name: this.formats.date(`${month.key}-15T12:00:00Z`, 'UTC', { month: 'long', year: 'numeric' }),
      numbers: this.withSessions(month),
    })),
  );
  protected readonly categories = computed(() =>
    (this.breakdown()?.categories ?? []).map((category): FigureTableRow => ({
      ...{ name: category.name.text, lang: this.foreign(category.name.language) },
      numbers: this.withSessions(category),
    })),
  );
  protected readonly sessions = computed(() =>
    // Without people the series' own page says more of them.
    (this.isCounted() ? (this.breakdown()?.sessions ?? []) : []).map((session): FigureTableRow => ({
      name: `${this.formats.plainDay(session.startsAt)}: ${session.name.text}`,
      lang: this.foreign(session.name.language),
      link: publicPaths.session(this.language, session.key),
      numbers: sessionsNumbers(session, this.formats),
    })),
  );
  protected readonly each = computed(() =>
    (this.read.page()?.series ?? []).map((series) => ({
      ...series,
      lang: this.foreign(series.language),
      strip: stripFigures(series.totals, this.formats, FIGURES_OF_ONE),
    })),
  );

  protected readonly small = computed(() => {
    const page = this.read.page();
    return page ? smallWords(page, this.formats) : '';
  });
  protected readonly threshold = computed(() => {
    const attendance = this.read.page()?.attendance;
    return attendance
      ? attendanceWords(attendance, this.formats)
      : $localize`:@@figures.threshold-each:How long somebody must be in a session to have taken part is told on the page of each series.`;
  });
  protected readonly smallBelow = computed(() => this.formats.number(this.read.page()?.smallBelow ?? 0));

  protected readonly nothing = $localize`:@@figures.nothing:Nothing has been counted yet`;
  protected readonly nothingText = computed(() =>
    (this.read.page()?.series ?? []).some(({ totals }) => totals.length > 0)
      ? $localize`:@@figures.nothing-recorded:No people are on record here, or so few that no number is shown.`
      : $localize`:@@figures.nothing-text:Once people have registered or taken part, their numbers stand here.`,
  );
  /** "CC BY 4.0" for the address of a Creative Commons licence, otherwise the address. */
  protected readonly licence = computed(() => {
    const address = this.read.page()?.licence ?? '';
    const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(address) ?? [];
    return kind && version ? `CC ${kind.toUpperCase()} ${version}` : address;
  });

  protected readonly byMonth = $localize`:@@figures.by-month-words:Sessions by month, places taken and people who took part`;
  protected readonly byCategory = $localize`:@@figures.by-category-words:Sessions by category, of which they may have several, places taken and people who took part`;
  protected readonly bySession = $localize`:@@figures.by-session-words:Places taken and people who took part, by session`;
  protected readonly month = $localize`:@@figures.column.month:Month`;
  protected readonly category = $localize`:@@figures.column.category:Category`;
  protected readonly session = $localize`:@@figures.column.session:Session`;
  protected readonly ofPeople = $localize`:@@figures.column.participants:Participants`;
  protected readonly ofSessions = [
    $localize`:@@figures.column.participations:Places taken`,
    $localize`:@@figures.column.attended:Took part`,
  ];
  protected readonly ofSeveral = computed(() => [
    ...(this.isCounted() ? this.ofSessions : []),
    $localize`:@@figures.column.sessions:Sessions`,
  ]);

  constructor() {
    const head = inject(PageHead);
    const forMachines = inject(FIGURES_FOR_MACHINES, { optional: true });
    effect(() => {
      const page = this.read.page();
      if (!page) return;
      const slug = this.slug() ?? null;
      const words = { title: this.title(), description: this.description(), language: this.language, slug };
      head.describe({
        ...words,
        ...this.addresses(this.series()),
        ...forMachines?.(head, page, words),
      });
    });
  }

  protected file(format: FigureFileFormat): string {
    const slug = this.slug();
    return slug === undefined
      ? publicFiguresPaths.fileOfAll(this.language, format)
      : publicFiguresPaths.file(this.language, format, slug);
  }

  protected foreign(language: string): string | null {
    return language === this.language ? null : language;
  }

  private description(): string {
    const series = this.series();
    return series
      ? $localize`:@@figures.description:How many took part in “${series.title}:series:”, from which regions, countries and cities, in which sessions; where each number comes from, and the same as data.`
      : $localize`:@@figures.description-all:How many took part in all series of virtual exchanges, from which regions, countries and cities; where each number comes from, and the same as data.`;
  }

  private addresses(series: PublicFiguresHead | null) {
    return series
      ? writtenAddresses(series.languages, (language) => publicFiguresPaths.page(language, series.slug))
      : { addresses: inEveryLanguage((language) => publicFiguresPaths.pageOfAll(language)) };
  }

  private parts(partsOf: (breakdown: PublicFigures['breakdown']) => Parameters<typeof partsInWords>[0]) {
    const breakdown = this.breakdown();
    return partsInWords(breakdown ? partsOf(breakdown) : [], this.formats, this.language);
  }

  private withSessions(several: Parameters<typeof sessionsNumbers>[0]) {
    const { sessions } = several;
    return [
      ...(this.isCounted() ? sessionsNumbers(several, this.formats) : []),
      { words: this.formats.number(sessions), value: sessions },
    ];
  }
}
