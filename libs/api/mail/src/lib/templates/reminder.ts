import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader, MailSession, MeetingForSeat } from './mail-content';
import { dayOf, sessionLines } from './session-lines';

export interface Reminder {
  /** One or more, all of one day of the reader's, by their start. */
  sessions: { session: MailSession; meeting: MeetingForSeat | null; release: string }[];
  manageLink: string;
}

/** The calendar entry was sent with the place: a second one would double it in many programs. */
export function reminder(
  { sessions, manageLink }: Reminder,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.reminder;
  const [first] = sessions;
  const day = first ? dayOf(first.session.startsAt, reader, words) : '';
  const title = first?.session.title ?? '';
  return {
    subject: sessions.length > 1 ? say.subjectOfMany(sessions.length, day) : say.subject(title, day),
    blocks: [
      { kind: 'text', text: say.intro(sessions.length) },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: sessions.map(({ session, meeting, release }) =>
          sessionLines(session, reader, words, { meeting, release }),
        ),
      },
      { kind: 'text', text: say.cannotCome },
      { kind: 'action', label: words.manage, href: manageLink },
      { kind: 'note', text: words.manageNote },
    ],
  };
}
