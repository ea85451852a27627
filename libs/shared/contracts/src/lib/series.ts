import type { RulesFor } from './fields';
import type { Count } from './figures';
import { LANGUAGES, type InLanguage, type Language, type Translations } from './languages';
import type { PublicImage } from './media';
import type { Term } from './taxonomy';

export const SERIES_STATES = ['draft', 'published'] as const;
export type SeriesState = (typeof SERIES_STATES)[number];

export interface SeriesText {
  title: string;
  summary: string;
  /** Who is behind it; empty strings where nobody is named. */
  host: string;
  commissioner: string;
}

/** A series as staff work with it. */
export interface Series {
  id: string;
  version: number;
  slug: string;
  state: SeriesState;
  /** ISO dates of the period. */
  startsOn: string;
  endsOn: string;
  defaultLanguage: Language;
  timeZone: string;
  isSample: boolean;
  coverMediaId: string | null;
  categoryIds: string[];
  translations: Translations<SeriesText>;
  /** Places that a new session begins with, as the rules of registration say; null or absent: as many as come. */
  defaultCapacity?: number | null;
}

export interface SeriesListItem {
  id: string;
  slug: string;
  title: string;
  state: SeriesState;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  sessions: number;
  recaps: number;
}

export interface SaveSeries {
  /** Version that was edited; 0 when new. */
  version: number;
  slug: string;
  startsOn: string;
  endsOn: string;
  defaultLanguage: Language;
  timeZone: string;
  coverMediaId: string | null;
  categoryIds: string[];
  translations: Translations<SeriesText>;
}

/** A series in lists and teasers of the portal. */
export interface SeriesTeaser extends InLanguage {
  slug: string;
  title: string;
  summary: string;
  startsOn: string;
  endsOn: string;
  isSample: boolean;
  cover: PublicImage | null;
}

/** Head of a series' public page; sessions and recaps come beside it. */
export interface SeriesHead extends SeriesTeaser {
  host: string;
  commissioner: string;
  timeZone: string;
  categories: Term[];
  figures: Count[];
  /** Languages the series is really written in. */
  languages: Language[];
}

export const seriesTextRules = {
  title: { kind: 'text', minLength: 3, maxLength: 160 },
  summary: { kind: 'text', maxLength: 4000, optional: true },
  host: { kind: 'text', maxLength: 200, optional: true },
  commissioner: { kind: 'text', maxLength: 300, optional: true },
} as const satisfies RulesFor<SeriesText>;

export const saveSeriesRules = {
  version: { kind: 'number', min: 0 },
  slug: { kind: 'text', format: 'slug', minLength: 2, maxLength: 80 },
  startsOn: { kind: 'text', format: 'date' },
  endsOn: { kind: 'text', format: 'date' },
  defaultLanguage: { kind: 'text', values: LANGUAGES },
  timeZone: { kind: 'text', format: 'time-zone' },
  coverMediaId: { kind: 'text', format: 'uuid', optional: true },
  categoryIds: { kind: 'list', format: 'uuid', maxLength: 30 },
  translations: { kind: 'translations', minLength: 1 },
} as const satisfies RulesFor<SaveSeries>;
