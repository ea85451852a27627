import { plainWords } from './plain-words';

/** Spreadsheets of people are written in these, as far as names of countries go. */
const WRITTEN_IN = ['en', 'de', 'es', 'fr'];

/** What people write, and no dictionary has. */
const ALIASES: Record<string, string> = {
  usa: 'US',
  'united states of america': 'US',
  'vereinigte staaten von amerika': 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  'great britain': 'GB',
  grossbritannien: 'GB',
  'england uk': 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  'tschechische republik': 'CZ',
  turkey: 'TR',
  turkei: 'TR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  russia: 'RU',
  'russische foderation': 'RU',
  'viet nam': 'VN',
  'ivory coast': 'CI',
  brd: 'DE',
  'bundesrepublik deutschland': 'DE',
  'peoples republic of china': 'CN',
  'volksrepublik china': 'CN',
  uae: 'AE',
};

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

let byName: ReadonlyMap<string, string> | null = null;

/** Code of a country by its code or its name in one of several languages; null where nothing is called so. */
export function countryNamed(typed: string): string | null {
  byName ??= namesOfCountries();
  const words = plainWords(typed);
  return byName.get(words) ?? null;
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    // States that are no more have the name of their successor.
    if (new Intl.Locale(`und-${code}`).region !== code) continue;
    for (const language of WRITTEN_IN) {
      const name = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
      if (name && !names.has(plainWords(name))) names.set(plainWords(name), code);
      if (name) names.set(code.toLowerCase(), code);
    }
  }
  for (const [name, code] of Object.entries(ALIASES)) names.set(name, code);
  return names;
}
