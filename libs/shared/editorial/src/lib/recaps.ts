import {
  LANGUAGES,
  type Count,
  type Language,
  type RecapState,
  type RichDocument,
  type RulesFor,
  type Translations,
} from '@reihe/shared-contracts';
import type { FiguresMode } from './recap-figures';
import type { RecapWorkflow, UpdateNotes } from './recap-workflow';
import type { TranslationStatus } from './translations';

export interface RecapText {
  title: string;
  slug: string;
  lead: string;
  body: RichDocument;
  seoTitle: string;
  seoDescription: string;
}

/**
 * What stood in the original when a part of a translation was last written or confirmed, by the part: `title`, `lead`, or the name of a
 * block.
 */
export type TranslationBasis = Readonly<Record<string, string>>;

/** Somebody looked: these parts of a translation are right as they are. */
export interface ConfirmTranslation {
  version: number;
  language: Language;
  parts: string[];
}

/** A recap as staff work with it: the working copy. Readers see the latest published revision. */
export interface Recap {
  id: string;
  version: number;
  seriesId: string;
  state: RecapState;
  sessionIds: string[];
  categoryIds: string[];
  regionIds: string[];
  byline: string;
  leadMediaId: string | null;
  gallery: string[];
  /** ISO date shown to readers; null until published unless set by hand. */
  publishedOn: string | null;
  reviewComment: string | null;
  translations: Translations<RecapText>;
  /** Languages whose text lacks a part of the original, or translates what that does not say any more. */
  staleLanguages: Language[];
  /** Of the languages that are written, the original included. */
  translationStates: Partial<Record<Language, TranslationStatus>>;
  /** What each translation is one of; the original has none. */
  translationBases: Partial<Record<Language, TranslationBasis>>;
  /** True when the working copy differs from what readers see. */
  hasUnpublishedChanges: boolean;
  gaps: RecapGap[];
  revisions: RecapRevision[];
  workflow: RecapWorkflow;
  /** Whether readers see figures as they were when it was published. What was chosen last, also before the first publishing. */
  figures: FiguresMode;
}

export interface RecapRevision {
  id: string;
  number: number;
  createdAt: string;
  createdBy: string | null;
  isCurrent: boolean;
  /** What readers were told about this update. */
  note: UpdateNotes;
  figures: FiguresMode;
}

/** What was published, as far as the working copy can go back to it: addresses stay what they are. */
export interface RecapRevisionContent extends Pick<
  Recap,
  'sessionIds' | 'categoryIds' | 'regionIds' | 'byline' | 'leadMediaId' | 'gallery'
> {
  number: number;
  /** The values of its figures by `figureKey`, as they were when it was published. */
  figureValues: Record<string, Count>;
  translations: Translations<Omit<RecapText, 'slug'>>;
}

/** Something that must be mended before publishing, with where. */
export const RECAP_GAP_CODES = [
  'no-session',
  'no-default-language',
  'no-title',
  'no-lead',
  'no-body',
  'no-lead-image',
  'no-alt-text',
  'no-credit',
  'no-consent',
  'image-not-ready',
  'no-byline',
] as const;
export type RecapGapCode = (typeof RECAP_GAP_CODES)[number];

export interface RecapGap {
  code: RecapGapCode;
  language?: Language;
  mediaId?: string;
}

export interface RecapListItem {
  id: string;
  version: number;
  seriesId: string;
  seriesTitle: string;
  title: string;
  state: RecapState;
  sessions: number;
  languages: Language[];
  publishedOn: string | null;
  updatedAt: string;
}

export interface SaveRecap {
  /** Version that was edited; 0 when new. */
  version: number;
  seriesId: string;
  sessionIds: string[];
  categoryIds: string[];
  regionIds: string[];
  byline: string;
  leadMediaId: string | null;
  gallery: string[];
  publishedOn: string | null;
  translations: Translations<RecapText>;
}

export interface ReviewComment {
  version: number;
  comment: string;
}

export const recapTextRules = {
  title: { kind: 'text', minLength: 3, maxLength: 200 },
  slug: { kind: 'text', format: 'slug', minLength: 2, maxLength: 120 },
  lead: { kind: 'text', maxLength: 1200, optional: true },
  body: { kind: 'object' },
  seoTitle: { kind: 'text', maxLength: 120, optional: true },
  seoDescription: { kind: 'text', maxLength: 320, optional: true },
} as const satisfies RulesFor<RecapText>;

export const saveRecapRules = {
  version: { kind: 'number', min: 0 },
  seriesId: { kind: 'text', format: 'uuid' },
  sessionIds: { kind: 'list', format: 'uuid', maxLength: 20 },
  categoryIds: { kind: 'list', format: 'uuid', maxLength: 30 },
  regionIds: { kind: 'list', format: 'uuid', maxLength: 60 },
  byline: { kind: 'text', maxLength: 200, optional: true },
  leadMediaId: { kind: 'text', format: 'uuid', optional: true },
  gallery: { kind: 'list', format: 'uuid', maxLength: 60 },
  publishedOn: { kind: 'text', format: 'date', optional: true },
  translations: { kind: 'translations', minLength: 1 },
} as const satisfies RulesFor<SaveRecap>;

export const reviewCommentRules = {
  version: { kind: 'number', min: 0 },
  comment: { kind: 'text', minLength: 3, maxLength: 2000 },
} as const satisfies RulesFor<ReviewComment>;

export const confirmTranslationRules = {
  version: { kind: 'number', min: 0 },
  language: { kind: 'text', values: LANGUAGES },
  parts: { kind: 'list', minLength: 1, maxLength: 2000 },
} as const satisfies RulesFor<ConfirmTranslation>;
