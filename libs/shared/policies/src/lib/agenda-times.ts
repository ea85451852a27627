interface Lasting {
  durationMinutes: number;
}

interface Timed extends Lasting {
  /** Minutes after the session's start. */
  startsAfter: number;
}

/** Each part starts where the one before it ends; the first after `opening` minutes. Only lengths and order decide. */
export function agendaTimes<T extends Lasting>(items: readonly T[], opening = 0): (T & Timed)[] {
  let next = opening;
  return items.map((item) => {
    const placed = { ...item, startsAfter: next };
    next += lengthOf(item);
    return placed;
  });
}

/** Whether the parts follow on each other without gap or overlap, as stored. */
export function isConsecutive(items: readonly Timed[]): boolean {
  return agendaTimes(items, openingOf(items)).every(
    ({ startsAfter }, index) => startsAfter === items[index]?.startsAfter,
  );
}

/** Minutes between the session's start and its first part. */
export function openingOf(items: readonly Timed[]): number {
  return items.length === 0 ? 0 : Math.max(0, Math.min(...items.map(({ startsAfter }) => startsAfter)));
}

/** Moves one part; all others keep their order, and all follow on each other. An index beyond the list changes nothing. */
export function moveAgendaItem<T extends Timed>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  const [item] = to >= 0 && to < items.length ? moved.splice(from, 1) : [];
  if (item) moved.splice(to, 0, item);
  return agendaTimes(moved, openingOf(items));
}

export interface AgendaLength {
  /** Of all parts and the opening, in minutes. */
  total: number;
  /** What the session has left; negative: the agenda runs over its end. */
  left: number;
}

export function agendaLength(items: readonly Timed[], sessionMinutes: number): AgendaLength {
  const total = openingOf(items) + items.reduce((sum, item) => sum + lengthOf(item), 0);
  return { total, left: sessionMinutes - total };
}

/** A length that is being typed may not be one yet; it counts as none until then. */
function lengthOf({ durationMinutes }: Lasting): number {
  return Number.isFinite(durationMinutes) && durationMinutes > 0 ? durationMinutes : 0;
}
