/**
 * Intl's formats, each built once per process: building one costs more than using it a hundred times, and on the server every
 * page would build dozens anew. As many as there are languages, zones and ways to write a date; they hold nothing of a reader.
 */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

export type DateParts = Omit<Intl.DateTimeFormatOptions, 'timeZone'>;

/** By hand: JSON takes as long as the formatting itself. */
function keyOf(locale: string, timeZone: string, parts: DateParts): string {
  let key = `${locale}|${timeZone}`;
  for (const name in parts) key += `|${name}:${String(parts[name as keyof DateParts])}`;
  return key;
}

export function dateFormatOf(
  locale: string,
  timeZone: string,
  parts: DateParts,
  key = keyOf(locale, timeZone, parts),
): Intl.DateTimeFormat {
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...parts, timeZone });
  dateFormats.set(key, made);
  return made;
}

/** The same sessions are told on page after page. */
const told = new Map<string, string>();
const MOST_TOLD = 5000;

/** An instant (ISO 8601) in words. A line never ends within day, month and year. */
export function dateWords(locale: string, timeZone: string, parts: DateParts, instant: string): string {
  const key = keyOf(locale, timeZone, parts);
  const known = told.get(instant + key);
  if (known !== undefined) return known;
  const words = dateFormatOf(locale, timeZone, parts, key)
    .format(new Date(instant))
    .replace(/(\d\.?) /g, '$1\u00a0')
    .replace(/ (?=\d{4})/, '\u00a0');
  if (told.size === MOST_TOLD) told.clear();
  told.set(instant + key, words);
  return words;
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
