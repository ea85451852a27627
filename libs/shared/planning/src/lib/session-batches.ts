import {
  type RulesFor,
  saveSessionRules,
  type SessionKind,
  sessionTextRules,
  type Translations,
} from '@reihe/shared-contracts';
import { audienceChoiceRules, type AudienceChoice, type PlannedAudience } from './fair-time';

/**
 * day, week: every so many · month-day: the same day of the month, or its last where it is shorter ·
 * month-weekday: the same weekday of the month, e.g. its second Tuesday, or the last one where there is no fifth
 */
export const RECURRENCES = ['day', 'week', 'month-day', 'month-weekday'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/** How the dates of a batch follow on each other. */
export interface BatchPattern {
  /** Wall clock of the first start in `timeZone`: `YYYY-MM-DDTHH:mm`. */
  firstLocal: string;
  timeZone: string;
  every: Recurrence;
  /** Every so many days, weeks or months; from 1 on. */
  interval: number;
  /** How many dates in all, the first included. */
  count: number;
}

/** What was decided about one date of the pattern. */
export interface BatchDateChange {
  /** Its place in the pattern, from 0 on. */
  index: number;
  isLeftOut: boolean;
  /** Another wall clock instead of the pattern's; null: as the pattern says. */
  startsLocal: string | null;
  /** Answer to "this time exists twice"; null: not asked, or not answered. */
  clockChoice: 'earlier' | 'later' | null;
}

export interface PreviewBatch extends AudienceChoice {
  /** Dates outside of its period are marked; null: of none yet. */
  seriesId: string | null;
  pattern: BatchPattern;
  changes: BatchDateChange[];
  durationMinutes: number;
}

export interface DatedHoliday {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** In the reader's language where it is known, else in one of the country's. */
  name: string;
}

/** What an organiser should know of one date before it becomes a session. */
export interface BatchDate {
  index: number;
  startsLocal: string;
  isLeftOut: boolean;
  isMoved: boolean;
  /** nonexistent: clocks jump over it · ambiguous: it comes twice, and nobody said yet which is meant */
  time: 'exact' | 'nonexistent' | 'ambiguous';
  /** Of a time that does not exist: wall clocks as far before and after the jump. Of one that comes twice: both instants. */
  candidates: string[];
  /** null while it is not known which instant is meant. */
  startsAt: string | null;
  endsAt: string | null;
  isOutsidePeriod: boolean;
  /** Public holidays of the audience's countries during the session. */
  holidays: DatedHoliday[];
}

export interface BatchPreview {
  dates: BatchDate[];
  audience: PlannedAudience;
}

export interface BatchText {
  /** Holds `{number}`, `{total}` and `{date}` where these shall stand. */
  title: string;
}

/** What a session takes over from another one. */
export interface SessionModel {
  sessionId: string;
  withAgenda: boolean;
  withSpeakers: boolean;
}

export interface CreateBatch extends Omit<PreviewBatch, 'seriesId' | 'zones'> {
  /** Made by the screen, once: the same key makes the same batch, however often it is sent. */
  key: string;
  seriesId: string;
  kind: SessionKind;
  languages: string[];
  interpretation: string[];
  categoryIds: string[];
  capacity: number | null;
  translations: Translations<BatchText>;
  /** Abstract, agenda and people come from there; null: empty. */
  model: SessionModel | null;
}

export interface BatchSession {
  id: string;
  slug: string;
  startsAt: string;
  endsAt: string;
}

/** Sessions that were planned in one go. */
export interface SessionBatch {
  /** The key it was created with. */
  id: string;
  seriesId: string;
  sessions: BatchSession[];
}

export interface DuplicateSession {
  startsLocal: string;
  /** Answer to "this time exists twice"; null: not asked. */
  clockChoice: 'earlier' | 'later' | null;
  withAgenda: boolean;
  withSpeakers: boolean;
}

const clockChoice = { kind: 'text', values: ['earlier', 'later'], optional: true } as const;

export const batchPatternRules = {
  firstLocal: saveSessionRules.startsLocal,
  timeZone: saveSessionRules.timeZone,
  every: { kind: 'text', values: RECURRENCES },
  interval: { kind: 'number', min: 1, max: 60 },
  count: { kind: 'number', min: 1, max: 60 },
} as const satisfies RulesFor<BatchPattern>;

export const batchDateChangeRules = {
  index: { kind: 'number', min: 0, max: 59 },
  isLeftOut: { kind: 'boolean' },
  startsLocal: { ...saveSessionRules.startsLocal, optional: true },
  clockChoice,
} as const satisfies RulesFor<BatchDateChange>;

export const previewBatchRules = {
  ...audienceChoiceRules,
  seriesId: { kind: 'text', format: 'uuid', optional: true },
  pattern: { kind: 'object' },
  changes: { kind: 'list', maxLength: 60 },
  durationMinutes: { kind: 'number', min: 5, max: 24 * 60 },
} as const satisfies RulesFor<PreviewBatch>;

export const batchTextRules = { title: sessionTextRules.title } as const satisfies RulesFor<BatchText>;

export const sessionModelRules = {
  sessionId: { kind: 'text', format: 'uuid' },
  withAgenda: { kind: 'boolean' },
  withSpeakers: { kind: 'boolean' },
} as const satisfies RulesFor<SessionModel>;

export const createBatchRules = {
  key: { kind: 'text', format: 'uuid' },
  seriesId: saveSessionRules.seriesId,
  pattern: previewBatchRules.pattern,
  changes: previewBatchRules.changes,
  durationMinutes: previewBatchRules.durationMinutes,
  regionIds: saveSessionRules.regionIds,
  kind: saveSessionRules.kind,
  languages: saveSessionRules.languages,
  interpretation: saveSessionRules.interpretation,
  categoryIds: saveSessionRules.categoryIds,
  capacity: saveSessionRules.capacity,
  translations: saveSessionRules.translations,
  model: { kind: 'object', optional: true },
} as const satisfies RulesFor<CreateBatch>;

export const duplicateSessionRules = {
  startsLocal: saveSessionRules.startsLocal,
  clockChoice,
  withAgenda: sessionModelRules.withAgenda,
  withSpeakers: sessionModelRules.withSpeakers,
} as const satisfies RulesFor<DuplicateSession>;
