import type { Language } from '@reihe/shared-contracts';
import { inEveryLanguage, type PageDescription } from '@reihe/web-platform';

/** A page that answers in every language, while its text is written in `languages` only: search engines are told those. */
export function writtenAddresses(
  languages: readonly Language[],
  path: (language: Language) => string,
): Pick<PageDescription, 'addresses' | 'switchAddresses'> {
  return {
    addresses: Object.fromEntries(languages.map((language) => [language, path(language)])),
    switchAddresses: inEveryLanguage(path),
  };
}
