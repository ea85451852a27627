import { type Language, LANGUAGES, type Problem, type RulesFor } from '@reihe/shared-contracts';

export const IMPORT_LIMITS = { rows: 500, columns: 60, cell: 10_000, bytes: 5_000_000 } as const;

const IMPORT_FACTS = [
  'date',
  'starts',
  'ends',
  'duration',
  'timeZone',
  'series',
  'kind',
  'slug',
  'languages',
  'interpretation',
  'regions',
  'categories',
  'capacity',
  'meetingUrl',
  'passcode',
] as const;

/** What a column of a sheet can be. Texts end in the language they are in. */
export type ImportField = `title.${Language}` | `abstract.${Language}` | (typeof IMPORT_FACTS)[number];

export const IMPORT_FIELDS: readonly ImportField[] = [
  ...LANGUAGES.map((language) => `title.${language}` as const),
  ...LANGUAGES.map((language) => `abstract.${language}` as const),
  ...IMPORT_FACTS,
];

export const SHEET_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'xlsx'] as const;
export type SheetEncoding = (typeof SHEET_ENCODINGS)[number];

export interface SheetRow {
  /** As the sheet counts: the row with the headings is usually 1. */
  line: number;
  cells: string[];
}

/** A sheet as it was read: nothing but texts. */
export interface ReadSheet {
  encoding: SheetEncoding;
  /** null for a workbook. */
  separator: ',' | ';' | '\t' | null;
  /** Name of the sheet of a workbook that was read; null for a text. */
  sheet: string | null;
  columns: string[];
  rows: SheetRow[];
  /** Cells with a formula: taken as text, nothing is calculated. `column` counts from 0. */
  formulas: { line: number; column: number }[];
}

export interface SheetTable extends ReadSheet {
  /** What each column seems to be; null: nothing that is known. */
  guessed: (ImportField | null)[];
}

export interface ReadSheetText {
  text: string;
}

/** How day and month follow on each other in dates such as 6/10/2026. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface ImportRow extends SheetRow {
  /** Answer to "this time exists twice". */
  clockChoice?: 'earlier' | 'later';
}

/** What is to become of a sheet. `columns` says for each column what it is. */
export interface ImportRequest {
  columns: (ImportField | null)[];
  dateOrder?: DateOrder | null;
  /** For rows that name none. */
  seriesId?: string | null;
  timeZone?: string | null;
  rows: ImportRow[];
}

/**
 * What is wrong with a row.
 * unknown: nothing is called so · date-order: day and month could be either · already-there: a session has this address ·
 * twice: another row of the sheet has it
 */
export const IMPORT_PROBLEMS = [
  'required',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'wrong-format',
  'unknown',
  'date-order',
  'end-before-start',
  'time-nonexistent',
  'time-ambiguous',
  'already-there',
  'twice',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

export interface ImportProblem {
  /** The column to mend, from 0; null where no column holds it. */
  column: number | null;
  field: ImportField;
  code: ImportProblemCode;
  /** What stands there, as far as it is wrong. */
  value: string;
  limit?: number;
  /** What could stand there instead: a name, a wall clock. For `time-ambiguous` the two instants. */
  suggestions?: string[];
  /** already-there: the session; twice: the line of the other row. */
  sessionId?: string;
  otherLine?: number;
}

export interface CheckedRow {
  line: number;
  /** Empty where it cannot be told yet. */
  title: string;
  seriesTitle: string;
  /** null where the times are not right yet. */
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  problems: ImportProblem[];
}

export interface ImportCheck {
  rows: CheckedRow[];
  ready: number;
}

export interface ImportedSession {
  id: string;
  version: number;
  title: string;
}

export interface ImportResult {
  sessions: ImportedSession[];
}

/** What an import sends while it runs, one JSON object per line; nothing is kept unless it ends in `done`. */
export type ImportProgress =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; result: ImportResult }
  | { kind: 'failed'; problem: Problem };

export interface UndoImport {
  sessions: { id: string; version: number }[];
}

export interface UndoImportResult {
  removed: number;
  /** Changed or published since, or not of an import of one's own: they stay. */
  kept: string[];
}

export const readSheetTextRules = {
  text: { kind: 'text', maxLength: IMPORT_LIMITS.bytes },
} as const satisfies RulesFor<ReadSheetText>;

export const importRequestRules = {
  columns: { kind: 'list', minLength: 1, maxLength: IMPORT_LIMITS.columns },
  dateOrder: { kind: 'text', values: DATE_ORDERS, optional: true },
  seriesId: { kind: 'text', format: 'uuid', optional: true },
  timeZone: { kind: 'text', format: 'time-zone', optional: true },
  rows: { kind: 'list', minLength: 1, maxLength: IMPORT_LIMITS.rows },
} as const satisfies RulesFor<ImportRequest>;

export const importRowRules = {
  line: { kind: 'number', min: 1 },
  cells: { kind: 'list', maxLength: IMPORT_LIMITS.columns },
  clockChoice: { kind: 'text', values: ['earlier', 'later'], optional: true },
} as const satisfies RulesFor<ImportRow>;

export const undoImportRules = {
  sessions: { kind: 'list', minLength: 1, maxLength: IMPORT_LIMITS.rows },
} as const satisfies RulesFor<UndoImport>;

export const undoneSessionRules = {
  id: { kind: 'text', format: 'uuid' },
  version: { kind: 'number', min: 1 },
} as const satisfies RulesFor<UndoImport['sessions'][number]>;
