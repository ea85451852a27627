import { inject } from '@angular/core';
import { Formats } from '@reihe/web-platform';
import { COUNTRY_CODES } from './country-codes';

/** All countries in the order of the page's language. To be called where a component is made. */
export function countryOptions(): { code: string; name: string }[] {
  const formats = inject(Formats);
  return COUNTRY_CODES.map((code) => ({ code, name: formats.countryName(code) })).sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}
