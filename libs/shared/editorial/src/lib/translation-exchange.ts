import { LANGUAGES, type Language, type RulesFor } from '@reihe/shared-contracts';
import type { Recap } from './recaps';

/** Files that agencies work with. */
export const EXCHANGE_FORMATS = ['xliff-2.1', 'xliff-1.2'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

export const EXCHANGE_LIMITS = { bytes: 5_000_000, recaps: 50 } as const;

/**
 * empty: 0 bytes · too-large · encoding: not written as it says · broken: no well-formed XML, for instance cut off · doctype: it would
 * bring its own entities along · not-xliff · version: another XLIFF · several: of more than one recap · other-recap, other-language,
 * other-source: not what is open here · rows: what was chosen cannot be taken any more
 */
export const FILE_REFUSALS = [
  'empty',
  'too-large',
  'encoding',
  'broken',
  'doctype',
  'not-xliff',
  'version',
  'several',
  'other-recap',
  'other-language',
  'other-source',
  'rows',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** same: as it is here already · untranslated: the file has nothing there · gone: the original has no such part any more */
export type ExchangeRowKind = 'new' | 'change' | 'same' | 'untranslated' | 'gone';

/** unknown-code: a chip or mark that the original has not · doubled-code · markup · incomplete: only some of its lines · not-allowed */
export type ExchangeProblem = 'unknown-code' | 'doubled-code' | 'markup' | 'incomplete' | 'not-allowed';

/** What a file would do to one part of a translation. */
export interface ExchangeRow {
  /** As `TranslatedPart.key`. */
  key: string;
  kind: ExchangeRowKind;
  original: string;
  before: string;
  after: string;
  /** The original says something else than when the file was made: the part would be outdated. */
  isOriginalChanged: boolean;
  /** The translation here was changed since the file was made: it is kept unless it is chosen. */
  isNewerHere: boolean;
  /** Numbers, notes and links that the original has and the file lost. */
  missingCodes: ExchangeCode[];
  /** Why it cannot be taken; empty: it can. */
  problems: ExchangeProblem[];
}

export interface ExchangeCode {
  kind: 'figure' | 'footnote' | 'link';
  /** Where a link leads, which number, which note. */
  data: string;
}

export interface ExchangePreview {
  /** Of the recap as it was compared. */
  version: number;
  language: Language;
  format: ExchangeFormat;
  rows: ExchangeRow[];
}

export interface ExchangeFileOf {
  language: Language;
}

/** What of a file is to be taken; all of it or nothing. */
export interface ImportTranslation extends ExchangeFileOf {
  /** As text, for it comes beside a file. */
  version: string;
  /** Keys of the rows, between commas. */
  rows: string;
}

export interface ImportedTranslation {
  recap: Recap;
  /** Names what can be undone as long as nobody changed the translation since. */
  importId: string;
  rows: number;
}

export interface UndoTranslationImport {
  version: number;
}

export interface ExportTranslations {
  /** Ids between commas. */
  recaps: string;
  language: Language;
  format: ExchangeFormat;
}

export const exchangeFileRules = {
  language: { kind: 'text', values: LANGUAGES },
} as const satisfies RulesFor<ExchangeFileOf>;

export const importTranslationRules = {
  ...exchangeFileRules,
  version: { kind: 'text', maxLength: 12 },
  rows: { kind: 'text', minLength: 1, maxLength: 100_000 },
} as const satisfies RulesFor<ImportTranslation>;

export const undoTranslationImportRules = {
  version: { kind: 'number', min: 0 },
} as const satisfies RulesFor<UndoTranslationImport>;

export const exportTranslationsRules = {
  recaps: { kind: 'text', minLength: 36, maxLength: 37 * EXCHANGE_LIMITS.recaps },
  language: { kind: 'text', values: LANGUAGES },
  format: { kind: 'text', values: EXCHANGE_FORMATS },
} as const satisfies RulesFor<ExportTranslations>;

/** Paths of the API below API_BASE. */
export const exchangePaths = {
  export: '/recap-exchange/export',
  preview: (recapId: string) => `/recap-exchange/${recapId}/preview`,
  import: (recapId: string) => `/recap-exchange/${recapId}/import`,
  undo: (recapId: string, importId: string) => `/recap-exchange/${recapId}/imports/${importId}/undo`,
} as const;
