import type { Language, RegistrationState, Translations } from '@reihe/shared-contracts';
import { LANGUAGES } from '@reihe/shared-contracts';
import {
  MESSAGE_PLACEHOLDERS,
  type MessagePlaceholder,
  type MessageSelection,
  type MessageText,
} from '@reihe/shared-registration';

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

function isPlaceholder(name: string): name is MessagePlaceholder {
  return (MESSAGE_PLACEHOLDERS as readonly string[]).includes(name);
}

/** Which are in a text, each once. */
export function placeholdersIn(text: string): MessagePlaceholder[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name.toLowerCase());
  return [...new Set(names)].filter(isPlaceholder);
}

/** What looks like a placeholder and is none, as typed: unknown names, and braces without their other half. */
export function placeholderFaults(text: string): string[] {
  const unknown = [...text.matchAll(PLACEHOLDER)].filter(
    ([, name = '']) => !isPlaceholder(name.toLowerCase()),
  );
  const halves = text.replace(PLACEHOLDER, ' ').match(/\{\{[^\s{}]*|[^\s{}]*\}\}/g) ?? [];
  return [...new Set([...unknown.map(([typed]) => typed), ...halves])];
}

/** Values are put in as they are: a name that looks like a placeholder stays a name. */
export function fillPlaceholders(text: string, values: Readonly<Record<MessagePlaceholder, string>>): string {
  return text.replace(PLACEHOLDER, (typed, name: string) => {
    const known = name.toLowerCase();
    return isPlaceholder(known) ? values[known] : typed;
  });
}

function isWritten(text: MessageText | undefined): text is MessageText {
  return text !== undefined && text.subject.trim() !== '' && text.body.trim() !== '';
}

/** What somebody of a language reads: their own text, else that of the default language; null: there is neither. */
export function messageTextFor(
  texts: Translations<MessageText>,
  language: Language,
  defaultLanguage: Language,
): (MessageText & { language: Language }) | null {
  for (const one of [language, defaultLanguage]) {
    const text = texts[one];
    if (isWritten(text)) return { ...text, language: one };
  }
  return null;
}

/** unread: somebody would get nothing · half-written: a subject without a text or the other way round · placeholder: see `placeholderFaults` */
export interface MessageGap {
  language: Language;
  kind: 'unread' | 'half-written' | 'placeholder';
  /** Placeholders as typed. */
  typed: string[];
}

/** What keeps a message from being sent to people of these languages. */
export function messageGaps(
  texts: Translations<MessageText>,
  languages: readonly Language[],
  defaultLanguage: Language,
): MessageGap[] {
  return LANGUAGES.flatMap((language): MessageGap[] => {
    const { subject = '', body = '' } = texts[language] ?? {};
    const typed = [...new Set([...placeholderFaults(subject), ...placeholderFaults(body)])];
    const isHalf = (subject.trim() === '') !== (body.trim() === '');
    const isUnread =
      languages.includes(language) && !isHalf && messageTextFor(texts, language, defaultLanguage) === null;
    return [
      ...(isUnread ? [{ language, kind: 'unread' as const, typed: [] }] : []),
      ...(isHalf ? [{ language, kind: 'half-written' as const, typed: [] }] : []),
      ...(typed.length > 0 ? [{ language, kind: 'placeholder' as const, typed }] : []),
    ];
  });
}

/** Whose address was never proven is not written to, whatever is chosen. */
const NEVER_WRITTEN_TO: readonly RegistrationState[] = ['unverified', 'expired'];

/** The states that a selection means: those chosen, else every one that may become or is a place. */
export function selectedStates({ states }: Pick<MessageSelection, 'states'>): RegistrationState[] {
  const chosen = states.filter((state) => !NEVER_WRITTEN_TO.includes(state));
  return states.length > 0 ? chosen : ['confirmed', 'waitlisted', 'awaiting-approval'];
}
