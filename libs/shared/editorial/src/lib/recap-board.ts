import type { Language, RecapState, RulesFor, Translations } from '@reihe/shared-contracts';
import type { FiguresMode } from './recap-figures';
import type { StaffName } from './recap-workflow';
import type { TranslationStatus } from './translations';

/**
 * photo: no lead picture · credit: a picture nobody is named for · alt: a picture without words, in these languages · translation:
 * not written to the end in these languages · outdated: the text they come from was changed since · figures: some have changed since it
 * was published · review: nobody approved it, or looked these translations through
 */
export const RECAP_LACKS = [
  'photo',
  'credit',
  'alt',
  'translation',
  'outdated',
  'figures',
  'review',
] as const;
export type RecapLack = (typeof RECAP_LACKS)[number];

export interface BoardLack {
  what: RecapLack;
  /** Empty where it is not about a language. */
  languages: Language[];
  /** figures: how many. */
  count?: number;
}

/** A recap as the board shows it: where it stands, whose it is, and what it lacks. */
export interface BoardCard {
  id: string;
  version: number;
  state: RecapState;
  title: string;
  seriesId: string;
  seriesTitle: string;
  languages: Language[];
  /** Where each of them stands. */
  texts: BoardText[];
  sessions: BoardCardSession[];
  assignment: RecapAssignment;
  reviewer: StaffName | null;
  /** Who changed the text last. */
  lastWriter: StaffName | null;
  isOverdue: boolean;
  lacks: BoardLack[];
  openComments: number;
  /** As it was chosen last. */
  figures: FiguresMode;
  /** The minute at which it is to appear. */
  publishAt: string | null;
  /** It should have appeared, but something was missing. */
  hasNotAppeared: boolean;
  publishedOn: string | null;
  /** Published more than once. */
  isUpdated: boolean;
  hasUnpublishedChanges: boolean;
  updatedAt: string;
}

export interface BoardText extends Pick<TranslationStatus, 'state' | 'outdatedSince'> {
  language: Language;
}

export interface BoardCardSession {
  id: string;
  title: string;
  startsAt: string;
  timeZone: string;
  /** Of this session, this one included. */
  recaps: number;
}

/** A session that took place and has no recap yet. */
export interface BoardSession {
  id: string;
  title: string;
  seriesId: string;
  seriesTitle: string;
  startsAt: string;
  timeZone: string;
  dueOn: string;
  isOverdue: boolean;
}

/** Whose a recap is and by when. Version 0: nobody said so yet. */
export interface RecapAssignment {
  version: number;
  owner: StaffName | null;
  dueOn: string | null;
}

export interface AssignRecap {
  version: number;
  ownerId: string | null;
  dueOn: string | null;
}

export const assignRecapRules = {
  version: { kind: 'number', min: 0 },
  ownerId: { kind: 'text', format: 'uuid', optional: true },
  dueOn: { kind: 'text', format: 'date', optional: true },
} as const satisfies RulesFor<AssignRecap>;

/** How the recaps of a series begin. Version 0: as everywhere. */
export interface SeriesRecapRules {
  version: number;
  makesDrafts: boolean;
  dueAfterDays: number;
  /** Whether owners are told by mail that figures of their published recaps have changed. */
  tellsFigures: boolean;
  titlePatterns: Translations<TitlePattern>;
}

export interface TitlePattern {
  pattern: string;
}

export const DEFAULT_RECAP_RULES: SeriesRecapRules = {
  version: 0,
  makesDrafts: true,
  dueAfterDays: 14,
  tellsFigures: true,
  titlePatterns: {},
};

export const titlePatternRules = {
  pattern: { kind: 'text', minLength: 3, maxLength: 160 },
} as const satisfies RulesFor<TitlePattern>;

export const seriesRecapRulesRules = {
  version: { kind: 'number', min: 0 },
  makesDrafts: { kind: 'boolean' },
  dueAfterDays: { kind: 'number', min: 0, max: 365 },
  tellsFigures: { kind: 'boolean' },
  titlePatterns: { kind: 'translations' },
} as const satisfies RulesFor<SeriesRecapRules>;

export const boardPaths = {
  cards: '/recap-desk/cards',
  sessions: '/recap-desk/sessions',
  assignment: (recapId: string) => `/recap-desk/recaps/${recapId}/assignment`,
  rules: (seriesId: string) => `/recap-desk/series/${seriesId}/rules`,
} as const;
