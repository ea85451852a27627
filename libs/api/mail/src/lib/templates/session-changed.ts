import type { MailWords } from '../languages/mail-words';
import type { MailContent, MailReader, MailSession, MeetingForSeat } from './mail-content';
import { ownTime, sessionLines } from './session-lines';

export interface SessionMoved {
  /** With its new time. */
  session: MailSession;
  previousStartsAt: Date;
  previousEndsAt: Date;
  /** null for those who wait. */
  meeting: MeetingForSeat | null;
  hasCalendar: boolean;
  manageLink: string;
}

export function sessionMoved(mail: SessionMoved, reader: MailReader, words: MailWords): MailContent {
  const { session, previousStartsAt, previousEndsAt, meeting } = mail;
  const say = words.sessionMoved;
  const before = ownTime(previousStartsAt, previousEndsAt, reader, words);
  const { lines, ...entry } = sessionLines(session, reader, words, { meeting });
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: `${say.intro} ${say.keepsSeat}` },
      {
        kind: 'sessions',
        heading: words.newTime,
        sessions: [{ ...entry, lines: [...lines, `${words.oldTime}: ${before}`] }],
      },
      ...(mail.hasCalendar ? [{ kind: 'note' as const, text: words.calendarNote }] : []),
      { kind: 'action', label: words.manage, href: mail.manageLink },
      { kind: 'note', text: words.manageNote },
    ],
  };
}

export interface SessionCancelled {
  session: MailSession;
  /** As the organisers typed it. */
  reason: string;
}

export function sessionCancelled(
  { session, reason }: SessionCancelled,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.sessionCancelled;
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'quote', text: reason },
      { kind: 'sessions', heading: say.sessions, sessions: [sessionLines(session, reader, words)] },
    ],
  };
}
