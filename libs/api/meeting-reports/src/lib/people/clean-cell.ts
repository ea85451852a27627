import { cleanEmail, cleanText } from '@reihe/api-platform';
import { registerRules } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';

const SHOWN = 80;
/** Longer than any text that is kept; what comes behind it need not be cleaned. */
const LOOKED_AT = 2000;

export const LENGTHS = {
  name: registerRules.name.maxLength,
  organisation: registerRules.organisation.maxLength,
  city: registerRules.city.maxLength,
  country: registerRules.city.maxLength,
  /** Of a link's token; ids of registrants are shorter. */
  token: 200,
} as const;

/** In one line, without what deceives the eye, cut at a character. A formula stays what it is: a text. */
export function cleanCell(cell: string, length: number): string {
  const clean = cleanText(cell.slice(0, LOOKED_AT)).replace(/\s+/g, ' ');
  // Half of a character that two units make would be no text.
  return clean.length > length ? cleanText(clean.slice(0, length).replace(/[\ud800-\udbff]$/, '')) : clean;
}

/** An address as it is stored; null: it is none. */
export function emailIn(cell: string): string | null {
  const typed = cleanCell(cell.replace(/^mailto:/i, ''), LOOKED_AT);
  const isAddress = (text: string) => fieldError(text, registerRules.email) === null;
  // What is written as the network does may look like an address though what was typed is none.
  return isAddress(typed) && isAddress(cleanEmail(typed)) ? cleanEmail(typed) : null;
}

/** As much of a cell as is shown to whoever mends the file. */
export function shownCell(cell: string): string {
  return cleanCell(cell, SHOWN);
}
