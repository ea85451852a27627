import type { MailWords } from '@reihe/api-mail-words';
import type { MailBlock, MailContent, MailReader, MailSession } from './mail-content';
import { momentOf, sessionLines } from './session-lines';

/** What waits for somebody who confirms. */
export interface WishedSession {
  session: MailSession;
  /** Until when a seat is held; null: none is. */
  heldUntil: Date | null;
  /** That they will wait: everything is taken. */
  isFull: boolean;
  /** That an organiser decides. */
  isDecided: boolean;
}

export interface RegistrationConfirm {
  link: string;
  expiresAt: Date;
  sessions: WishedSession[];
  /** Asked for again although registered: told here, and nowhere on screen. */
  already: MailSession[];
  /** By invitation, and this address is not invited: told here, and nowhere on screen. */
  uninvited: MailSession[];
}

export function registrationConfirm(
  { link, expiresAt, sessions, already, uninvited }: RegistrationConfirm,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.registrationConfirm;
  const others = (heading: string, list: MailSession[]): MailBlock[] =>
    list.length === 0
      ? []
      : [
          {
            kind: 'sessions',
            heading,
            sessions: list.map((session) => sessionLines(session, reader, words)),
          },
        ];
  return {
    subject: say.subject,
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'action', label: say.action, href: link },
      { kind: 'note', text: say.valid(momentOf(expiresAt, reader, words)) },
      {
        kind: 'sessions',
        heading: say.sessions,
        sessions: sessions.map((wished) =>
          sessionLines(wished.session, reader, words, { lines: prospects(wished, reader, words) }),
        ),
      },
      ...others(say.already, already),
      ...others(say.uninvited, uninvited),
      ...(uninvited.length > 0 ? [{ kind: 'text' as const, text: words.notInvited.ask }] : []),
      { kind: 'note', text: say.ignore },
    ],
  };
}

function prospects(
  { heldUntil, isFull, isDecided }: WishedSession,
  reader: MailReader,
  words: MailWords,
): string[] {
  const say = words.registrationConfirm;
  if (isDecided) return [say.decides];
  if (heldUntil) return [say.held(momentOf(heldUntil, reader, words))];
  return isFull ? [say.full] : [];
}
