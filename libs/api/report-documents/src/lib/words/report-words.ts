import type { FunderReportBasis } from '@reihe/shared-figures';
import type { ReportMeasure } from '../funder-report';

interface Section {
  title: string;
  /** Says how to read what follows. */
  intro: string;
}

interface Chart extends Section {
  /** Of the table that says the same. */
  columns: string[];
}

/** Every word of a report in one language. A key that a language lacks does not compile. */
export interface ReportWords {
  /** For `Intl`. */
  locale: string;
  kind: string;
  /** Of the file, after the title of the series. */
  fileTitle: (series: string) => string;
  cover: {
    host: string;
    commissioner: string;
    period: string;
    asOf: string;
    language: string;
    languageName: string;
    /** Where "to" is inclusive. */
    between: (from: string, to: string) => string;
    since: (from: string) => string;
    until: (to: string) => string;
    whole: string;
    wholeOf: (days: string) => string;
    reproducible: string;
  };
  contents: string;
  page: (page: string, pages: string) => string;
  figures: Section & {
    columns: { measure: string; value: string; origin: string };
    measures: Record<ReportMeasure, string>;
    stated: (measure: string) => string;
    differences: string;
    differs: (measure: string, said: { stated: string; by: string; counted: string }) => string;
    /** "counted" is a range that holds the stated number. */
    agrees: (measure: string, said: { stated: string; by: string; counted: string }) => string;
    unrecorded: (measure: string, said: { stated: string; by: string }) => string;
  };
  counted: string;
  imported: string;
  reported: (by: string, day: string) => string;
  atLeast: (number: string) => string;
  /** In place of a number. */
  notShown: string;
  notRecorded: string;
  method: Section & {
    people: string;
    merges: (people: string, isOne: boolean) => string;
    noMerges: string;
    basis: Record<FunderReportBasis, string>;
    /** Of the session, or so long, whichever is less. */
    attendance: (share: string, minutes: string) => string;
    attendanceByOne: (share: string) => string;
    guests: (guests: string, isOne: boolean) => string;
    noGuests: string;
    origins: string;
    suppressed: (smallest: string) => string;
    nothingSuppressed: string;
    /** Of the session. */
    share: (percent: string) => string;
    asOf: (moment: string) => string;
  };
  charts: Section & {
    sessions: Chart;
    regions: Chart;
    categories: Chart;
    registrations: Chart;
    returning: Chart;
    /** Of a chart without a single number. */
    nothing: string;
    /** What a picture shows, for who does not see it. */
    alt: (title: string, largest: { name: string; value: string }) => string;
  };
  map: Section & {
    /** "38 countries" */
    countries: (number: string, isOne: boolean) => string;
    alt: (countries: string, first: string) => string;
    altNothing: string;
    scale: (few: string, many: string) => string;
  };
  sessions: Section & {
    columns: {
      date: string;
      title: string;
      languages: string;
      registered: string;
      confirmed: string;
      attended: string;
    };
    cancelled: string;
    planned: string;
    recap: string;
    none: string;
    statedAttendance: (value: string, by: string) => string;
  };
  countries: Section & {
    columns: { country: string; people: string; share: string; cities: string };
    unknown: string;
    city: (name: string, people: string) => string;
    none: string;
  };
  /** On paper, whose typeface lacks letters of what somebody typed. */
  missingLetters: string;
}
