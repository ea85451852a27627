import {
  cancelSessionRules,
  type RulesFor,
  saveSessionRules,
  type SessionGap,
  type SessionState,
} from '@reihe/shared-contracts';

/** At most so many sessions are changed at once: more than the largest series has. */
export const BULK_LIMIT = 500;

/** `withdraw` makes a draft again of what was published a moment ago: the way back of `publish`. */
export const BULK_KINDS = ['publish', 'withdraw', 'move', 'cancel', 'capacity'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** One change for many sessions. What belongs to another kind is left away. */
export interface BulkChange {
  kind: BulkKind;
  /** move: days forward, or back where negative. The time on the clock stays. */
  days?: number | null;
  /** cancel: told to everyone registered, as typed. */
  reason?: string | null;
  /** capacity: null is unlimited. */
  capacity?: number | null;
}

export interface OwnValues {
  /** capacity */
  capacity?: number | null;
  /** move: wall clock, and instants of the registration window. */
  startsLocal?: string | null;
  endsLocal?: string | null;
  registrationOpensAt?: string | null;
  registrationClosesAt?: string | null;
}

export interface BulkTarget {
  id: string;
  /** As the preview told it; 0 to ask for a preview. */
  version: number;
  /** move: where clocks change on the new day, which of two equal times is meant, or the time before or after the jump. */
  clockChoice?: 'earlier' | 'later';
  /** This session's own in place of the change's: how an undo gives back what each had. */
  own?: OwnValues;
}

export interface BulkRequest {
  change: BulkChange;
  sessions: BulkTarget[];
}

/**
 * Why a session is left out.
 * changed: somebody saved it since the preview · unchanged: it is so already · over: it ended, or would have · registered: people have
 * registered since it was published
 */
export const BULK_REFUSALS = [
  'not-found',
  'changed',
  'already-published',
  'already-held',
  'already-cancelled',
  'still-draft',
  'over',
  'incomplete',
  'below-confirmed',
  'unchanged',
  'registered',
] as const;
export type BulkRefusalCode = (typeof BULK_REFUSALS)[number];

export interface BulkRefusal {
  code: BulkRefusalCode;
  /** incomplete */
  gaps?: SessionGap[];
  /** below-confirmed */
  confirmed?: number;
}

/** Clocks change on the new day: what is meant is asked, never guessed. Answered by `clockChoice`. */
export interface BulkQuestion {
  kind: 'nonexistent' | 'ambiguous';
  field: 'startsLocal' | 'endsLocal';
  /** Wall clock, `YYYY-MM-DDTHH:mm`. */
  local: string;
  /** ambiguous: the two instants; nonexistent: the wall clocks as far before and after the jump. */
  candidates: string[];
}

export interface SessionTimes {
  startsLocal: string;
  endsLocal: string;
  startsAt: string;
  endsAt: string;
}

export interface BulkPreviewItem extends SessionTimes {
  id: string;
  version: number;
  title: string;
  seriesTitle: string;
  state: SessionState;
  timeZone: string;
  capacity: number | null;
  confirmed: number;
  waitlisted: number;
  refusal: BulkRefusal | null;
  question: BulkQuestion | null;
  /** move: the times it gets. */
  moved: SessionTimes | null;
  /** People registered and speakers who get a mail about it. */
  peopleTold: number;
  speakersTold: number;
  /** capacity: how many come up from the waiting list, and are told. */
  promoted: number;
}

export interface BulkPreview {
  items: BulkPreviewItem[];
  /**
   * Over all accepted sessions. Whoever is registered for several of them is counted once; who comes up from the waiting list
   * counts in each session.
   */
  peopleTold: number;
  /** Each speaker counted once. */
  speakersTold: number;
}

export interface BulkResult {
  changed: number;
  /** What gives back what was, ready to be sent; null where there is no way back. */
  undo: BulkRequest | null;
}

export const bulkRequestRules = {
  change: { kind: 'object' },
  sessions: { kind: 'list', minLength: 1, maxLength: BULK_LIMIT },
} as const satisfies RulesFor<BulkRequest>;

export const bulkChangeRules = {
  kind: { kind: 'text', values: BULK_KINDS },
  days: { kind: 'number', min: -366, max: 366, optional: true },
  reason: { ...cancelSessionRules.reason, optional: true },
  capacity: saveSessionRules.capacity,
} as const satisfies RulesFor<BulkChange>;

export const bulkTargetRules = {
  id: { kind: 'text', format: 'uuid' },
  version: { kind: 'number', min: 0 },
  clockChoice: saveSessionRules.clockChoice,
  own: { kind: 'object', optional: true },
} as const satisfies RulesFor<BulkTarget>;

export const ownValuesRules = {
  capacity: saveSessionRules.capacity,
  startsLocal: { ...saveSessionRules.startsLocal, optional: true },
  endsLocal: { ...saveSessionRules.endsLocal, optional: true },
  registrationOpensAt: saveSessionRules.registrationOpensAt,
  registrationClosesAt: saveSessionRules.registrationClosesAt,
} as const satisfies RulesFor<OwnValues>;
