import { plainWords } from '@reihe/api-sheets';

/** So many names are still of use to choose from. */
const OFFERED = 3;
/** Longer than any name: whole texts in the wrong column are not compared letter by letter with hundreds of names. */
const LONGEST = 200;

/**
 * Names that could have been meant by what was typed, the likeliest first: those that contain it or are contained in it, then those
 * that differ in a few letters.
 */
export function closest(typed: string, names: readonly string[]): string[] {
  if (typed.length > LONGEST) return [];
  const wanted = plainWords(typed);
  if (wanted === '') return [];
  const near = [...new Set(names)]
    .flatMap((name) => {
      const distance = distanceOf(wanted, plainWords(name));
      return distance === null ? [] : [{ name, distance }];
    })
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  // Beside what is meant so clearly, what is much further off would only distract.
  const bound = (near[0]?.distance ?? 0) + 1;
  return near
    .filter(({ distance }) => distance <= bound)
    .slice(0, OFFERED)
    .map(({ name }) => name);
}

/** null where nobody would take one for the other. */
function distanceOf(wanted: string, name: string): number | null {
  if (name === '') return null;
  if (wanted.length > 2 && (name.includes(wanted) || wanted.includes(name))) return 0;
  const bound = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
  const edits = editsBetween(wanted, name, bound);
  return edits <= bound ? edits : null;
}

/** Levenshtein's distance; `Infinity` as soon as it is known to be over the bound. */
export function editsBetween(a: string, b: string, bound = Infinity): number {
  if (Math.abs(a.length - b.length) > bound) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        ),
      );
    }
    if (Math.min(...current) > bound) return Infinity;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
