import type { ContributionRole, Language } from '@reihe/shared-contracts';

/** What a mail says, before it becomes text and HTML: templates know words and order, the layout knows form. */
export interface MailContent {
  subject: string;
  /** Why this mail came, where it is not for a registration. */
  footer?: (host: string) => string;
  blocks: MailBlock[];
  /** Why it came; registered people where nothing is said. */
  isForSpeaker?: boolean;
  /** Whoever wrote it greets the reader, or does not. */
  hasOwnGreeting?: boolean;
  /** Ids of sessions it is about beside those that it lists. */
  about?: string[];
}

export type MailBlock =
  | { kind: 'text'; text: string }
  /** Small print. */
  | { kind: 'note'; text: string }
  /** What a person typed, told as it is. */
  | { kind: 'quote'; text: string; language?: Language }
  /** What organisers write as a letter of their own: paragraphs, and addresses to be followed. */
  | { kind: 'letter'; text: string; language?: Language }
  | { kind: 'action'; label: string; href: string }
  | { kind: 'sessions'; heading: string; sessions: SessionLines[] };

export interface SessionLines {
  /** null: not known to whoever wrote the mail. */
  id: string | null;
  title: string;
  href: string;
  lines: string[];
  /** Prose below them; null: none. */
  note: string | null;
  /** Address to join at: shown as a link. */
  join: { label: string; href: string } | null;
  /** Address that gives up the place with one click. */
  release: { label: string; href: string } | null;
}

/** A session as mails tell of it; texts already in the reader's language. */
export interface MailSession {
  /** Mails about one session hang together for each reader. */
  id?: string;
  title: string;
  /** Absolute address of its page. */
  url: string;
  startsAt: Date;
  endsAt: Date;
  /** The host's. */
  timeZone: string;
}

/** Only for people with a confirmed seat (invariant 5). */
export interface MeetingForSeat {
  /** Their own address to join at, never the meeting's. */
  url: string;
}

/** A sentence of the organisers, in the reader's language or the next best. */
export interface AddedSentence {
  text: string;
  language: Language;
}

/** What a mail about a changed session says to whoever reads it. */
export interface NewsFor {
  /** Own parts in the session; empty for registered people. */
  roles: readonly ContributionRole[];
  added: AddedSentence | null;
}

export interface MailReader {
  name: string;
  timeZone: string;
}
