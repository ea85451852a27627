import type { RulesFor } from './fields';
import { LANGUAGES, type Language } from './languages';

/** The first four are live: at most one live registration per participant and session. */
export const REGISTRATION_LIFE = [
  'unverified',
  'awaiting-approval',
  'confirmed',
  'waitlisted',
  'declined',
  'cancelled',
  'expired',
] as const;
export type RegistrationState = (typeof REGISTRATION_LIFE)[number];
export const LIVE_REGISTRATION_STATES = [
  'unverified',
  'awaiting-approval',
  'confirmed',
  'waitlisted',
] as const satisfies readonly RegistrationState[];

/** open: whoever comes · approval: an organiser decides · invitation: by code, or by an address that is on the list */
export const REGISTRATION_MODES = ['open', 'approval', 'invitation'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

/** form: the portal's · link: somebody known, through their own link · staff: added by hand · import: with a file */
export const REGISTRATION_ORIGINS = ['form', 'link', 'staff', 'import'] as const;
export type RegistrationOrigin = (typeof REGISTRATION_ORIGINS)[number];

/** The privacy notice a consent was given to. Raised when its words change. */
export const PRIVACY_NOTICE_VERSION = '2026-11-30';

/** Hours an e-mailed confirmation link is valid. */
export const CONFIRMATION_HOURS = 48;

/** Of a text the text, of a choice the option's id, of several their ids, of a number the number, of a consent true, of a country its code. */
export type AnswerValue = string | string[] | number | boolean;

/** An answer to one of the organiser's questions; what nobody answered is left out. */
export interface GivenAnswer {
  questionId: string;
  value: AnswerValue;
}

export interface Register {
  sessionSlugs: string[];
  name: string;
  email: string;
  organisation: string;
  position: string;
  city: string;
  country: string;
  language: Language;
  timeZone: string;
  hasAcceptedPrivacyNotice: boolean;
  /** What the person needs in order to take part; empty: nothing. */
  accessibilityNeeds: string;
  /** Consent to pictures and recording; null: not asked. */
  allowsRecording: boolean | null;
  answers: GivenAnswer[];
  /** Where one of the sessions is by invitation; empty: none. */
  invitationCode: string;
}

/** Always the same answer, whether or not the address was known: the e-mail tells the rest. */
export interface RegisterAnswer {
  outcome: 'check-your-mail';
}

export interface TokenBody {
  token: string;
}

export interface CancelRegistration extends TokenBody {
  registrationId: string;
}

/** One registration as its participant sees it through the e-mailed link. */
export interface MyRegistration {
  id: string;
  state: RegistrationState;
  /** Instant until which a seat is held though nobody confirmed; null: none is. */
  heldUntil: string | null;
  /** 1-based place on the waiting list; null unless waitlisted. */
  place: number | null;
  /** Of the organiser who declined, as typed; empty: none was given. */
  decisionReason: string;
  session: MySession;
  canCancel: boolean;
  /** What there is after the session; null: it is not over, or took place without this person. */
  after: AfterMySession | null;
}

export interface AfterMySession {
  materials: number;
  feedback: 'open' | 'given' | 'closed';
  hasCertificate: boolean;
}

export interface MySession {
  slug: string;
  title: string;
  language: Language;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  isCancelled: boolean;
  /** Of the address to join at; only for a confirmed registration of a session that takes place, else null. */
  joinToken: string | null;
}

export interface MyRegistrations {
  name: string;
  /** Of the calendar that others subscribe to; opens nothing else. */
  calendarToken: string;
  language: Language;
  timeZone: string;
  registrations: MyRegistration[];
}

/** What became of each wish when the link was confirmed. */
export interface ConfirmAnswer {
  /** Manages the registrations from now on. */
  manageToken: string;
  registrations: MyRegistration[];
}

export interface ConfirmedSession {
  slug: string;
  title: string;
  startsAt: string;
  timeZone: string;
  /** Instant until which a seat is held; null: none is, the session is full, or an organiser decides. */
  heldUntil: string | null;
  mode: RegistrationMode;
}

/** What a confirmation link is about, shown before the button is pressed; opening it changes nothing. */
export interface ConfirmationPreview {
  language: Language;
  sessions: ConfirmedSession[];
  expiresAt: string;
}

/** That somebody pressed "Join": a hint of attendance, never counted as such. */
export interface JoinHint {
  firstAt: string;
  lastAt: string;
  presses: number;
}

export const registerRules = {
  sessionSlugs: { kind: 'list', format: 'slug', minLength: 1, maxLength: 40 },
  name: { kind: 'text', minLength: 2, maxLength: 120 },
  email: { kind: 'text', format: 'email', maxLength: 254 },
  organisation: { kind: 'text', minLength: 2, maxLength: 200 },
  position: { kind: 'text', maxLength: 200, optional: true },
  city: { kind: 'text', minLength: 1, maxLength: 120 },
  country: { kind: 'text', format: 'country' },
  language: { kind: 'text', values: LANGUAGES },
  timeZone: { kind: 'text', format: 'time-zone' },
  hasAcceptedPrivacyNotice: { kind: 'boolean', mustBe: true },
  accessibilityNeeds: { kind: 'text', maxLength: 1000, optional: true },
  allowsRecording: { kind: 'boolean', optional: true },
  answers: { kind: 'list', maxLength: 200, optional: true },
  invitationCode: { kind: 'text', maxLength: 60, optional: true },
} as const satisfies RulesFor<Register>;

export const tokenRules = {
  token: { kind: 'text', minLength: 20, maxLength: 200 },
} as const satisfies RulesFor<TokenBody>;

export const cancelRegistrationRules = {
  token: { kind: 'text', minLength: 20, maxLength: 200 },
  registrationId: { kind: 'text', format: 'uuid' },
} as const satisfies RulesFor<CancelRegistration>;
