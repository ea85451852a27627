import type { MailWords } from '../languages/mail-words';
import type { MailBlock, MailContent, MailReader, MailSession, MeetingForSeat } from './mail-content';
import { sessionLines } from './session-lines';

export interface RegistrationConfirmed {
  manageLink: string;
  seats: { session: MailSession; meeting: MeetingForSeat | null }[];
  waiting: { session: MailSession; place: number }[];
}

export function registrationConfirmed(
  { manageLink, seats, waiting }: RegistrationConfirmed,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.registrationConfirmed;
  const blocks: MailBlock[] = [];
  if (seats.length > 0) {
    const sessions = seats.map(({ session, meeting }) => sessionLines(session, reader, words, { meeting }));
    blocks.push({ kind: 'sessions', heading: say.seats, sessions });
    blocks.push({ kind: 'note', text: words.calendarNote });
  }
  if (waiting.length > 0) {
    const sessions = waiting.map(({ session, place }) =>
      sessionLines(session, reader, words, { lines: [words.place(place)] }),
    );
    blocks.push({ kind: 'sessions', heading: say.waiting, sessions });
    blocks.push({ kind: 'text', text: say.waitingNote });
  }
  return {
    subject: say.subject(seats.length === 0),
    blocks: [
      ...blocks,
      { kind: 'action', label: words.manage, href: manageLink },
      { kind: 'note', text: words.manageNote },
    ],
  };
}
