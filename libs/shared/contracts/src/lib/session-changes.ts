import type { FieldRules } from './fields';
import type { Language } from './languages';

/** Mails that tell of a change wait so long: until then it can be undone and nobody has heard of it. */
export const UNDO_SECONDS = 30;
/** So long the page of a moved session says where it was to be. */
export const MOVED_NOTE_DAYS = 14;

/** What people are told of a session. meeting: link or passcode. */
export type SessionNewsKind = 'moved' | 'meeting' | 'cancelled';

/** seat: a confirmed place · waiting: on the waiting list or to be approved */
export type ToldAudience = 'seat' | 'waiting' | 'speaker';

/** A sentence of the organiser's, per language; readers of a language without one get another language's. */
export type Announcement = Partial<Record<Language, string>>;

/** One mail as it would go, with how many people get one like it. */
export interface PreviewedMail {
  audience: ToldAudience;
  language: Language;
  people: number;
  subject: string;
  text: string;
  /** A whole document; show it in a sandboxed frame. */
  html: string;
  hasCalendarEntry: boolean;
}

/** What saving would tell, and to how many; nothing is saved by asking. */
export interface ChangePreview {
  /** Empty: nobody would be told. */
  kinds: SessionNewsKind[];
  /** Whether it may be saved without telling: a changed link may, a new time and the end of a session may not. */
  canBeQuiet: boolean;
  people: number;
  speakers: number;
  mails: PreviewedMail[];
}

/** A change of which nobody has heard yet. */
export interface PendingChange {
  id: string;
  kinds: SessionNewsKind[];
  /** Messages that wait; 0 where there is nobody to tell. */
  messages: number;
  /** Of UNDO_SECONDS, by the server's clock. */
  secondsLeft: number;
}

export interface PendingChangeAnswer {
  change: PendingChange | null;
}

const sentence = { kind: 'text', maxLength: 1000, optional: true } as const;
export const announcementRules = {
  en: sentence,
  de: sentence,
  es: sentence,
  fr: sentence,
} as const satisfies Record<Language, FieldRules>;
