import type { ChangedTable, Step } from './changed-table';
import type { Place } from './equations';
import { Nearest } from './nearest';

/** An equation that is off by one, to the side of its parts (1) or of its total (-1). */
interface Off {
  readonly equation: number;
  readonly by: number;
}

/** An equation that was put off by the last step, to put the one before right. */
interface Reached extends Step {
  readonly off: Off;
  readonly cost: number;
  readonly before: Reached | null;
}

interface Way {
  readonly steps: readonly Step[];
  /** Whether it ends where the other equation of the cell is off, and not outside. */
  readonly isAround: boolean;
}

/**
 * What else must change, by one each, where a cell becomes larger by one: the cheapest ways found; null where there is none.
 *
 * A cell that ties two equations leads from one to the other, a cell in one leads out of the table: keeping all equations is a walk
 * around, as flows in a network go. Cells that tie three and more stay as they are.
 */
export function wayAround(table: ChangedTable, start: number, wanted: number): readonly Step[] | null {
  const [first, ...others] = (table.equations.ties[start] ?? []).map(({ equation, sign }): Off => ({
    equation,
    by: sign,
  }));
  if (!first) return [];
  const [second] = others;
  const goal = second && others.length === 1 ? { equation: second.equation, by: -second.by } : null;
  const across = cheapestWay(table, start, wanted, first, goal);
  if (!across) return null;
  if (across.isAround) return across.steps;
  const ways = others.map((off) => cheapestWay(table, start, wanted, off, null));
  return ways.includes(null) ? null : [...across.steps, ...ways.flatMap((way) => way?.steps ?? [])];
}

/** The cheapest way from an equation that is off to the one that is off the other way, or out of the table. */
function cheapestWay(
  table: ChangedTable,
  start: number,
  wanted: number,
  from: Off,
  to: Off | null,
): Way | null {
  const goal = to && nameOf(to);
  const reached = new Map<number, Reached>();
  const queue = new Nearest();
  reached.set(nameOf(from), { off: from, cost: 0, before: null, cell: start, by: 1 });
  queue.add(nameOf(from), 0);
  let exit: Reached | null = null;
  for (let next = queue.take(); next; next = queue.take()) {
    const here = reached.get(next.name);
    if (!here || next.cost > here.cost) continue;
    if (exit && next.cost >= exit.cost) break;
    if (next.name === goal) {
      if (table.isBoundAfter(here.off.equation, here, { cell: start, by: 1 }))
        return { steps: stepsTo(here), isAround: true };
      continue;
    }
    for (const { cell, sign } of table.equations.all[here.off.equation]?.terms ?? []) {
      const by = -sign * here.off.by;
      const room = cell === start ? 0 : table.room(cell, by);
      const ties = table.equations.ties[cell] ?? [];
      if (room < 1 || ties.length > 2) continue;
      const off = onwards(ties, here.off, by);
      const best = off ? reached.get(nameOf(off)) : exit;
      // A narrow way is one of several, each of which has to be looked for.
      const narrow = here.cost + Math.max(0, wanted - room);
      if (best && narrow + table.costOf(cell) >= best.cost) continue;
      const cost = narrow + table.costOfOne(cell, by);
      if (cost >= (best?.cost ?? Infinity)) continue;
      if (!table.isBoundAfter(here.off.equation, here, { cell, by })) continue;
      const step = { off: off ?? here.off, cost, before: here, cell, by };
      if (!off) exit = step;
      else {
        reached.set(nameOf(off), step);
        queue.add(nameOf(off), cost);
      }
    }
  }
  return exit && { steps: stepsTo(exit), isAround: false };
}

/** The other equation that a step puts off; null where there is none. */
function onwards(ties: readonly Place[], { equation }: Off, by: number): Off | null {
  const other = ties.find((place) => place.equation !== equation);
  return other ? { equation: other.equation, by: other.sign * by } : null;
}

function nameOf({ equation, by }: Off): number {
  return by > 0 ? 2 * equation : 2 * equation + 1;
}

function stepsTo(last: Reached): Step[] {
  const steps: Step[] = [];
  for (let at: Reached | null = last; at?.before; at = at.before) steps.push({ cell: at.cell, by: at.by });
  return steps;
}
