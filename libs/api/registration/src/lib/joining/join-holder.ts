import type {
  DialIn,
  Language,
  MeetingProvider,
  RegistrationState,
  SessionState,
} from '@reihe/shared-contracts';

/** Whoever holds a join address, and the session as it stands now. Holds the meeting's secrets: never leaves the API as it is. */
export interface JoinHolder {
  holder: 'participant' | 'speaker';
  /** null for speakers: they are not counted. */
  registrationId: string | null;
  /** Of a speaker: confirmed while they have a part, else cancelled. */
  seat: RegistrationState;
  name: string;
  /** null where nobody told. */
  language: Language | null;
  timeZone: string | null;
  place: number | null;
  toldStartsAt: Date;
  session: JoinedSession;
  recap: { slug: string; title: string; language: Language } | null;
}

export interface JoinedSession {
  id: string;
  slug: string;
  seriesSlug: string;
  title: string;
  titleLanguage: Language;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  sequence: number;
  cancelReason: string | null;
  opensBefore: number;
  provider: MeetingProvider | null;
  url: string;
  meetingId: string;
  passcode: string;
  dialIn: DialIn[];
}
