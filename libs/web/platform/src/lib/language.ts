import { inject, InjectionToken, LOCALE_ID } from '@angular/core';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@reihe/shared-contracts';

/** The language this page is built in; one build per language, so it never changes under a page. */
export const LANGUAGE = new InjectionToken<Language>('LANGUAGE', {
  providedIn: 'root',
  factory: () => {
    const language = inject(LOCALE_ID).split('-')[0];
    return isLanguage(language) ? language : DEFAULT_LANGUAGE;
  },
});
