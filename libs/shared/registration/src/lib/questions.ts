import type { Language, RegistrationMode, RulesFor, Translations } from '@reihe/shared-contracts';

/** text: one line · long-text: several · choice: one of the options · many: any of them · country: ISO 3166-1 alpha-2 · consent: a tick */
export const QUESTION_KINDS = [
  'text',
  'long-text',
  'choice',
  'many',
  'number',
  'country',
  'consent',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const QUESTION_PURPOSES = ['registration', 'feedback'] as const;
export type QuestionPurpose = (typeof QUESTION_PURPOSES)[number];

export interface QuestionText {
  label: string;
  /** Below the label; empty: none. */
  hint: string;
}

/** Of a choice. Its id stays when it is renamed, so that answers do. */
export interface QuestionOption {
  id: string;
  labels: Translations<string>;
  /** Chosen once, offered no more. Kept so that who chose it is still understood. */
  isArchived?: boolean;
}

/** Asked only where another question was answered so: an option's id, a country's code, or `true` for a consent. */
export interface QuestionCondition {
  questionId: string;
  isOneOf: string[];
}

/** A question as staff work with it. */
export interface Question {
  id: string;
  kind: QuestionKind;
  isRequired: boolean;
  texts: Translations<QuestionText>;
  options: QuestionOption[];
  condition: QuestionCondition | null;
  /** Bounds of a number. */
  min: number | null;
  max: number | null;
  /** Answers given so far: while there are any, it is archived instead of removed. */
  answers: number;
}

/** The questions of one series or session for one purpose, in their order. */
export interface QuestionForm {
  /** 0: nothing was ever saved. */
  version: number;
  questions: Question[];
  /** Asked once, answers kept. */
  archived: Question[];
}

export interface SaveQuestion {
  /** Made by the browser for a new one, so that conditions can name it. */
  id: string;
  kind: QuestionKind;
  isRequired: boolean;
  texts: Translations<QuestionText>;
  options: QuestionOption[];
  condition: QuestionCondition | null;
  min: number | null;
  max: number | null;
}

export interface SaveQuestionForm {
  version: number;
  questions: SaveQuestion[];
}

/** A question as somebody is asked it, in the reader's language or the next best. */
export interface PublicQuestion {
  id: string;
  kind: QuestionKind;
  isRequired: boolean;
  label: string;
  hint: string;
  language: Language;
  options: { id: string; label: string }[];
  condition: QuestionCondition | null;
  min: number | null;
  max: number | null;
  /** Slugs of the sessions it is asked for; those of a series name all of its sessions in the form. */
  sessionSlugs: string[];
}

/** How a question was put when it was answered: what is shown with the answer for ever. */
export interface AskedQuestion {
  label: string;
  language: Language;
  kind: QuestionKind;
  /** Labels of the options that were chosen, in the order of the question. */
  chosen?: string[];
}

export const questionTextRules = {
  label: { kind: 'text', minLength: 1, maxLength: 300 },
  hint: { kind: 'text', maxLength: 600, optional: true },
} as const satisfies RulesFor<QuestionText>;

export const saveQuestionRules = {
  id: { kind: 'text', format: 'uuid' },
  kind: { kind: 'text', values: QUESTION_KINDS },
  isRequired: { kind: 'boolean' },
  texts: { kind: 'translations', minLength: 1 },
  options: { kind: 'list', maxLength: 60 },
  condition: { kind: 'object', optional: true },
  min: { kind: 'number', min: -1_000_000_000, max: 1_000_000_000, optional: true },
  max: { kind: 'number', min: -1_000_000_000, max: 1_000_000_000, optional: true },
} as const satisfies RulesFor<SaveQuestion>;

/** Longest label of an option. */
export const OPTION_LABEL_LENGTH = 200;

export const saveQuestionFormRules = {
  version: { kind: 'number', min: 0 },
  questions: { kind: 'list', maxLength: 60 },
} as const satisfies RulesFor<SaveQuestionForm>;

/** What the form asks for one session, beside its questions. */
export interface SessionOfForm {
  slug: string;
  mode: RegistrationMode;
  /** Minutes that a seat waits for the confirmation by mail; 0: not at all. */
  holdMinutes: number;
  asksAccessibility: boolean;
  asksRecording: boolean;
}

/** The public form for sessions that somebody wants to register for at once. */
export interface RegistrationForm {
  /** In the order asked for; unknown ones are left out. */
  sessions: SessionOfForm[];
  /** Those of a series once, before those of its sessions; each in the order of its form. */
  questions: PublicQuestion[];
}

/** Longest answers, in characters. */
export const ANSWER_LIMITS = { text: 500, longText: 4_000 } as const;
