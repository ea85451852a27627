/** A word of the recaps that somebody may have meant, as `LIKELY_WORDS` finds it. */
export interface LikelyWord {
  typed: string;
  typedFolded: string;
  /** Some recap has the typed word too. */
  isKnown: boolean;
  word: string;
  /** Without marks and umlauts, as `typedFolded`. */
  folded: string;
  /** 1: the reader's own language, then the others. */
  language: number;
}

/**
 * The words with those replaced that are much like another one; null where there are none. What no recap has is replaced alone; where
 * all words are in some recap, somebody may have mistyped one as its author did.
 */
export function spelledBetter(words: readonly string[], likely: readonly LikelyWord[]): string[] | null {
  const unknown = likely.filter(({ isKnown }) => !isKnown);
  const replaceable = unknown.length > 0 ? unknown : likely;
  const better = words.map((word) => closest(replaceable.filter(({ typed }) => typed === word)) ?? word);
  return better.some((word, at) => word !== words[at]) ? better : null;
}

/** The nearest that is near enough; among equals one of the reader's language, then the shorter, then by the alphabet. */
function closest(likely: readonly LikelyWord[]): string | null {
  const near = likely
    .map((one) => ({ ...one, distance: distanceOf(one.typedFolded, one.folded) }))
    .filter((one) => one.distance <= mostWrong(one));
  near.sort(
    (one, other) =>
      one.distance - other.distance ||
      one.language - other.language ||
      one.word.length - other.word.length ||
      one.word.localeCompare(other.word),
  );
  return near[0]?.word ?? null;
}

/** Letters that may be wrong in a word of this length: of a short one everything else is another word. */
function mostWrong({ typedFolded: { length }, isKnown }: LikelyWord): number {
  if (isKnown) return length < 6 ? 0 : 1;
  if (length < 4) return 0;
  return length < 6 ? 1 : length < 10 ? 2 : 3;
}

/** Letters to change, add, leave out or swap with their neighbour until one word is the other (optimal string alignment). */
export function distanceOf(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  from.forEach((letter, row) => {
    const current = [row + 1];
    to.forEach((wanted, column) => {
      const kept = (last[column] ?? 0) + (letter === wanted ? 0 : 1);
      let least = Math.min(kept, (last[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      if (row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted)
        least = Math.min(least, (beforeLast[column - 1] ?? 0) + 1);
      current.push(least);
    });
    [beforeLast, last] = [last, current];
  });
  return last[to.length] ?? 0;
}
