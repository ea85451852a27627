import { SESSION_KINDS, type SessionKind } from './sessions';
import type { FieldRules, RulesFor } from './fields';
import type { Language } from './languages';
import type { RegionTerm, Term } from './taxonomy';

/** Parts of a day, by the hour (0 to 23) in which a session starts. The night goes on until the morning begins. */
export const TIMES_OF_DAY = ['morning', 'afternoon', 'evening', 'night'] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];
export const TIME_OF_DAY_BEGINS = {
  morning: 6,
  afternoon: 12,
  evening: 18,
  night: 22,
} as const satisfies Record<TimeOfDay, number>;

export const PROGRAMME_TIMES = ['upcoming', 'past'] as const;
export type ProgrammeTime = (typeof PROGRAMME_TIMES)[number];

/** What a reader narrows a programme by. Several values of one key widen it, several keys narrow it. */
export interface ProgrammeFilter {
  /** Words of a title, an abstract or a speaker's name, in any language; all of them must be found. */
  q?: string;
  when?: ProgrammeTime;
  /** ISO dates in `zone`, both inclusive; of the session's start. */
  from?: string;
  to?: string;
  time?: TimeOfDay[];
  /** IANA zone that days and times of day are meant in; the series' own where it is left out. */
  zone?: string;
  /** Slugs; a region contains those below it. */
  region?: string[];
  category?: string[];
  /** BCP 47, spoken or interpreted. */
  language?: string[];
  kind?: SessionKind[];
}

export const PROGRAMME_VIEWS = ['list', 'month'] as const;
export type ProgrammeView = (typeof PROGRAMME_VIEWS)[number];

/** What a series' page is asked for. */
export interface SeriesPageQuestion extends ProgrammeFilter {
  view?: ProgrammeView;
  /** With `view=month`: `YYYY-MM`. */
  month?: string;
  /** With `view=list`: 1-based place in the programme of the first session shown. */
  start?: number;
}

/** Sessions that one page carries at most, and how many of them lie before today where the page opens. */
export const PROGRAMME_WINDOW = { size: 24, before: 3 } as const;

/** Which of the found sessions a page carries. */
export interface ProgrammeWindow {
  /** Sessions that fit the filter, and how many of them have ended. */
  total: number;
  past: number;
  /** 1-based place of the first one carried. */
  start: number;
  /** The zone that days and times of day were meant in. */
  zone: string;
}

/** A choice and how many sessions it would leave beside the other filters. */
export interface Counted {
  count: number;
}

export interface ProgrammeFacets {
  when: ({ value: ProgrammeTime } & Counted)[];
  times: ({ value: TimeOfDay } & Counted)[];
  regions: (RegionTerm & Counted)[];
  categories: (Term & Counted)[];
  languages: ({ value: string } & Counted)[];
  kinds: ({ value: SessionKind } & Counted)[];
}

/** A session as a calendar sheet names it. */
export interface MonthEntry {
  slug: string;
  title: string;
  language: Language;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  isCancelled: boolean;
}

/** The found sessions of a month, and of a day before and after it: where the month begins depends on the reader's zone. */
export interface ProgrammeMonth {
  /** `YYYY-MM` */
  month: string;
  /** The nearest months with sessions. */
  previous: string | null;
  next: string | null;
  entries: MonthEntry[];
}

const slugs = { kind: 'list', format: 'slug', maxLength: 30, optional: true } as const satisfies FieldRules;
const day = { kind: 'text', format: 'date', optional: true } as const satisfies FieldRules;

export const programmeFilterRules = {
  q: { kind: 'text', maxLength: 100, optional: true },
  when: { kind: 'text', values: PROGRAMME_TIMES, optional: true },
  from: day,
  to: day,
  time: { kind: 'list', values: TIMES_OF_DAY, maxLength: 10, optional: true },
  zone: { kind: 'text', format: 'time-zone', maxLength: 60, optional: true },
  region: slugs,
  category: slugs,
  language: { kind: 'list', format: 'language-tag', maxLength: 30, optional: true },
  kind: { kind: 'list', values: SESSION_KINDS, maxLength: 10, optional: true },
} as const satisfies RulesFor<ProgrammeFilter>;

/** A spread here would stay in every page's script: bundlers do not know it to be without effect. */
export const programmeViewRules = {
  view: { kind: 'text', values: PROGRAMME_VIEWS, optional: true },
  month: { kind: 'text', format: 'month', optional: true },
  start: { kind: 'number', min: 1, max: 100_000, optional: true },
} as const satisfies RulesFor<Omit<SeriesPageQuestion, keyof ProgrammeFilter>>;
