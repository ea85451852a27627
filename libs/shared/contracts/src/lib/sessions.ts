import type { RulesFor } from './fields';
import type { Count } from './figures';
import type { InLanguage, Language, Translations } from './languages';
import type { OfferedMaterial } from './materials';
import type { MeetingAccess, SaveMeetingAccess } from './meetings';
import type { RecapTeaser } from './recaps';
import type { RegistrationMode } from './registrations';
import type { Announcement } from './session-changes';
import type { Contribution, PublicContribution, SaveContribution } from './speakers';
import type { RegionTerm, Term } from './taxonomy';

export const SESSION_KINDS = ['opening', 'exchange', 'peer-advice', 'closing', 'extra', 'course'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_STATES = ['draft', 'published', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const AGENDA_KINDS = ['talk', 'experience', 'discussion', 'peer-advice', 'break', 'other'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/**
 * What a visitor can do about a session now.
 * few: at most a tenth of the places, or 5, left · waiting-list: full, one can wait · full: and one cannot wait ·
 * running: began, not ended
 */
export const REGISTRATION_STATES = [
  'not-yet-open',
  'open',
  'few',
  'waiting-list',
  'full',
  'closed',
  'running',
  'held',
  'cancelled',
] as const;
export type RegistrationPhase = (typeof REGISTRATION_STATES)[number];

export interface SessionText {
  title: string;
  abstract: string;
}

export interface AgendaText {
  title: string;
  description: string;
}

export interface AgendaItem {
  id: string;
  kind: AgendaKind;
  /** Minutes after the session's start. */
  startsAfter: number;
  durationMinutes: number;
  translations: Translations<AgendaText>;
  contributions: Contribution[];
}

/** A session as staff work with it. */
export interface Session {
  id: string;
  version: number;
  seriesId: string;
  slug: string;
  state: SessionState;
  kind: SessionKind;
  /** Instants; the wall-clock times below are what the organiser typed and what stays. */
  startsAt: string;
  endsAt: string;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  languages: string[];
  interpretation: string[];
  regionIds: string[];
  categoryIds: string[];
  /** null: unlimited. */
  capacity: number | null;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  meeting: MeetingAccess;
  cancelReason: string | null;
  /** Raised with every change that calendars must follow. */
  sequence: number;
  translations: Translations<SessionText>;
  agenda: AgendaItem[];
  /** Parts that belong to the whole session, e.g. the moderator. */
  contributions: Contribution[];
  counts: Count[];
}

export interface SessionListItem {
  id: string;
  version: number;
  seriesId: string;
  seriesTitle: string;
  slug: string;
  title: string;
  /** The text that `ReviseSession.title` changes: in the default language of the series. Empty while it is not written. */
  originalTitle: string;
  originalLanguage: Language;
  kind: SessionKind;
  state: SessionState;
  startsAt: string;
  endsAt: string;
  /** Wall clock in `timeZone`, as typed. */
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  languages: string[];
  capacity: number | null;
  confirmed: number;
  waitlisted: number;
  hasMeetingLink: boolean;
  /** Whether a speaker was invited and has not declined: of a draft only they know, and they are told when it moves. */
  hasAskedSpeakers: boolean;
  recaps: number;
}

export interface SaveAgendaItem {
  /** Of the item as it is stored, so that it stays the same one; without it is a new one. */
  id?: string;
  kind: AgendaKind;
  startsAfter: number;
  durationMinutes: number;
  translations: Translations<AgendaText>;
  contributions: SaveContribution[];
}

export interface SaveSession {
  /** Version that was edited; 0 when new. */
  version: number;
  seriesId: string;
  slug: string;
  kind: SessionKind;
  /** Wall clock in `timeZone`: `YYYY-MM-DDTHH:mm`. */
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  /** Answer to "this time exists twice": which of the two instants is meant, for both ends of the session. */
  clockChoice?: 'earlier' | 'later';
  languages: string[];
  interpretation: string[];
  regionIds: string[];
  categoryIds: string[];
  capacity: number | null;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  meeting: SaveMeetingAccess;
  translations: Translations<SessionText>;
  agenda: SaveAgendaItem[];
  contributions: SaveContribution[];
  /** Sentences added to the mails that tell of this change; nothing happens with them where nobody is told. */
  announcement?: Announcement;
  /** True: a changed meeting link goes without a mail. A new time is always told. */
  isQuiet?: boolean;
}

/** Something that must be mended before a session is published; in `details.gaps` of `session.incomplete`. */
export const SESSION_GAP_CODES = ['no-default-language', 'end-not-after-start'] as const;
export type SessionGap = (typeof SESSION_GAP_CODES)[number];

export interface ChangeState {
  version: number;
}

export interface CancelSession extends ChangeState {
  /** Told to everyone registered, as typed. */
  reason: string;
  announcement?: Announcement;
}

/** Seats as the public may know them. */
export interface SeatView {
  phase: RegistrationPhase;
  /** Places left where the phase is open or few and the capacity is limited, else null. */
  placesLeft: number | null;
  opensAt: string | null;
  closesAt: string | null;
  mode: RegistrationMode;
}

/** A session in lists, timelines and teasers of the portal. Never with meeting access. */
export interface SessionTeaser extends InLanguage {
  slug: string;
  seriesSlug: string;
  seriesTitle: string;
  title: string;
  kind: SessionKind;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  /** Working languages, BCP 47. */
  languages: string[];
  interpretation: string[];
  /** Empty: for everyone, worldwide. */
  regions: RegionTerm[];
  categories: Term[];
  seats: SeatView;
  speakers: PublicContribution[];
  figures: Count[];
}

export interface PublicAgendaItem extends InLanguage {
  kind: AgendaKind;
  startsAt: string;
  endsAt: string;
  title: string;
  description: string;
  contributions: PublicContribution[];
}

/** A session's public page. */
export interface SessionPage extends SessionTeaser {
  abstract: string;
  cancelReason: string | null;
  agenda: PublicAgendaItem[];
  contributions: PublicContribution[];
  recaps: RecapTeaser[];
  /** Only what is for everybody. */
  materials: OfferedMaterial[];
  isSample: boolean;
  /** Calendar values shared by mail, download and feed. */
  uid: string;
  sequence: number;
  availableLanguages: Language[];
  /** Where it was to be until it was moved, while that is news; else null or absent. */
  movedFrom?: { startsAt: string; endsAt: string } | null;
}

export const sessionTextRules = {
  title: { kind: 'text', minLength: 3, maxLength: 200 },
  abstract: { kind: 'text', maxLength: 8000, optional: true },
} as const satisfies RulesFor<SessionText>;

export const agendaTextRules = {
  title: { kind: 'text', minLength: 1, maxLength: 300 },
  description: { kind: 'text', maxLength: 2000, optional: true },
} as const satisfies RulesFor<AgendaText>;

export const saveAgendaItemRules = {
  id: { kind: 'text', format: 'uuid', optional: true },
  kind: { kind: 'text', values: AGENDA_KINDS },
  startsAfter: { kind: 'number', min: 0, max: 7 * 24 * 60 },
  durationMinutes: { kind: 'number', min: 1, max: 24 * 60 },
  translations: { kind: 'translations', minLength: 1 },
  contributions: { kind: 'list', maxLength: 50 },
} as const satisfies RulesFor<SaveAgendaItem>;

export const saveSessionRules = {
  version: { kind: 'number', min: 0 },
  seriesId: { kind: 'text', format: 'uuid' },
  slug: { kind: 'text', format: 'slug', minLength: 2, maxLength: 100 },
  kind: { kind: 'text', values: SESSION_KINDS },
  startsLocal: { kind: 'text', format: 'local-date-time' },
  endsLocal: { kind: 'text', format: 'local-date-time' },
  timeZone: { kind: 'text', format: 'time-zone' },
  clockChoice: { kind: 'text', values: ['earlier', 'later'], optional: true },
  languages: { kind: 'list', format: 'language-tag', minLength: 1, maxLength: 20 },
  interpretation: { kind: 'list', format: 'language-tag', maxLength: 20 },
  regionIds: { kind: 'list', format: 'uuid', maxLength: 60 },
  categoryIds: { kind: 'list', format: 'uuid', maxLength: 30 },
  capacity: { kind: 'number', min: 1, max: 100_000, optional: true },
  registrationOpensAt: { kind: 'text', format: 'instant', optional: true },
  registrationClosesAt: { kind: 'text', format: 'instant', optional: true },
  meeting: { kind: 'object' },
  translations: { kind: 'translations', minLength: 1 },
  agenda: { kind: 'list', maxLength: 60 },
  contributions: { kind: 'list', maxLength: 50 },
  announcement: { kind: 'object', optional: true },
  isQuiet: { kind: 'boolean', optional: true },
} as const satisfies RulesFor<SaveSession>;

export const changeStateRules = {
  version: { kind: 'number', min: 0 },
} as const satisfies RulesFor<ChangeState>;

/** Written out: what is spread into another object stays in every reader's script. */
export const cancelSessionRules = {
  version: { kind: 'number', min: 0 },
  reason: { kind: 'text', minLength: 3, maxLength: 1000 },
  announcement: saveSessionRules.announcement,
} as const satisfies RulesFor<CancelSession>;
