import { LANGUAGES, type Language, type RulesFor } from '@reihe/shared-contracts';
import type { StaffName } from './recap-workflow';

/**
 * missing: not begun · in-progress: parts of the original are not translated yet, readers get the original · outdated: whole, but the
 * original was changed since · reviewed: somebody else looked it through
 */
export const TRANSLATION_STATES = [
  'original',
  'missing',
  'in-progress',
  'translated',
  'reviewed',
  'outdated',
] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** Where one language of a recap stands. */
export interface TranslationStatus {
  state: TranslationState;
  /** ISO instant at which the original was changed first since; null unless outdated. */
  outdatedSince: string | null;
  reviewedAt: string | null;
  /** null also where the account is gone. */
  reviewedBy: StaffName | null;
  /** Who changed this language's text last: they do not review it alone. */
  lastWriter: StaffName | null;
}

/** Somebody looked a translation through, or takes that back. */
export interface ReviewTranslation {
  version: number;
  language: Language;
  isReviewed: boolean;
}

export const reviewTranslationRules = {
  version: { kind: 'number', min: 0 },
  language: { kind: 'text', values: LANGUAGES },
  isReviewed: { kind: 'boolean' },
} as const satisfies RulesFor<ReviewTranslation>;

/** Paths of the API below API_BASE around translations. */
export const translationPaths = {
  review: (recapId: string) => `/recaps/${recapId}/review-translation`,
} as const;
