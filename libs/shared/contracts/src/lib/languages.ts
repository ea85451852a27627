/** Languages that pages, mails, feeds and documents are read in, and texts are written in. What a new one takes stands in CONTRIBUTING.md. */
export const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages the admin's own screens speak: those its application has messages in. Staff write texts in all of LANGUAGES. */
export const ADMIN_LANGUAGES = ['en', 'de'] as const satisfies readonly Language[];
export type AdminLanguage = (typeof ADMIN_LANGUAGES)[number];

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

export function isAdminLanguage(value: unknown): value is AdminLanguage {
  return typeof value === 'string' && (ADMIN_LANGUAGES as readonly string[]).includes(value);
}
