import type { Count, InLanguage, Language, Measure, RegionTint } from '@reihe/shared-contracts';
import type { AttendanceThreshold } from './attendance-imports';

/** Numbers of people below this are not published in breakdowns. */
export const SMALL_BELOW = 5;

/** A number of people as everybody may read it. */
export interface ShownNumber {
  /** null: not shown, being small, or one with which a small one could be worked out. */
  value: number | null;
  /** There are or may be more: some of what it sums is not shown or was never counted. */
  isAtLeast: boolean;
}

/** One number of a series, or of all, with where it comes from. */
export interface PublicTotal extends Count {
  /** Of a range: some may be people who are counted already, or new ones. null: no range. */
  upTo: number | null;
}

/** Somebody states another number than the records hold. */
export interface FigureDifference {
  measure: Measure;
  stated: Count;
  /** null: the records hold none. */
  recorded: Count | null;
}

export interface ShownRegion {
  /** Slug. */
  key: string;
  name: InLanguage & { text: string };
  tint: RegionTint;
  participants: ShownNumber;
}

export interface ShownCountry {
  /** ISO 3166-1 alpha-2. */
  key: string;
  /** null: of no region. */
  tint: RegionTint | null;
  participants: ShownNumber;
}

export interface ShownCity {
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  tint: RegionTint | null;
  /** Degrees, WGS 84; null where nobody knows where that is. */
  latitude: number | null;
  longitude: number | null;
  participants: ShownNumber;
}

export interface ShownLanguage {
  /** BCP 47; what people are written to in. */
  key: string;
  participants: ShownNumber;
}

/** Numbers of one or more sessions. */
export interface ShownSessions {
  sessions: number;
  participations: ShownNumber;
  /** null: nobody is on record as having come. */
  attended: ShownNumber | null;
}

export interface ShownSession extends ShownSessions {
  /** Slug. */
  key: string;
  name: InLanguage & { text: string };
  startsAt: string;
  timeZone: string;
}

export interface ShownCategory extends ShownSessions {
  /** Slug. */
  key: string;
  name: InLanguage & { text: string };
}

export interface ShownMonth extends ShownSessions {
  /** "2026-10", by the clock of the series. */
  key: string;
}

/** Who took part, by what. Participants of several series count in each of them. */
export interface FigureBreakdown {
  regions: ShownRegion[];
  countries: ShownCountry[];
  cities: ShownCity[];
  /** Places that are not named, for somebody typed them whom they would point at. */
  otherCities: number;
  languages: ShownLanguage[];
  /** Of one series; none where all are asked for. */
  sessions: ShownSession[];
  months: ShownMonth[];
  categories: ShownCategory[];
}

export interface PublicFiguresHead extends InLanguage {
  slug: string;
  title: string;
  /** Who answers questions about the numbers; empty where nobody is named. */
  host: string;
  startsOn: string;
  endsOn: string;
  isSample: boolean;
  /** In which it is written. */
  languages: Language[];
  /** As they are now, recorded and stated. */
  totals: PublicTotal[];
}

/** What everybody may read of the numbers of a series, or of all that are published. */
export interface PublicFigures {
  /** One; or each of those that are summed, the latest first. */
  series: PublicFiguresHead[];
  /** As they are now. */
  totals: PublicTotal[];
  differences: FigureDifference[];
  breakdown: FigureBreakdown;
  /** When the breakdown was counted; null: there was nobody to count. Of several the earliest. */
  countedAt: string | null;
  /** Below it numbers of people are not shown. */
  smallBelow: number;
  /** What makes somebody one who came; null where series differ. */
  attendance: AttendanceThreshold | null;
  /** Address of the licence of the data. */
  licence: string;
  /** Address to write to; null: none is published. */
  contact: string | null;
}

export const FIGURE_FILE_FORMATS = ['csv', 'json'] as const;
export type FigureFileFormat = (typeof FIGURE_FILE_FORMATS)[number];
export const FIGURE_FILE_TYPES = {
  csv: 'text/csv',
  json: 'application/json',
} as const satisfies Record<FigureFileFormat, string>;

/** What a row of the data set is about. total: all of a series, or of all series. */
export const FIGURE_DIMENSIONS = [
  'total',
  'region',
  'country',
  'city',
  'language',
  'session',
  'month',
  'category',
] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

/** at-least: there are or may be more · hidden: not shown, and the value is missing */
export const FIGURE_PRECISIONS = ['exact', 'at-least', 'hidden'] as const;
export type FigurePrecision = (typeof FIGURE_PRECISIONS)[number];

/** One number of the data set: the columns of the CSV, and an item of `rows` in the JSON. */
export interface FigureDataRow {
  /** Slug; empty: all series. */
  series: string;
  dimension: FigureDimension;
  /** Code or slug within the dimension, "UA/Lviv" for a city; empty for totals. */
  key: string;
  name: string;
  measure: Measure;
  /** null: hidden; empty in the CSV. */
  value: number | null;
  precision: FigurePrecision;
  origin: Count['origin'];
  /** Who stated it; empty for what is counted. */
  source: string;
  /** ISO date of the statement or of the last report; empty for what is counted. */
  stated_on: string;
  /** ISO instant at which it was counted. */
  as_of: string;
}

export const FIGURE_COLUMNS = [
  'series',
  'dimension',
  'key',
  'name',
  'measure',
  'value',
  'precision',
  'origin',
  'source',
  'stated_on',
  'as_of',
] as const satisfies readonly (keyof FigureDataRow)[];

/** The data set as JSON. */
export interface FigureDataSet {
  title: string;
  language: Language;
  /** Address of the page that says how it is counted. */
  method: string;
  licence: string;
  asOf: string;
  smallBelow: number;
  rows: FigureDataRow[];
}

/** Stable addresses, outside of the API's prefix; the API's own below its prefix. */
export const publicFiguresPaths = {
  page: (language: Language, slug: string) => `/${language}/series/${slug}/figures`,
  pageOfAll: (language: Language) => `/${language}/figures/all`,
  howWeCount: (language: Language) => `/${language}/figures`,
  file: (language: Language, format: FigureFileFormat, slug: string) =>
    `/data/series/${slug}/figures.${language}.${format}`,
  fileOfAll: (language: Language, format: FigureFileFormat) => `/data/figures.${language}.${format}`,
  ofSeries: (slug: string) => `/pages/series/${slug}/figures`,
  ofAll: '/pages/figures',
} as const;
