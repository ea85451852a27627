import type { Language, RulesFor, Translations } from '@reihe/shared-contracts';
import { FIGURES_MODES, type FiguresMode } from './recap-figures';
import type { RecapGap } from './recaps';

/** A member of staff, as others of the desk see them. */
export interface StaffName {
  id: string;
  name: string;
}

export interface DeskPerson extends StaffName {
  /** May approve, send back and publish. */
  isReviewer: boolean;
}

/** Where a recap stands on its way to readers, and with whom. */
export interface RecapWorkflow {
  reviewer: StaffName | null;
  /** Who changed the text last: they do not approve it alone. */
  lastWriter: StaffName | null;
  approvedBy: StaffName | null;
  approvedAt: string | null;
  schedule: RecapSchedule | null;
}

export interface RecapSchedule {
  publishAt: string;
  /** The wall clock that was typed, `YYYY-MM-DDTHH:mm`, and the zone it was meant in. */
  publishLocal: string;
  timeZone: string;
  /** Why it did not appear at its minute; null: the minute is still to come. */
  failure: { triedAt: string; gaps: RecapGap[] } | null;
}

export interface SubmitRecap {
  version: number;
  /** Who is asked; null: whoever may. */
  reviewerId: string | null;
}

export interface PublishRecap {
  version: number;
  /** Told to readers beside "updated on"; only of what was published before. */
  note: Translations<UpdateNote>;
  /** Absent: as it was chosen last. */
  figures?: FiguresMode | null;
}

export interface UpdateNote {
  text: string;
}

export interface ScheduleRecap {
  version: number;
  publishLocal: string;
  timeZone: string;
  /** Which of two equal times is meant where clocks go back. */
  clockChoice?: 'earlier' | 'later' | null;
  /** Absent: as it was chosen last. Frozen figures are those of the minute at which it appears. */
  figures?: FiguresMode | null;
}

export const submitRecapRules = {
  version: { kind: 'number', min: 0 },
  reviewerId: { kind: 'text', format: 'uuid', optional: true },
} as const satisfies RulesFor<SubmitRecap>;

export const updateNoteRules = {
  text: { kind: 'text', minLength: 3, maxLength: 300 },
} as const satisfies RulesFor<UpdateNote>;

export const publishRecapRules = {
  version: { kind: 'number', min: 0 },
  note: { kind: 'translations' },
  figures: { kind: 'text', values: FIGURES_MODES, optional: true },
} as const satisfies RulesFor<PublishRecap>;

export const scheduleRecapRules = {
  version: { kind: 'number', min: 0 },
  publishLocal: { kind: 'text', format: 'local-date-time' },
  timeZone: { kind: 'text', format: 'time-zone', maxLength: 60 },
  clockChoice: { kind: 'text', values: ['earlier', 'later'], optional: true },
  figures: { kind: 'text', values: FIGURES_MODES, optional: true },
} as const satisfies RulesFor<ScheduleRecap>;

/** The note of a revision in the languages it was written in. */
export type UpdateNotes = Partial<Record<Language, UpdateNote>>;

/** Paths of the API below API_BASE that only the editorial desk asks. */
export const recapPaths = {
  approve: (id: string) => `/recaps/${id}/approve`,
  reopen: (id: string) => `/recaps/${id}/reopen`,
  schedule: (id: string) => `/recaps/${id}/schedule`,
  unschedule: (id: string) => `/recaps/${id}/unschedule`,
  people: '/recap-desk/people',
} as const;
