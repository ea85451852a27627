import type { Passage } from '@reihe/shared-contracts';
import { FOUND_FROM, FOUND_TO } from './recaps-page.sql';

/** More than anybody looks for at once; each word is a look-up of its own. */
const MOST_WORDS = 12;
const LONGEST_WORD = 60;

/** What was typed as single words: whatever is no letter or digit only separates, so nothing of it is an operator. */
export function searchWords(typed: string): string[] {
  const words = typed.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD).toWellFormed());
}

/** Marked words as parts; empty where none is marked. */
export function passagesOf(marked: string): Passage[] {
  if (!marked.includes(FOUND_FROM)) return [];
  return marked
    .split(FOUND_FROM)
    .flatMap((part, at) => {
      if (at === 0) return [{ text: part, isFound: false }];
      const end = part.indexOf(FOUND_TO);
      return [
        { text: part.slice(0, end), isFound: true },
        { text: part.slice(end + 1), isFound: false },
      ];
    })
    .map(({ text, isFound }) => ({ text: text.replace(/\s+/g, ' '), isFound }))
    .filter(({ text }) => text !== '');
}
