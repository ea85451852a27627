import type { FrozenFigures } from '@reihe/shared-figures';

/** What is only told along: an organisation loses its name, and answers are counted before they go. */
const TOLD_ALONG = new Set(['label', 'answers']);

/** Names of the figures that are not what they were, as paths: `by.country.UA.people`. */
export function changedFigures(before: FrozenFigures, after: FrozenFigures): string[] {
  const was = new Map(valuesOf(before));
  const is = new Map(valuesOf(after));
  return [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path)).sort();
}

function valuesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const entries = Array.isArray(value)
    ? value.map((item: unknown, place) => [nameOf(item) ?? String(place), item] as const)
    : Object.entries(value);
  return entries
    .filter(([name]) => !TOLD_ALONG.has(name))
    .flatMap(([name, of]) => valuesOf(of, path === '' ? name : `${path}.${name}`));
}

/** Lists are compared by what their items are of, not by their places. */
function nameOf(item: unknown): string | null {
  const { key, sessionId } = item as { key?: string; sessionId?: string };
  return key ?? sessionId ?? null;
}

/** What an organisation was called stays known where it was before: once enough people said so, it says nothing of anybody. */
export function withKnownLabels(figures: FrozenFigures, earlier: FrozenFigures | null): FrozenFigures {
  const known = new Map(earlier?.by.organisation.map(({ key, label }) => [key, label]));
  const organisation = figures.by.organisation.map((cell) => ({
    ...cell,
    label: cell.label ?? known.get(cell.key) ?? null,
  }));
  return { ...figures, by: { ...figures.by, organisation } };
}
