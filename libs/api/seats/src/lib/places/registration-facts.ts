import {
  LANGUAGES,
  type Language,
  type Register,
  type RegistrationMode,
  type RegistrationState,
  type SessionState,
} from '@reihe/shared-contracts';

/** A registration with what mails and pages say about it; the title in the reader's language or the next best. */
export interface RegistrationFacts {
  id: string;
  state: RegistrationState;
  participantId: string;
  /** null once the person is erased: nobody to write to. */
  email: string | null;
  name: string;
  language: Language;
  timeZone: string;
  /** 1-based place on the waiting list; null unless waitlisted. */
  place: number | null;
  /** A seat is held until then though nobody confirmed; null: none is. */
  heldUntil: Date | null;
  /** As typed by the organiser who declined. */
  decisionReason: string;
  session: SessionFacts;
}

export interface SessionFacts {
  id: string;
  slug: string;
  title: string;
  titleLanguage: Language;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  sequence: number;
  cancelReason: string | null;
  mode: RegistrationMode;
  /** Of its last change. */
  updatedAt: Date;
}

/** A session's row as read under its lock. */
export interface LockedSession {
  id: string;
  state: SessionState;
  startsAt: Date;
  capacity: number | null;
  mode: RegistrationMode;
  holdMinutes: number;
  hasWaitingList: boolean;
  /** 0: as many as come. */
  waitingListLimit: number;
}

/** As of the count under the lock, and of what was given away since. */
export interface CountedSession extends LockedSession {
  /** Confirmed or held. */
  taken: number;
  waiting: number;
}

/** A session somebody wants to register for. */
export interface WantedSession
  extends CountedSession, Omit<SessionFacts, keyof CountedSession | 'title' | 'titleLanguage'> {
  seriesId: string;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  /** Of the series. */
  defaultLanguage: Language;
  titles: Partial<Record<Language, string>>;
  asksAccessibility: boolean;
  asksRecording: boolean;
  /** Whether the organisers ask anything of their own. */
  hasQuestions: boolean;
}

/** What mails and pages say of the session, titled as its readers of this language find it. */
export function sessionIn(session: WantedSession, language: Language): SessionFacts {
  const { titles, defaultLanguage } = session;
  const titleLanguage =
    [language, defaultLanguage, ...LANGUAGES.toSorted()].find((one) => titles[one] !== undefined) ??
    defaultLanguage;
  const { id, slug, state, startsAt, endsAt, timeZone, sequence, cancelReason, mode, updatedAt } = session;
  return {
    ...{ id, slug, state, startsAt, endsAt, timeZone, sequence, cancelReason, mode, updatedAt },
    ...{ title: titles[titleLanguage] ?? slug, titleLanguage },
  };
}

/** A wish that somebody new just wrote down with their form, as it would be read. */
export function freshFacts(
  { id, session, heldUntil }: { id: string; session: WantedSession; heldUntil: Date | null },
  participantId: string,
  { email, name, language, timeZone }: Pick<Register, 'email' | 'name' | 'language' | 'timeZone'>,
): RegistrationFacts {
  return {
    ...{ id, participantId, email, name, language, timeZone, heldUntil },
    ...{ state: 'unverified', place: null, decisionReason: '', session: sessionIn(session, language) },
  };
}
