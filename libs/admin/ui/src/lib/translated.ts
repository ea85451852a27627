import { DEFAULT_LANGUAGE, LANGUAGES, type Language, type Translations } from '@reihe/shared-contracts';

/** A form always has every language; what is sent has only those in which something is written. */
export type InEveryLanguage<T> = Record<Language, T>;

export function inEveryLanguage<T>(translations: Translations<T>, empty: T): InEveryLanguage<T> {
  const entries = LANGUAGES.map((language) => [language, translations[language] ?? { ...empty }] as const);
  return Object.fromEntries(entries) as InEveryLanguage<T>;
}

export function written<T extends object>(translations: InEveryLanguage<T>): Translations<T> {
  return Object.fromEntries(Object.entries(translations).filter(([, text]) => !isBlank(text)));
}

export function isBlank(text: object): boolean {
  return Object.values(text).every((value) => typeof value !== 'string' || value.trim() === '');
}

/** The text staff see where there is room for one: their language's, else the first that is written. */
export function inLanguage<T>(translations: Translations<T>, language: Language): T | undefined {
  const order = [language, DEFAULT_LANGUAGE, ...LANGUAGES];
  return order.map((one) => translations[one]).find((text) => text !== undefined);
}
