/** One statement answers a page of a list and how long the list is, also beyond its end. */
export interface ListRows<T> {
  items: T[];
  total: number;
}

export function oneRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('A statement that always answers one row answered none.');
  return row;
}
