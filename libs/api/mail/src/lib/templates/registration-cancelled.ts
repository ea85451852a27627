import type { MailWords } from '../languages/mail-words';
import type { MailContent, MailReader, MailSession } from './mail-content';
import { sessionLines } from './session-lines';

export interface RegistrationCancelled {
  session: MailSession;
}

export function cancelledByYou(
  { session }: RegistrationCancelled,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.cancelledByYou;
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'sessions', heading: say.sessions, sessions: [sessionLines(session, reader, words)] },
      { kind: 'note', text: say.again },
    ],
  };
}

export function cancelledByOrganiser(
  { session }: RegistrationCancelled,
  reader: MailReader,
  words: MailWords,
): MailContent {
  const say = words.cancelledByOrganiser;
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: say.intro },
      { kind: 'sessions', heading: say.sessions, sessions: [sessionLines(session, reader, words)] },
    ],
  };
}
