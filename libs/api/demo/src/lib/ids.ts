import { randomUUID } from 'node:crypto';
import { LANGUAGES, type Language, type Translations } from '@reihe/shared-contracts';

/** Finds the row a content key became; throws where the content names a key that is not there. */
export type Ids = (key: string) => string;

export function idsFor(entries: readonly { key: string }[]): Ids {
  const ids = new Map(entries.map(({ key }) => [key, randomUUID() as string]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined)
      throw new Error(`The demonstration content names "${key}", which it does not contain.`);
    return id;
  };
}

/** A row for each language that a text is written in. */
export function perLanguage<T>(text: Translations<unknown>, make: (language: Language) => T): T[] {
  return LANGUAGES.filter((language) => text[language] !== undefined).map(make);
}
