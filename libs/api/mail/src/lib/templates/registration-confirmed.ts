import type { MailWords } from '@reihe/api-mail-words';
import type { MailBlock, MailContent, MailReader, MailSession, MeetingForSeat } from './mail-content';
import { sessionLines } from './session-lines';

export interface RegistrationConfirmed {
  manageLink: string;
  /** `release`: address that gives the place up with one click. */
  seats: { session: MailSession; meeting: MeetingForSeat | null; release: string }[];
  waiting: { session: MailSession; place: number; release: string }[];
  /** An organiser decides. */
  deciding: MailSession[];
  /** No place was left any more. */
  ended: MailSession[];
}

export function registrationConfirmed(
  { manageLink, seats, waiting, deciding, ended }: RegistrationConfirmed,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.registrationConfirmed;
  const blocks: MailBlock[] = [];
  if (seats.length > 0) {
    const sessions = seats.map(({ session, meeting, release }) =>
      sessionLines(session, reader, words, { meeting, release }),
    );
    blocks.push({ kind: 'sessions', heading: say.seats, sessions });
    blocks.push({ kind: 'note', text: words.calendarNote });
  }
  if (waiting.length > 0) {
    const sessions = waiting.map(({ session, place, release }) =>
      sessionLines(session, reader, words, { lines: [words.place(place)], release }),
    );
    blocks.push({ kind: 'sessions', heading: say.waiting, sessions });
    blocks.push({ kind: 'text', text: say.waitingNote });
  }
  const others = (heading: string, list: MailSession[], note: string) => {
    if (list.length === 0) return;
    blocks.push({
      kind: 'sessions',
      heading,
      sessions: list.map((session) => sessionLines(session, reader, words)),
    });
    blocks.push({ kind: 'text', text: note });
  };
  others(say.deciding, deciding, say.decidingNote);
  others(say.ended, ended, say.endedNote);
  return {
    subject: subjectOf({ seats, waiting, deciding }, say),
    blocks: [
      ...blocks,
      { kind: 'action', label: words.manage, href: manageLink },
      { kind: 'note', text: words.manageNote },
    ],
  };
}

function subjectOf(
  { seats, waiting, deciding }: Pick<RegistrationConfirmed, 'seats' | 'waiting' | 'deciding'>,
  say: MailWords['registrationConfirmed'],
): string {
  if (seats.length + waiting.length > 0) return say.subject(seats.length === 0);
  return deciding.length > 0 ? say.subjectOf.deciding : say.subjectOf.ended;
}
