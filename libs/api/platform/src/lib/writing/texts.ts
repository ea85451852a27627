import { isLanguage, type Language, type Translations } from '@reihe/shared-contracts';

/** The languages that are really there, each with its text. */
export function textsOf<T>(translations: Translations<T>): (readonly [Language, T])[] {
  return Object.entries(translations).filter(
    (entry): entry is [Language, T] => isLanguage(entry[0]) && entry[1] !== undefined,
  );
}

/** Optional texts may come in absent or null; they are stored as empty. */
export function orEmpty(text: string | null | undefined): string {
  return text ?? '';
}
