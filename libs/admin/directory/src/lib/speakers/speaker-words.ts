import { inject } from '@angular/core';
import type { Speaker } from '@reihe/shared-contracts';
import { inLanguage } from '@reihe/admin-ui';
import { Formats, LANGUAGE } from '@reihe/web-platform';

/** What staff read about a speaker in one line. To be called where a component is made. */
export function speakerWords() {
  const formats = inject(Formats);
  const language = inject(LANGUAGE);
  return {
    work: ({ translations }: Pick<Speaker, 'translations'>) => {
      const text = inLanguage(translations, language);
      return [text?.position, text?.organisation].filter(Boolean).join(', ');
    },
    place: ({ city, country }: Pick<Speaker, 'city' | 'country'>) =>
      [city, country && formats.countryName(country)].filter(Boolean).join(', '),
  };
}
