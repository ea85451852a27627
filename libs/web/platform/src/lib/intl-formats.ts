/**
 * Intl's formats, each built once per process: building one costs more than using it a hundred times, and on the server every
 * page would build dozens anew. As many as there are languages, zones and ways to write a date; they hold nothing of a reader.
 */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

export function dateFormatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // By hand: JSON takes as long as the formatting itself.
  let key = locale;
  for (const name in options) key += `|${name}:${String(options[name as keyof typeof options])}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
}

export interface IntlFormats {
  countries: Intl.DisplayNames;
  languages: Intl.DisplayNames;
  numbers: Intl.NumberFormat;
  lists: Intl.ListFormat;
  relative: Intl.RelativeTimeFormat;
}

const formats = new Map<string, IntlFormats>();

export function intlFormatsOf(locale: string): IntlFormats {
  const known = formats.get(locale);
  if (known) return known;
  const made: IntlFormats = {
    countries: new Intl.DisplayNames(locale, { type: 'region' }),
    languages: new Intl.DisplayNames(locale, { type: 'language' }),
    numbers: new Intl.NumberFormat(locale),
    lists: new Intl.ListFormat(locale, { type: 'conjunction' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  };
  formats.set(locale, made);
  return made;
}
