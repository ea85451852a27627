import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader, MailSession, MeetingForSeat } from './mail-content';
import { sessionLines } from './session-lines';

export interface Promoted {
  session: MailSession;
  meeting: MeetingForSeat | null;
  manageLink: string;
  /** Address that gives the seat up with one click. */
  release: string;
}

export function promoted(
  { session, meeting, manageLink, release }: Promoted,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.promoted;
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: say.intro },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: [sessionLines(session, reader, words, { meeting, release })],
      },
      { kind: 'note', text: words.calendarNote },
      { kind: 'action', label: words.manage, href: manageLink },
      { kind: 'note', text: words.manageNote },
    ],
  };
}
