import type { AdminLanguage, Measure, RegionTint } from '@reihe/shared-contracts';
import type { FunderReportBasis } from '@reihe/shared-figures';

/** Written for readers who work with those who run the series: the languages of the admin's screens. */
export type ReportLanguage = AdminLanguage;

/** Equal ends are a number. Others are a range: guests whom nobody could identify may be people who are counted already. */
export interface Amount {
  least: number;
  most: number;
}

/** null: not shown, because so few people could be told, or because a cell like that could be found by subtraction. */
export type ShownAmount = Amount | null;

export interface CountedAmount extends Amount {
  /** counted: from registrations and marks · imported: from reports of meeting tools. */
  origin: 'counted' | 'imported';
}

/** A number that somebody states. It stands beside what is counted and is never mixed with it. */
export interface StatedAmount {
  value: number;
  /** True for "at least". */
  isAtLeast: boolean;
  /** Who says so. */
  source: string;
  /** ISO day. */
  statedOn: string;
}

export type ReportMeasure = Measure | 'returning' | 'first-timers' | 'organisations';

export interface KeyFigure {
  measure: ReportMeasure;
  /** null: the records hold nothing. */
  counted: CountedAmount | null;
  stated: StatedAmount[];
}

/** What the section "How we count" tells. */
export interface CountingMethod {
  /** Whom countries, cities, regions, categories, organisations, months and returning people are of. */
  basis: FunderReportBasis;
  /** Who was there for the smaller of both came; null: does not matter. One of them at least is set. */
  attendance: { sharePercent: number | null; minutes: number | null };
  /** Addresses that turned out to be another one's person. */
  mergedPeople: number;
  /** Of the meeting reports, neither registered nor recognised. */
  unidentifiedGuests: number;
  /** Groups of fewer people are not shown by country, city, region or category; null: all are shown. */
  smallestShown: number | null;
}

export interface ReportedCity {
  name: string;
  /** Degrees, WGS 84; null where nobody knows it. */
  place: { latitude: number; longitude: number } | null;
  people: ShownAmount;
}

export interface ReportedCountry {
  /** ISO 3166-1 alpha-2; null: people who did not say. */
  country: string | null;
  people: ShownAmount;
  cities: ReportedCity[];
}

export interface ReportedSession {
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  /** IANA, of its organiser. */
  timeZone: string;
  title: string;
  /** BCP 47. */
  languages: string[];
  state: 'planned' | 'held' | 'cancelled';
  registered: number;
  confirmed: number;
  /** null: nobody recorded who came. */
  attended: CountedAmount | null;
  /** How many a human says were there. */
  stated: StatedAmount | null;
  /** Absolute addresses of recaps. */
  recaps: string[];
}

/** Months are "2026-03"; those without anything need not be named. */
export interface FunderReport {
  language: ReportLanguage;
  /** ISO instant: every number is of this moment, and so are the dates in the file. */
  asOf: string;
  /** IANA, the series': of `asOf`. */
  timeZone: string;
  title: string;
  host: string | null;
  commissioner: string | null;
  /** ISO days, both included; null: no limit. */
  period: { from: string | null; to: string | null };
  figures: KeyFigure[];
  /** Each person of the basis once: what shares are of. */
  everybody: Amount;
  method: CountingMethod;
  sessionsByMonth: { month: string; sessions: number }[];
  /** Regions and categories in their curated order, named in the report's language. */
  peopleByRegion: { name: string; tint: RegionTint; people: ShownAmount }[];
  peopleByCategory: { name: string; people: ShownAmount }[];
  registrationsByMonth: { month: string; registrations: number }[];
  /** People who came in a month, for the first time in the series or again. */
  returningByMonth: { month: string; firstTime: Amount; again: Amount }[];
  sessions: ReportedSession[];
  countries: ReportedCountry[];
}
