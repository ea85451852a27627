import {
  LANGUAGES,
  type Language,
  type Problem,
  type RegistrationState,
  type RulesFor,
} from '@reihe/shared-contracts';
import { IMPORT_LIMITS, type ReadSheet, type SheetRow } from '@reihe/shared-planning';

/** Somebody whom staff enter by hand: the organisers vouch for the wish, nobody confirms it by mail. */
export interface AddPerson {
  sessionId: string;
  name: string;
  email: string;
  organisation: string;
  position: string;
  city: string;
  country: string;
  language: Language;
  timeZone: string;
  accessibilityNeeds: string;
  /** Nobody is written to. */
  isQuiet: boolean;
}

export interface AddedPersonResult {
  id: string;
  participantId: string;
  state: RegistrationState;
  place: number | null;
  /** They were registered already: nothing was changed. */
  wasRegistered: boolean;
}

export const addPersonRules = {
  sessionId: { kind: 'text', format: 'uuid' },
  name: { kind: 'text', minLength: 2, maxLength: 120 },
  email: { kind: 'text', format: 'email', maxLength: 254 },
  organisation: { kind: 'text', maxLength: 200, optional: true },
  position: { kind: 'text', maxLength: 200, optional: true },
  city: { kind: 'text', maxLength: 120, optional: true },
  country: { kind: 'text', format: 'country' },
  language: { kind: 'text', values: LANGUAGES },
  timeZone: { kind: 'text', format: 'time-zone' },
  accessibilityNeeds: { kind: 'text', maxLength: 1000, optional: true },
  isQuiet: { kind: 'boolean' },
} as const satisfies RulesFor<AddPerson>;

/** What a column of a sheet of people can be. A name may stand in one column or in two. */
export const PERSON_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'organisation',
  'position',
  'city',
  'country',
  'language',
  'timeZone',
  'accessibilityNeeds',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

export interface PeopleSheet extends ReadSheet {
  /** What each column seems to be; null: nothing that is known. */
  guessed: (PersonField | null)[];
}

/** People for one session. `columns` says for each column of the sheet what it is. */
export interface PeopleImportRequest {
  sessionId: string;
  columns: (PersonField | null)[];
  rows: SheetRow[];
  /** For rows that name none. */
  country?: string | null;
  language?: Language | null;
  timeZone?: string | null;
  isQuiet: boolean;
}

/**
 * unknown: nothing is called so · already-there: registered for this session · twice: another row has this address, or another one
 * of the same person
 */
export const PERSON_PROBLEMS = [
  'required',
  'too-short',
  'too-long',
  'wrong-format',
  'unknown',
  'already-there',
  'twice',
] as const;
export type PersonProblemCode = (typeof PERSON_PROBLEMS)[number];

export interface PersonProblem {
  /** The column to mend, from 0; null where no column holds it. */
  column: number | null;
  field: PersonField;
  code: PersonProblemCode;
  /** What stands there, shortened. */
  value: string;
  limit?: number;
  /** twice: the line of the other row. */
  otherLine?: number;
}

export interface CheckedPerson {
  line: number;
  name: string;
  email: string;
  organisation: string;
  city: string;
  country: string;
  problems: PersonProblem[];
}

export interface PeopleImportCheck {
  rows: CheckedPerson[];
  ready: number;
}

export interface PeopleImportResult {
  confirmed: number;
  waitlisted: number;
  /** Somewhere between the two: an organiser still decides. */
  awaiting: number;
  wasRegistered: number;
}

/** What an import sends while it runs, one JSON object per line; nothing is kept unless it ends in `done`. */
export type PeopleImportProgress =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; result: PeopleImportResult }
  | { kind: 'failed'; problem: Problem };

export const peopleImportRules = {
  sessionId: { kind: 'text', format: 'uuid' },
  columns: { kind: 'list', minLength: 1, maxLength: IMPORT_LIMITS.columns },
  rows: { kind: 'list', minLength: 1, maxLength: IMPORT_LIMITS.rows },
  country: { kind: 'text', format: 'country', optional: true },
  language: { kind: 'text', values: LANGUAGES, optional: true },
  timeZone: { kind: 'text', format: 'time-zone', optional: true },
  isQuiet: { kind: 'boolean' },
} as const satisfies RulesFor<PeopleImportRequest>;
