import type { RulesFor } from './fields';

/**
 * registered: live registrations · confirmed: seats taken · waitlisted: waiting · attended: people with attendance evidence, summed over
 * sessions · attendees: the same, each person once ·
 * participations: sum over sessions · participants: distinct people over a series · sessions, speakers, cities, countries, regions: distinct.
 */
export const MEASURES = [
  'registered',
  'confirmed',
  'waitlisted',
  'attended',
  'attendees',
  'participations',
  'participants',
  'sessions',
  'speakers',
  'cities',
  'countries',
  'regions',
] as const;
export type Measure = (typeof MEASURES)[number];

/** counted: from rows · imported: from a meeting report · reported: a number a human stated. Never mixed silently. */
export const COUNT_ORIGINS = ['counted', 'imported', 'reported'] as const;
export type CountOrigin = (typeof COUNT_ORIGINS)[number];

export interface Count {
  measure: Measure;
  value: number;
  origin: CountOrigin;
  /** True for "more than" figures: the value is a lower bound. */
  isAtLeast: boolean;
  /** Of a range from `value` on, the most that it can be: guests whom nobody identified may each be one more. Elsewhere there is none. */
  upTo?: number | null;
  /** Who stated it (reported) or which report it is from (imported); null for counted. */
  source: string | null;
  /** ISO date the number was stated or imported on; null for counted. */
  statedOn: string | null;
}

/** A number a human states for a session or a whole series. Exactly one of sessionId and seriesId is set. */
export interface StateCount {
  measure: Measure;
  value: number;
  isAtLeast: boolean;
  /** Who says so, e.g. "host". */
  source: string;
  note?: string;
}

export interface StatedCount extends Count {
  id: string;
  sessionId: string | null;
  seriesId: string | null;
  note: string | null;
  /** Name of the staff account that entered it, null for demonstration data. */
  enteredBy: string | null;
  enteredAt: string;
}

/** Everything known about one session's or series' numbers: counted first, stated ones beside them. */
export interface CountsOverview {
  counts: Count[];
  stated: StatedCount[];
}

/** Overview of a series for organisers; `counts` are of the series, `stated` of the series and of each of its sessions. */
export interface SeriesFigures extends CountsOverview {
  seriesId: string;
  sessions: SessionFigures[];
  countries: CountryFigure[];
}

export interface SessionFigures {
  sessionId: string;
  title: string;
  startsAt: string;
  counts: Count[];
}

export interface CountryFigure {
  /** ISO 3166-1 alpha-2. */
  country: string;
  participants: number;
}

/** One live value placed in a recap's text. */
export interface FigureRequest {
  measure: Measure;
  /** A session of the recap, or null for the whole series. */
  sessionId: string | null;
  /** Several sessions of the series, each person counted once; stands in place of `sessionId`. */
  sessionIds?: readonly string[];
}

export const stateCountRules = {
  measure: { kind: 'text', values: MEASURES },
  value: { kind: 'number', min: 0, max: 10_000_000 },
  isAtLeast: { kind: 'boolean' },
  source: { kind: 'text', minLength: 1, maxLength: 200 },
  note: { kind: 'text', maxLength: 1000, optional: true },
} as const satisfies RulesFor<StateCount>;
