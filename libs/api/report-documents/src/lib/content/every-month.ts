/** From the first month to the last, those that nothing is known of included. Months are "2026-03". */
export function everyMonth<T extends { month: string }>(
  known: readonly T[],
  empty: (month: string) => T,
): T[] {
  const months = new Map(known.map((one) => [one.month, one]));
  const [first, last] = [[...months.keys()].sort()[0], [...months.keys()].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: T[] = [];
  for (let month = first; month <= last; month = following(month))
    all.push(months.get(month) ?? empty(month));
  return all;
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
