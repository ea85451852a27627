/**
 * Numbers as a list shows them: the largest first, then those that are not shown, by their names. In the order of all values a hidden
 * one would say between which two it lies.
 */
export function inPublishedOrder<T extends { readonly value: number | null }>(
  rows: readonly T[],
  byName: (a: T, b: T) => number,
): T[] {
  return [...rows].sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || byName(a, b);
    return b.value - a.value || byName(a, b);
  });
}
