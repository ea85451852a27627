import type { Count, FigureRequest, FigureRounding, RulesFor, Translations } from '@reihe/shared-contracts';
import type { UpdateNote } from './recap-workflow';

/** live: readers see what the records say · frozen: what they said when it was published. */
export const FIGURES_MODES = ['live', 'frozen'] as const;
export type FiguresMode = (typeof FIGURES_MODES)[number];

/** The figures that readers of a recap see, and which of them are not what they were. */
export interface RecapFigures {
  /** Number of the revision that readers see; null: none yet, then nothing can have changed. */
  revision: number | null;
  mode: FiguresMode;
  /** ISO instant the values were taken at. */
  takenAt: string | null;
  changes: FigureChange[];
}

/** frozen: readers see `before`, the records say `now`. live: readers saw `before` on publishing, they see `now`. */
export interface FigureChange extends FigureRequest {
  rounding: FigureRounding;
  /** Titles of its sessions, in the order in which they are held; empty: the whole series. */
  sessionTitles: string[];
  /** null: no record. */
  before: Count | null;
  now: Count | null;
}

/** Publishes what readers see once more, with other figures; the working copy stays as it is. */
export interface ShowFigures {
  version: number;
  mode: FiguresMode;
  /** Takes back: shows the figures of an earlier revision as they were there. null: those of today. */
  ofRevision: number | null;
  note: Translations<UpdateNote>;
}

/** What is published stays: these changes are told no more, until the figures change again. */
export interface KeepFigures {
  /** The revision that was looked at. */
  revision: number;
  /** The values that were looked at, by `figureKey`; null: there was no record. */
  seen: Record<string, number | null>;
}

export const showFiguresRules = {
  version: { kind: 'number', min: 0 },
  mode: { kind: 'text', values: FIGURES_MODES },
  ofRevision: { kind: 'number', min: 1, optional: true },
  note: { kind: 'translations' },
} as const satisfies RulesFor<ShowFigures>;

export const keepFiguresRules = {
  revision: { kind: 'number', min: 1 },
  seen: { kind: 'object' },
} as const satisfies RulesFor<KeepFigures>;

export const recapFiguresPaths = {
  figures: (recapId: string) => `/recap-desk/recaps/${recapId}/figures`,
  keep: (recapId: string) => `/recap-desk/recaps/${recapId}/figures/keep`,
  show: (recapId: string) => `/recaps/${recapId}/figures`,
} as const;

/**
 * A number over several sessions. It is of one origin: sessions that have none of that are left out of it, and it is a lower bound then
 * (`isAtLeast`).
 */
export interface SelectionCount extends Count {
  /** How many of the sessions are left out. */
  leftOut: number;
}

/** Numbers over a selection of sessions of a series; one that is a draft, was cancelled or deleted counts for nothing. */
export interface SelectionFigures {
  sessionIds: string[];
  /** How many of them count. */
  sessions: number;
  counts: SelectionCount[];
}

export interface SelectSessions {
  sessionIds: string[];
}

export const selectSessionsRules = {
  sessionIds: { kind: 'list', format: 'uuid', minLength: 2, maxLength: 50 },
} as const satisfies RulesFor<SelectSessions>;
