/** A session's seats as counted under its lock. */
export interface SeatCount {
  /** null: unlimited. */
  capacity: number | null;
  /** Confirmed, or held for somebody who has yet to confirm. */
  taken: number;
  /** People on the waiting list who can still come. */
  waiting: number;
}

export function freeSeats({ capacity, taken }: Pick<SeatCount, 'capacity' | 'taken'>): number {
  return capacity === null ? Infinity : Math.max(0, capacity - taken);
}

/** Where the next wish goes. Nobody overtakes: while somebody waits, a free seat is theirs. */
export function seatFor(seats: SeatCount): 'confirmed' | 'waitlisted' {
  return freeSeats(seats) > 0 && seats.waiting === 0 ? 'confirmed' : 'waitlisted';
}

/** How many of the longest waiting get a seat now: after one was freed, or the capacity raised. */
export function promotions(seats: SeatCount): number {
  return Math.min(freeSeats(seats), seats.waiting);
}

/** A capacity below what is taken is refused: nobody loses a seat to a smaller room. */
export function canHaveCapacity(capacity: number | null, taken: number): boolean {
  return capacity === null || capacity >= taken;
}
