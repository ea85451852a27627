import type { RulesFor } from './fields';
import { LANGUAGES, type Language } from './languages';
import type { Page } from './paging';

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

/** The privacy notice a consent was given to. Raised when its words change. */
export const PRIVACY_NOTICE_VERSION = '2026-11-25';

/** Hours an e-mailed confirmation link is valid. */
export const CONFIRMATION_HOURS = 48;

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
  /** 1-based place on the waiting list; null unless waitlisted. */
  place: number | null;
  session: MySession;
  canCancel: boolean;
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

/** What a confirmation link is about, shown before the button is pressed; opening it changes nothing. */
export interface ConfirmationPreview {
  language: Language;
  sessions: { slug: string; title: string; startsAt: string; timeZone: string }[];
  expiresAt: string;
}

/** A registration in the organiser's list. Details are as of that session. */
export interface RegistrationListItem {
  id: string;
  participantId: string;
  state: RegistrationState;
  name: string;
  email: string;
  organisation: string;
  position: string;
  city: string;
  country: string | null;
  language: Language;
  registeredAt: string;
  place: number | null;
  /** null: never pressed "Join". */
  joinHint: JoinHint | null;
}

/** That somebody pressed "Join": a hint of attendance, never counted as such. */
export interface JoinHint {
  firstAt: string;
  lastAt: string;
  presses: number;
}

/** The organiser's list of one session. */
export interface RegistrationsOfSession extends Page<RegistrationListItem> {
  /** Registrations of the whole session that pressed "Join". */
  joinHints: number;
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
} as const satisfies RulesFor<Register>;

export const tokenRules = {
  token: { kind: 'text', minLength: 20, maxLength: 200 },
} as const satisfies RulesFor<TokenBody>;

export const cancelRegistrationRules = {
  token: { kind: 'text', minLength: 20, maxLength: 200 },
  registrationId: { kind: 'text', format: 'uuid' },
} as const satisfies RulesFor<CancelRegistration>;
