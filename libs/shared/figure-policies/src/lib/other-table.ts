import { ChangedTable, type Freedom } from './changed-table';
import type { Equations } from './equations';
import { wayAround } from './way-around';

export interface OtherTable {
  /** By how much each cell differs that does. */
  readonly changes: ReadonlyMap<number, number>;
  /** What it costs to hide those of them that are shown so far. */
  readonly price: number;
}

/**
 * Another table that readers could take for the true one: what is shown is the same, what is hidden is what they think possible, every
 * equation holds, and `start` is larger by `more`. Some of what it changes may be shown so far and must be hidden for it, as little
 * and cheap as was found. null: none was found, which proves nothing.
 */
export function otherTable(
  equations: Equations,
  start: number,
  more: number,
  freedom: Freedom,
): OtherTable | null {
  const table = new ChangedTable(equations, freedom);
  return raise(table, start, more) && table.holds() ? asItIs(table) : null;
}

/**
 * Makes a cell larger, with what hangs below it (save one equation, whose parts are larger already), and makes up for it among the
 * parts beside it, or above, or both: whichever costs least.
 */
function raise(table: ChangedTable, cell: number, more: number, save?: number): boolean {
  const { ties, below, all } = table.equations;
  const [tie, ...others] = ties[cell] ?? [];
  if (!tie) return table.change(cell, more, save) === more;
  const above = all[tie.equation]?.total;
  if (others.length > 0 || above === undefined || !(below[above] ?? []).includes(tie.equation))
    return moveAround(table, cell, more, save);

  if (table.change(cell, more, save) < more) return false;
  const before = table.changed();
  let best: OtherTable | null = null;
  let isFree = false;
  // All of it beside, or as much of it above as it takes.
  for (let beside = more; beside >= 0 && !isFree; beside--) {
    const isDone =
      table.changeParts(tie.equation, -beside, cell) === beside &&
      (beside === more || raise(table, above, more - beside, tie.equation)) &&
      table.isBoundAt(cell, save);
    if (isDone && table.price() < (best?.price ?? Infinity)) {
      best = asItIs(table);
      isFree = !table.hidesMore();
    }
    table.reset(before);
  }
  if (best) table.reset(best.changes);
  return best !== null;
}

/** Makes a cell between several equations larger, by one way around or several. */
function moveAround(table: ChangedTable, cell: number, more: number, save?: number): boolean {
  for (let left = more; left > 0;) {
    const moved = moveOnce(table, cell, left, save);
    if (moved === 0) return false;
    left -= moved;
  }
  return true;
}

function moveOnce(table: ChangedTable, cell: number, most: number, save?: number): number {
  const steps = wayAround(table, cell, most);
  if (!steps) return 0;
  const before = table.changed();
  // All of it at once where there is room, otherwise one after the other.
  for (const amount of new Set([most, 1])) {
    const isMoved =
      table.change(cell, amount, save) === amount &&
      steps.every((step) => table.change(step.cell, step.by * amount) === amount) &&
      [{ cell }, ...steps].every((step) => table.isBoundAt(step.cell, save));
    if (isMoved) return amount;
    table.reset(before);
  }
  return 0;
}

function asItIs(table: ChangedTable): OtherTable {
  return { price: table.price(), changes: table.changed() };
}
