import type { Language } from '@reihe/shared-contracts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const SHORTEST = 3;

/** Codes of the countries whose name in this language holds the words: people search for "Ukraine", rows hold `UA`. */
export function countriesNamed(words: string, language: Language): string[] {
  const searched = words.trim().toLocaleLowerCase(language);
  if (searched.length < SHORTEST) return [];
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes.filter((code) => names.of(code)?.toLocaleLowerCase(language).includes(searched) ?? false);
}
