import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader, MailSession } from './mail-content';
import { sessionLines } from './session-lines';

export interface RegistrationCancelled {
  session: MailSession;
  /** Of the organisers, as typed; empty: they gave none. */
  reason: string;
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
  mail: RegistrationCancelled,
  reader: MailReader,
  words: MailWords,
): MailContent {
  return endedByOrganiser(mail, reader, words, words.cancelledByOrganiser);
}

export function declined(mail: RegistrationCancelled, reader: MailReader, words: MailWords): MailContent {
  return endedByOrganiser(mail, reader, words, words.declined);
}

function endedByOrganiser(
  { session, reason }: RegistrationCancelled,
  reader: MailReader,
  words: MailWords,
  say: MailWords['declined'],
): MailContent {
  return {
    subject: say.subject(session.title),
    blocks: [
      { kind: 'text', text: say.intro },
      ...(reason === ''
        ? []
        : [
            { kind: 'text' as const, text: words.organisersWrite },
            { kind: 'quote' as const, text: reason },
          ]),
      { kind: 'sessions', heading: say.sessions, sessions: [sessionLines(session, reader, words)] },
    ],
  };
}
