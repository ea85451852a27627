import type { Language } from '@reihe/shared-contracts';
import { MAIL_WORDS } from '@reihe/api-mail-words';
import type { MailSession } from './mail-content';
import { timeLines } from './session-lines';

/** What organisers put into a letter by placeholders, in the reader's language. */
export interface SessionInWords {
  titles: string;
  /** One line each, by the reader's clock; of several sessions with their titles. */
  times: string;
}

export function sessionsInWords(
  sessions: readonly MailSession[],
  reader: { timeZone: string; language: Language },
): SessionInWords {
  const { locale } = MAIL_WORDS[reader.language];
  const titles = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    sessions.map(({ title }) => title),
  );
  const plain = { locale, oneTime: asIs, yourTime: asIs, hostTime: asIs };
  const times = sessions.map((session) => {
    const [own = ''] = timeLines(session, { name: '', timeZone: reader.timeZone }, plain);
    return sessions.length > 1 ? `${session.title}: ${own}` : own;
  });
  return { titles, times: times.join('\n') };
}

export function noJoinAddress(language: Language): string {
  return MAIL_WORDS[language].organiserMessage.noJoinAddress;
}

function asIs(text: string): string {
  return text;
}
