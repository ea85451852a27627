import {
  REGISTRATION_LIFE,
  type AnswerValue,
  type JoinHint,
  type Language,
  type Page,
  type RegistrationOrigin,
  type RegistrationState,
  type RulesFor,
} from '@reihe/shared-contracts';
import type { AskedQuestion, QuestionKind } from './questions';

/** How the organiser's table is ordered; a minus before it: the other way. */
export const REGISTRATION_SORTS = [
  'registered',
  '-registered',
  'name',
  '-name',
  'email',
  '-email',
  'state',
  '-state',
  'organisation',
  '-organisation',
  'position',
  '-position',
  'city',
  '-city',
  'country',
  '-country',
  'language',
  '-language',
  'session',
  '-session',
  'place',
  '-place',
  'origin',
  '-origin',
  'joined',
  '-joined',
] as const;
export type RegistrationSort = (typeof REGISTRATION_SORTS)[number];

/** Of one page: screens ask for fewer, files for as many as there are. */
export const REGISTRATIONS_PAGE_MAX = 500;
/** So many registrations are decided about, or written to, at once. */
export const SELECTION_MAX = { decide: 2000, message: 5000 } as const;

/** Which registrations are meant. One of `session` and `series` is given; everything else narrows. */
export interface RegistrationFilter {
  session?: string | undefined;
  series?: string | undefined;
  /** In name, e-mail, organisation, city or position. */
  q?: string | undefined;
  states?: readonly RegistrationState[] | undefined;
  country?: string | undefined;
  language?: string | undefined;
  origin?: RegistrationOrigin | undefined;
  needsAccessibility?: boolean | undefined;
  hasJoined?: boolean | undefined;
  /** Instants: registered from, and before. */
  from?: string | undefined;
  to?: string | undefined;
  /** A question, and the option (or country, or `true` for a consent) it was answered with. */
  question?: string | undefined;
  answer?: string | undefined;
}

/** An answer beside the question as it was put. */
export interface ShownAnswer extends AskedQuestion {
  questionId: string;
  value: AnswerValue;
}

/** A registration in the organiser's table. Details are those given for that session. */
export interface DeskRegistration {
  id: string;
  participantId: string;
  sessionId: string;
  sessionTitle: string;
  sessionStartsAt: string;
  timeZone: string;
  state: RegistrationState;
  /** Empty once the person is erased, as are the address and whatever tells who it was. */
  name: string;
  email: string;
  organisation: string;
  position: string;
  city: string;
  country: string | null;
  language: Language;
  origin: RegistrationOrigin;
  registeredAt: string;
  confirmedAt: string | null;
  endedAt: string | null;
  /** 1-based place on the waiting list; null unless waitlisted. */
  place: number | null;
  /** Until then a seat is held though nobody confirmed; null: none is. */
  heldUntil: string | null;
  decisionReason: string;
  accessibilityNeeds: string;
  /** Consent to pictures and recording; null: not asked. */
  allowsRecording: boolean | null;
  /** null: never pressed "Join". */
  joinHint: JoinHint | null;
  answers: ShownAnswer[];
}

export interface DeskRegistrations extends Page<DeskRegistration> {
  /** Registrations of the whole session or series that pressed "Join". */
  joinHints: number;
}

/** A question that was, or is, asked in a session or series: a column of the table, and a filter where its answers are few. */
export interface DeskQuestion {
  id: string;
  kind: QuestionKind;
  label: string;
  isArchived: boolean;
  options: { id: string; label: string }[];
}

/** In the order of the table. */
export interface RegistrationIds {
  ids: string[];
}

/** Registrations that something is to be done with: those named, or all that a filter finds. */
export interface RegistrationSelection {
  ids?: readonly string[] | null;
  filter?: RegistrationFilter | null;
}

export const DECISION_KINDS = ['approve', 'decline', 'promote', 'cancel'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export interface AskDecision extends RegistrationSelection {
  kind: DecisionKind;
  /** Of declining and cancelling: told as typed; empty: none. */
  reason?: string | null;
}

export interface MakeDecision extends AskDecision {
  /** Of the preview: only what was seen is done. */
  fingerprint: string;
}

/** wrong-state: nothing to decide any more · over: the session began or was called off · full: and nobody can wait */
export type DecisionRefusal = 'wrong-state' | 'over' | 'full';

export interface DecisionItem {
  id: string;
  name: string;
  email: string;
  sessionTitle: string;
  before: RegistrationState;
  /** As `before` where it is refused. */
  after: RegistrationState;
  /** 1-based, where somebody waits afterwards. */
  place: number | null;
  refusal: DecisionRefusal | null;
}

/** Exactly what a decision does: it was carried out and taken back. */
export interface DecisionPreview {
  fingerprint: string;
  items: DecisionItem[];
  /** Who moves up from a waiting list besides. */
  movedUp: { id: string; name: string; sessionTitle: string }[];
  /** Capacities that are raised so that somebody gets a seat. */
  capacities: { sessionId: string; sessionTitle: string; before: number; after: number }[];
  mails: number;
}

export interface DecisionResult {
  decided: number;
  refused: number;
  movedUp: number;
  mails: number;
}

export const registrationFilterRules = {
  session: { kind: 'text', format: 'uuid', optional: true },
  series: { kind: 'text', format: 'uuid', optional: true },
  q: { kind: 'text', maxLength: 200, optional: true },
  states: { kind: 'list', values: REGISTRATION_LIFE, maxLength: REGISTRATION_LIFE.length, optional: true },
  country: { kind: 'text', format: 'country', optional: true },
  language: { kind: 'text', format: 'language-tag', optional: true },
  origin: { kind: 'text', values: ['form', 'link', 'staff', 'import'], optional: true },
  needsAccessibility: { kind: 'boolean', optional: true },
  hasJoined: { kind: 'boolean', optional: true },
  from: { kind: 'text', format: 'instant', optional: true },
  to: { kind: 'text', format: 'instant', optional: true },
  question: { kind: 'text', format: 'uuid', optional: true },
  answer: { kind: 'text', maxLength: 100, optional: true },
} as const satisfies RulesFor<RegistrationFilter>;

export const makeDecisionRules = {
  ids: { kind: 'list', format: 'uuid', minLength: 1, maxLength: SELECTION_MAX.decide, optional: true },
  filter: { kind: 'object', optional: true },
  kind: { kind: 'text', values: DECISION_KINDS },
  reason: { kind: 'text', maxLength: 1000, optional: true },
  fingerprint: { kind: 'text', minLength: 64, maxLength: 64 },
} as const satisfies RulesFor<MakeDecision>;
