import type { Language } from '@reihe/shared-contracts';
import type { MailWords } from '@reihe/api-mail-words';
import type { MailContent, MailReader } from './mail-content';

export interface OrganiserMessage {
  /** As typed, with everything filled in. */
  subject: string;
  body: string;
  /** Of the text, where it is not the reader's. */
  language: Language;
  /** The session it is about; null: several, or a series. */
  sessionId: string | null;
  /** To whoever wrote it, as a look at it. */
  isTest: boolean;
}

export function organiserMessage(
  { subject, body, language, sessionId, isTest }: OrganiserMessage,
  _reader: MailReader,
  words: MailWords,
): MailContent {
  return {
    subject: isTest ? words.organiserMessage.testSubject(subject) : subject,
    about: sessionId === null ? [] : [sessionId],
    hasOwnGreeting: true,
    blocks: [{ kind: 'letter', text: body, language }],
  };
}
