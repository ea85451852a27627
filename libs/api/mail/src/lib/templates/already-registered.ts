import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader, MailSession } from './mail-content';
import { sessionLines } from './session-lines';

export interface AlreadyRegistered {
  manageLink: string;
  /** `place`: on the waiting list; null with a seat, or while an organiser decides. */
  sessions: { session: MailSession; place: number | null; isDecided: boolean }[];
}

export function alreadyRegistered(
  { manageLink, sessions }: AlreadyRegistered,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.alreadyRegistered;
  return {
    subject: say.subject,
    blocks: [
      { kind: 'text', text: say.intro },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: sessions.map(({ session, place, isDecided }) =>
          sessionLines(session, reader, words, {
            lines: [isDecided ? words.awaiting : place === null ? words.seat : words.place(place)],
          }),
        ),
      },
      { kind: 'action', label: words.manage, href: manageLink },
      { kind: 'note', text: words.manageNote },
      { kind: 'note', text: say.ignore },
    ],
  };
}
