interface Timed {
  startsAfter: number;
  durationMinutes: number;
}

/** Moves an item and lets every item start where the one before it ends, from the agenda's first start on. */
export function moveAgendaItem<T extends Timed>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  const [item] = moved.splice(from, 1);
  if (!item) return moved;
  moved.splice(to, 0, item);
  return chained(moved, Math.min(...items.map(({ startsAfter }) => startsAfter)));
}

function chained<T extends Timed>(items: readonly T[], start: number): T[] {
  let next = start;
  return items.map((item) => {
    const placed = { ...item, startsAfter: next };
    next += item.durationMinutes;
    return placed;
  });
}

/** Minutes after the session's start at which a further item would begin. */
export function endOfAgenda(items: readonly Timed[]): number {
  return Math.max(0, ...items.map(({ startsAfter, durationMinutes }) => startsAfter + durationMinutes));
}
