/** One value that a change touched, as text; null where it was not there. */
export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

/** What differs between the two states of an audit entry, by dotted path; values that stayed are left out. */
export function differences(before: object | null, after: object | null): Difference[] {
  const was = flat(before);
  const is = flat(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((difference) => difference.before !== difference.after)
    .sort((a, b) => a.path.localeCompare(b.path));
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value !== 'object') return new Map([[path, JSON.stringify(value)]]);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return new Map([[path, value.join(', ')]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [...flat(child, path === '' ? key : `${path}.${key}`)]),
  );
}
