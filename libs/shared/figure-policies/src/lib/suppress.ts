import type { Freedom } from './changed-table';
import { equationsOf, partsOf, type Equations } from './equations';
import { otherTable, type OtherTable } from './other-table';
import type { PublishedTable } from './published-table';

/** A table as everybody may read it. */
export interface SuppressedTable {
  readonly threshold: number;
  /** By key, in the table's order; null where the number is not shown. */
  readonly cells: ReadonlyMap<string, number | null>;
  /** Keys that must not even be named: breakdowns of a total so small that to name its parts would say that each is small. */
  readonly unnamed: ReadonlySet<string>;
}

/**
 * Hides what is small enough to point at a person, and as much besides as keeps it from being worked out.
 *
 * What is guaranteed: for every number that is hidden and below the threshold there is another table of whole numbers which agrees with
 * everything that is shown (the numbers, how they hang together, and that what is hidden is not zero), and in which that number is
 * at least the threshold. By arithmetic, therefore, nobody can work out a small number, nor that a hidden number is a small one.
 * It follows that what is hidden of one total is never a single number, and that any sum of hidden numbers that can be worked
 * out is the threshold at least, by one more for each number beyond the first: two numbers that make 5 would both be below it.
 *
 * What it rests on: all that is published of the same people is one table, also what stands on other pages; hidden numbers carry the
 * same mark, whether small or hidden for the sake of one (“fewer than 5” would say which is which); their order does not tell
 * them apart (`inPublishedOrder`); zero is not hidden, for that somebody is nowhere points at nobody. Numbers of
 * distinct people do not add up; `equationsOf` says how they are read.
 *
 * What is not guaranteed: that who knows some of the people cannot subtract them, or that who compares tables of different days learns
 * nothing; nor anything of a table whose totals stand elsewhere (`isKnown`) and are themselves below the threshold. What was hidden last time is therefore hidden first (`hiddenBefore`), and tables appear seldom.
 *
 * The same table is always suppressed alike. Leaves go before totals, small ones before large ones.
 *
 * @throws where a table contradicts itself.
 */
export function suppress(
  table: PublishedTable,
  threshold: number,
  hiddenBefore: ReadonlySet<string> = new Set(),
): SuppressedTable {
  const suppression = new Suppression(table, equationsOf(table), threshold, hiddenBefore);
  return suppression.carriedOut();
}

interface Protection extends OtherTable {
  readonly unnamed: readonly number[];
}

class Suppression implements Freedom {
  private readonly hidden = new Set<number>();
  private readonly unnamed = new Set<number>();
  /** Those that could be large in a table found for another: it proves as much for them, whatever more is hidden. */
  private readonly isProtected = new Set<number>();
  private readonly costs: readonly number[];
  private readonly heights: readonly number[];

  constructor(
    private readonly table: PublishedTable,
    private readonly equations: Equations,
    private readonly threshold: number,
    hiddenBefore: ReadonlySet<string>,
  ) {
    this.heights = heightsOf(table);
    this.costs = costsOf(table, this.heights, hiddenBefore);
  }

  readonly isHidden = (cell: number) => this.hidden.has(cell) || this.isOfNoTable(cell);
  readonly least = (cell: number) => (this.unnamed.has(cell) || this.isOfNoTable(cell) ? 0 : 1);
  /** What is hidden already is changed for little: leaves first, they lead less far. */
  readonly cost = (cell: number) =>
    this.isHidden(cell) ? 1 + 5 * (this.heights[cell] ?? 0) : (this.costs[cell] ?? 1);

  carriedOut(): SuppressedTable {
    const { table, threshold } = this;
    const small = [...table.cells.keys()]
      .filter((cell) => this.valueOf(cell) > 0 && this.valueOf(cell) < threshold && !this.isKnown(cell))
      .sort((a, b) => this.valueOf(a) - this.valueOf(b) || a - b);
    small.forEach((cell) => this.hidden.add(cell));
    for (const cell of small) this.protect(cell);
    return {
      threshold,
      cells: new Map(
        table.cells.map(({ key, value }, place) => [key, this.hidden.has(place) ? null : value]),
      ),
      unnamed: new Set([...this.unnamed].flatMap((place) => table.cells[place]?.key ?? [])),
    };
  }

  /**
   * Hides what must be hidden so that a small number could as well be a large one. Before a total goes that readers would miss, the parts
   * of a small one are no longer named.
   */
  private protect(cell: number): void {
    if (this.isProtected.has(cell)) return;
    let best: Protection | null = this.protection(cell, []);
    if (!best || best.price >= DEAR)
      for (const equation of this.breakdownsAround(cell)) {
        const other = this.protection(cell, this.everythingBelow(equation));
        if (other && other.price < (best?.price ?? Infinity)) best = other;
      }
    best ??= { changes: new Map(), price: 0, unnamed: [...this.everythingAround(cell)] };
    for (const part of best.unnamed) this.unnamed.add(part);
    for (const hidden of [...best.unnamed, ...best.changes.keys()]) this.hidden.add(hidden);
    for (const [changed, by] of best.changes)
      if (this.valueOf(changed) + by >= this.threshold) this.isProtected.add(changed);
  }

  /** What would do, with some parts hidden and no longer named. */
  private protection(cell: number, unnamed: readonly number[]): Protection | null {
    const ofParts = unnamed
      .filter((part) => !this.isHidden(part))
      .reduce((sum, part) => sum + this.cost(part), 0);
    const among = new Set(unnamed);
    const found = otherTable(this.equations, cell, this.threshold - this.valueOf(cell), {
      isHidden: (other) => among.has(other) || this.isHidden(other),
      least: (other) => (among.has(other) ? 0 : this.least(other)),
      cost: (other) => (among.has(other) ? 1 : this.cost(other)),
    });
    return found && { ...found, unnamed, price: found.price + ofParts };
  }

  /** The equations that a cell is a part of, and those that their totals are a part of, up to the last. */
  private breakdownsAround(cell: number): Set<number> {
    const found = new Set<number>();
    const above = new Set([cell]);
    for (const reached of above)
      for (const { equation, sign } of this.equations.ties[reached] ?? []) {
        const total = this.equations.all[equation]?.total;
        if (sign < 0 || total === undefined) continue;
        found.add(equation);
        above.add(total);
      }
    return found;
  }

  /** The parts of an equation, and theirs. */
  private everythingBelow(equation: number): number[] {
    const found = new Set(partsOf(this.equations.all[equation]));
    for (const part of found)
      for (const below of this.equations.below[part] ?? [])
        partsOf(this.equations.all[below]).forEach((other) => found.add(other));
    return [...found];
  }

  /**
   * Everything that hangs together with a cell: where none of it is shown nor named, all of it could be any number of times as large. For
   * a table so entangled that no way around was found.
   */
  private everythingAround(cell: number): Set<number> {
    const { all, below, ties } = this.equations;
    const found = new Set([cell]);
    for (const reached of found)
      for (const equation of [...(ties[reached] ?? []).map((tie) => tie.equation), ...(below[reached] ?? [])])
        for (const term of all[equation]?.terms ?? []) if (!this.isKnown(term.cell)) found.add(term.cell);
    return found;
  }

  /** People who are in none of the parts of a group. */
  private isOfNoTable(cell: number): boolean {
    return cell >= this.table.cells.length;
  }

  private isKnown(cell: number): boolean {
    return this.table.cells[cell]?.isKnown ?? false;
  }

  private valueOf(cell: number): number {
    return this.equations.values[cell] ?? 0;
  }
}

/** Dear enough to make little of how long a way around is. */
const LEAF = 10_000;
/** From here on readers would rather not read the names of a small breakdown's parts. */
const DEAR = 50 * LEAF;

/** What was hidden before goes first, then what readers miss least: leaves before totals, small ones before large ones. */
function costsOf(
  { cells }: PublishedTable,
  heights: readonly number[],
  hiddenBefore: ReadonlySet<string>,
): number[] {
  return cells.map(({ key, value, prominence = 0, isKnown = false }, place) => {
    if (isKnown) return Infinity;
    const cost = LEAF * (4 ** (heights[place] ?? 0) + prominence) + Math.min(value, LEAF - 1);
    return hiddenBefore.has(key) ? cost / LEAF : cost;
  });
}

/** Of each cell: 0 for one that nothing is a part of, otherwise one more than its highest part. */
function heightsOf({ cells, groups }: PublishedTable): number[] {
  const heights = new Map<string, number>();
  // Each round reaches one level further; parts of themselves would go on for ever.
  for (let round = 0, isChanged = true; isChanged && round <= cells.length; round++) {
    isChanged = false;
    for (const { total, parts } of groups) {
      const height = 1 + parts.reduce((highest, part) => Math.max(highest, heights.get(part) ?? 0), 0);
      if (height <= (heights.get(total) ?? 0)) continue;
      heights.set(total, height);
      isChanged = true;
    }
  }
  return cells.map(({ key }) => heights.get(key) ?? 0);
}
