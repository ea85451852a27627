/** Where two forms differ, as deep as both have the same shape: `['translations', 'en', 'title']`. */
export function changedPaths(before: unknown, after: unknown, path: readonly string[] = []): string[][] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isBranch(before) || !isBranch(after) || lengthOf(before) !== lengthOf(after)) return [[...path]];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changedPaths(before[key], after[key], [...path, key]));
}

type Branch = Record<string, unknown>;

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

/** Items added or removed move all that follow: then the whole list is what changed. */
function lengthOf(branch: Branch): number | null {
  return Array.isArray(branch) ? branch.length : null;
}
