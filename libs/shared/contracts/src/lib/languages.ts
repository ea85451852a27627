/** Languages a public page, a mail or the admin can be read in. A new one is added here and by its message files. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Used where neither the reader nor the series says otherwise. */
export const DEFAULT_LANGUAGE: Language = 'en';

/** One text per language; a missing language falls back (reader's, series' default, then the order of LANGUAGES). */
export type Translations<T> = Readonly<Partial<Record<Language, T>>>;

/** Any public text says which language it is really in, so that a fallback can be labelled and marked with `lang`. */
export interface InLanguage {
  language: Language;
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (LANGUAGES as readonly string[]).includes(value);
}
