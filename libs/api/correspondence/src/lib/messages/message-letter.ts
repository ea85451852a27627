import { noJoinAddress, sessionsInWords, type MailTemplates } from '@reihe/api-mail';
import { LANGUAGES, type Language, type Translations } from '@reihe/shared-contracts';
import { fillPlaceholders, messageTextFor } from '@reihe/shared-form-policies';
import type { MessageText } from '@reihe/shared-registration';
import { mailSessionOf, type Reader } from '../people/reader';
import type { PlaceOfReader } from './messages.repository';

/** What differs from reader to reader. */
export interface LetterReader extends Pick<Reader, 'name' | 'language' | 'timeZone'> {
  places: readonly PlaceOfReader[];
  /** Absolute; of confirmed places alone. */
  joinAddresses: readonly string[];
  mySessions: string;
}

export interface Letter {
  texts: Translations<MessageText>;
  defaultLanguage: Language;
  baseUrl: string;
}

/** The message as one person reads it; null: nothing is written yet. */
export function letterFor(
  { texts, defaultLanguage, baseUrl }: Letter,
  reader: LetterReader,
): MailTemplates['organiser-message'] | null {
  // Sending was refused while anybody's language was without a text; who chose another one since reads what there is.
  const [text] = [reader.language, ...LANGUAGES].flatMap(
    (one) => messageTextFor(texts, one, defaultLanguage) ?? [],
  );
  if (!text) return null;
  // Everything in the letter is in one language, its own.
  const { language } = text;
  const sessions = reader.places.map(({ session }) => mailSessionOf(session, language, baseUrl));
  const { titles, times } = sessionsInWords(sessions, { timeZone: reader.timeZone, language });
  const values = {
    name: reader.name,
    session: titles,
    time: times,
    join: reader.joinAddresses.length > 0 ? reader.joinAddresses.join('\n') : noJoinAddress(language),
    'my-sessions': reader.mySessions,
  };
  const [only, ...others] = sessions;
  return {
    subject: fillPlaceholders(text.subject, { ...values, time: values.time.replaceAll('\n', ', ') }),
    body: fillPlaceholders(text.body, values),
    language,
    sessionId: others.length === 0 ? (only?.id ?? null) : null,
    isTest: false,
  };
}
