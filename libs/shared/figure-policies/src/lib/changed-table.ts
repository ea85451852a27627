import { partsOf, type Equations } from './equations';

/** What readers cannot see, and what it would cost to let them see less. */
export interface Freedom {
  readonly isHidden: (cell: number) => boolean;
  /** The least that a hidden cell can be: 1 where it is named, for what is zero is shown. */
  readonly least: (cell: number) => number;
  /** Of changing a cell, above zero: little where it is hidden already, much where it would have to be; Infinity: never. */
  readonly cost: (cell: number) => number;
}

/** A cell that becomes larger (1) or smaller (-1). */
export interface Step {
  readonly cell: number;
  readonly by: number;
}

/** A table that differs from the true one where readers could not tell, or could not if a little more were hidden. */
export class ChangedTable {
  private changes = new Map<number, number>();

  constructor(
    readonly equations: Equations,
    private readonly freedom: Freedom,
  ) {}

  /** By how much each cell differs; those that are the same are not in it. */
  changed(): ReadonlyMap<number, number> {
    return new Map(this.changes);
  }

  /** Puts it as it was when `changed` was asked. */
  reset(changes: ReadonlyMap<number, number>): void {
    this.changes = new Map(changes);
  }

  /** What it costs as it is. */
  price(): number {
    return [...this.changes.keys()].reduce((sum, cell) => sum + this.freedom.cost(cell), 0);
  }

  /** Whether more must be hidden for it than is. */
  hidesMore(): boolean {
    return [...this.changes.keys()].some((cell) => !this.freedom.isHidden(cell));
  }

  costOf(cell: number): number {
    return this.changes.has(cell) ? 1 : this.freedom.cost(cell);
  }

  valueOf(cell: number): number {
    return (this.equations.values[cell] ?? 0) + (this.changes.get(cell) ?? 0);
  }

  /** By how much a cell alone can become larger (by above zero) or smaller. */
  room(cell: number, by: number): number {
    if (this.freedom.cost(cell) === Infinity) return 0;
    return by > 0 ? Infinity : this.valueOf(cell) - this.freedom.least(cell);
  }

  /** What it costs to change a cell by one, with what hangs below it; Infinity where it cannot be. */
  costOfOne(cell: number, by: number): number {
    if (this.room(cell, by) < 1) return Infinity;
    let cost = this.costOf(cell);
    for (const equation of this.equations.below[cell] ?? []) {
      let least = Infinity;
      for (const { cell: part, sign } of this.equations.all[equation]?.terms ?? []) {
        if (sign > 0 && this.isBoundAfter(equation, { cell, by }, { cell: part, by }))
          least = Math.min(least, this.costOfOne(part, by));
        if (least <= 1) break;
      }
      cost += least;
    }
    return cost;
  }

  /** Whether each part of an equation would still be at most the total after two cells of it changed by one. */
  isBoundAfter(equation: number, one: Step, other: Step): boolean {
    const { terms, total, isBound } = this.equations.all[equation] ?? { terms: [], isBound: false };
    if (!isBound || total === undefined) return true;
    const after = (cell: number) =>
      this.valueOf(cell) + (cell === one.cell ? one.by : 0) + (cell === other.cell ? other.by : 0);
    const most = after(total);
    if (most >= this.valueOf(total)) return after(one.cell) <= most && after(other.cell) <= most;
    return terms.every(({ cell }) => after(cell) <= most);
  }

  /** Changes a cell with what hangs below it, save one equation that is looked after elsewhere; by how much of what was wanted. */
  change(cell: number, by: number, save?: number): number {
    const before = this.changed();
    const amount = Math.min(Math.abs(by), this.room(cell, by));
    if (amount <= 0) return 0;
    this.add(cell, Math.sign(by) * amount);
    for (const equation of this.equations.below[cell] ?? []) {
      if (equation === save) continue;
      const followed = this.changeParts(equation, Math.sign(by) * amount);
      if (followed === amount) continue;
      this.reset(before);
      return followed === 0 ? 0 : this.change(cell, Math.sign(by) * followed, save);
    }
    return amount;
  }

  /**
   * Changes parts of an equation, all but one: those first that would be more than the total, then the cheapest; by how much of what was
   * wanted.
   */
  changeParts(equation: number, by: number, allBut?: number): number {
    const { total, isBound } = this.equations.all[equation] ?? {};
    const most = isBound && total !== undefined ? this.valueOf(total) : Infinity;
    const parts = partsOf(this.equations.all[equation])
      .filter((part) => part !== allBut && this.room(part, by) > 0)
      .map((part) => ({
        part,
        excess: Math.max(0, this.valueOf(part) - most),
        cost: this.costOf(part),
        room: this.room(part, by),
      }))
      .sort((a, b) => b.excess - a.excess || a.cost - b.cost || b.room - a.room);
    let left = Math.abs(by);
    for (const { part, excess } of parts) left -= this.change(part, Math.sign(by) * Math.min(left, excess));
    for (const { part } of parts) {
      if (left === 0) break;
      left -= this.change(part, Math.sign(by) * left);
    }
    return Math.abs(by) - left;
  }

  /** Whether readers could take it for the true one. */
  holds(): boolean {
    const { ties, below } = this.equations;
    return [...this.changes.keys()].every(
      (cell) =>
        this.valueOf(cell) >= this.freedom.least(cell) &&
        (ties[cell] ?? []).every(({ equation }) => this.isKept(equation)) &&
        (below[cell] ?? []).every((equation) => this.isKept(equation)),
    );
  }

  /** Whether each part is at most its total in whatever equation a cell stands in, save one that is looked after elsewhere. */
  isBoundAt(cell: number, save?: number): boolean {
    const { ties, below } = this.equations;
    const equations = [...(ties[cell] ?? []).map(({ equation }) => equation), ...(below[cell] ?? [])];
    return equations.every((equation) => equation === save || this.isBound(equation));
  }

  private isKept(equation: number): boolean {
    const terms = this.equations.all[equation]?.terms ?? [];
    const off = terms.reduce((sum, { cell, sign }) => sum + sign * (this.changes.get(cell) ?? 0), 0);
    return off === 0 && this.isBound(equation);
  }

  private isBound(equation: number): boolean {
    const { terms, total, isBound } = this.equations.all[equation] ?? { terms: [], isBound: false };
    return (
      !isBound || total === undefined || terms.every(({ cell }) => this.valueOf(cell) <= this.valueOf(total))
    );
  }

  private add(cell: number, by: number): void {
    const changed = (this.changes.get(cell) ?? 0) + by;
    if (changed === 0) this.changes.delete(cell);
    else this.changes.set(cell, changed);
  }
}
