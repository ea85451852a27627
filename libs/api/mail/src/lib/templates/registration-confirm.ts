import type { MailWords } from '../languages/mail-words';
import type { MailContent, MailReader, MailSession } from './mail-content';
import { momentOf, sessionLines } from './session-lines';

export interface RegistrationConfirm {
  link: string;
  expiresAt: Date;
  sessions: MailSession[];
  /** Asked for again although registered: told here, and nowhere on screen. */
  already: MailSession[];
}

export function registrationConfirm(
  { link, expiresAt, sessions, already }: RegistrationConfirm,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.registrationConfirm;
  const lines = (list: MailSession[]) => list.map((session) => sessionLines(session, reader, words));
  return {
    subject: say.subject,
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'action', label: say.action, href: link },
      { kind: 'note', text: say.valid(momentOf(expiresAt, reader, words)) },
      { kind: 'sessions', heading: say.sessions, sessions: lines(sessions) },
      ...(already.length > 0
        ? [{ kind: 'sessions' as const, heading: say.already, sessions: lines(already) }]
        : []),
      { kind: 'note', text: say.ignore },
    ],
  };
}
