import type { PublishedTable } from '../published-table';
import type { SuppressedTable } from '../suppress';

/** Everything that readers have: what is shown, how it hangs together, and by how much parts overlap. */
interface Known {
  readonly lows: Map<string, number>;
  readonly highs: Map<string, number>;
  readonly table: PublishedTable;
  /** Of each group, what its parts are together beyond their total; below zero: how many are in none, nobody is told. */
  readonly beyond: readonly number[];
}

/**
 * Somebody who reads everything and tries every table of whole numbers. Knows nothing of how the policy goes about it; slow, for tables
 * of specs.
 */
export class Reader {
  private readonly beyond: readonly number[];
  private readonly most: number;

  constructor(
    private readonly table: PublishedTable,
    private readonly shown: Pick<SuppressedTable, 'cells' | 'unnamed'>,
    threshold: number,
  ) {
    const valueOf = new Map(table.cells.map(({ key, value }) => [key, value]));
    const value = (key: string) => valueOf.get(key) ?? 0;
    this.beyond = table.groups.map(({ parts, total }) =>
      parts.reduce((sum, key) => sum + value(key), -value(total)),
    );
    this.most = 2 * threshold + Math.max(0, ...valueOf.values());
  }

  /** Whether a hidden number could lie between the two. */
  couldBe(key: string, low: number, high: number = this.most): boolean {
    const cells = [...this.shown.cells];
    const known: Known = {
      table: this.table,
      beyond: this.beyond,
      lows: new Map(cells.map(([name, value]) => [name, value ?? (this.shown.unnamed.has(name) ? 0 : 1)])),
      highs: new Map(cells.map(([name, value]) => [name, value ?? this.most])),
    };
    known.lows.set(key, Math.max(low, known.lows.get(key) ?? 0));
    known.highs.set(key, Math.min(high, known.highs.get(key) ?? 0));
    return hasTable(known);
  }
}

function hasTable(known: Known): boolean {
  if (!narrows(known)) return false;
  const open = [...known.lows.keys()]
    .map((key) => ({ key, low: lowOf(known, key), high: highOf(known, key) }))
    .filter(({ low, high }) => low < high)
    .sort((a, b) => a.high - a.low - (b.high - b.low))[0];
  if (!open) return true;
  const middle = Math.floor((open.low + open.high) / 2);
  const halves = [
    [open.low, middle],
    [middle + 1, open.high],
  ] as const;
  return halves.some(([low, high]) =>
    hasTable({
      ...known,
      lows: new Map(known.lows).set(open.key, low),
      highs: new Map(known.highs).set(open.key, high),
    }),
  );
}

const lowOf = (known: Known, key: string) => known.lows.get(key) ?? 0;
const highOf = (known: Known, key: string) => known.highs.get(key) ?? 0;

/** Draws every bound that follows from the others; false where they contradict each other. */
function narrows(known: Known): boolean {
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    const between = (key: string, low: number, high: number) => {
      isChanged ||= low > lowOf(known, key) || high < highOf(known, key);
      known.lows.set(key, Math.max(low, lowOf(known, key)));
      known.highs.set(key, Math.min(high, highOf(known, key)));
    };
    for (const [at, { kind, total, parts }] of known.table.groups.entries()) {
      const lows = parts.reduce((sum, key) => sum + lowOf(known, key), 0);
      const highs = parts.reduce((sum, key) => sum + highOf(known, key), 0);
      const beyond = known.beyond[at] ?? 0;
      const isOpen = beyond < 0;
      between(total, lows - Math.max(0, beyond), isOpen ? Infinity : highs - beyond);
      for (const key of parts) {
        between(
          key,
          isOpen ? 0 : lowOf(known, total) + beyond - (highs - highOf(known, key)),
          highOf(known, total) + Math.max(0, beyond) - (lows - lowOf(known, key)),
        );
        if (kind === 'sum') continue;
        between(key, 0, highOf(known, total));
        between(total, lowOf(known, key), Infinity);
      }
      if ([total, ...parts].some((key) => lowOf(known, key) > highOf(known, key))) return false;
      // Sums of this round are of before: the next one draws them anew.
    }
  }
  return [...known.lows.keys()].every((key) => lowOf(known, key) <= highOf(known, key));
}
