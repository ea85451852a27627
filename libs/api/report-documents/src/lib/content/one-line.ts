import { cleanText } from '@reihe/api-platform';

/** What XML cannot hold even as a number. */
const IN_NO_XML = /[\ufffe\uffff]/g;

/** What somebody typed, in one line, without what turns or hides the text around it. */
export function oneLine(typed: string): string {
  return cleanText(typed.replace(IN_NO_XML, '')).replace(/\s+/g, ' ');
}
