import fc from 'fast-check';
import { canHaveCapacity, freeSeats, promotions, seatFor } from './seats';

describe('seats', () => {
  it.each([
    [{ capacity: null, taken: 900, waiting: 0 }, 'confirmed'],
    [{ capacity: 5, taken: 4, waiting: 0 }, 'confirmed'],
    [{ capacity: 5, taken: 5, waiting: 0 }, 'waitlisted'],
    [{ capacity: 5, taken: 4, waiting: 1 }, 'waitlisted'],
    [{ capacity: 5, taken: 6, waiting: 0 }, 'waitlisted'],
  ] as const)('with %j the next wish is %s', (seats, state) => {
    expect(seatFor(seats)).toBe(state);
  });

  it.each([
    [{ capacity: 5, taken: 5, waiting: 3 }, 0],
    [{ capacity: 5, taken: 3, waiting: 1 }, 1],
    [{ capacity: 5, taken: 3, waiting: 9 }, 2],
    [{ capacity: null, taken: 3, waiting: 9 }, 9],
    [{ capacity: 2, taken: 3, waiting: 9 }, 0],
  ] as const)('with %j, %d of those waiting move up', (seats, moved) => {
    expect(promotions(seats)).toBe(moved);
  });

  it('never lets a capacity fall below the confirmed', () => {
    expect(canHaveCapacity(4, 5)).toBe(false);
    expect(canHaveCapacity(5, 5)).toBe(true);
    expect(canHaveCapacity(null, 5)).toBe(true);
    expect(freeSeats({ capacity: 4, taken: 5 })).toBe(0);
  });
});

/** The rules, played as a room would: who sits, who waits in which order. */
class Room {
  readonly seated = new Set<number>();
  readonly queue: number[] = [];
  /** In the order in which they got a seat from the queue. */
  readonly promoted: number[] = [];

  constructor(public capacity: number | null) {}

  get count() {
    return { capacity: this.capacity, taken: this.seated.size, waiting: this.queue.length };
  }

  come(person: number): void {
    if (this.seated.has(person) || this.queue.includes(person)) return;
    if (seatFor(this.count) === 'confirmed') this.seated.add(person);
    else this.queue.push(person);
  }

  leave(person: number): void {
    const at = this.queue.indexOf(person);
    if (at >= 0) this.queue.splice(at, 1);
    if (this.seated.delete(person)) this.moveUp();
  }

  resize(capacity: number | null): void {
    if (!canHaveCapacity(capacity, this.seated.size)) return;
    this.capacity = capacity;
    this.moveUp();
  }

  private moveUp(): void {
    for (const person of this.queue.splice(0, promotions(this.count))) {
      this.seated.add(person);
      this.promoted.push(person);
    }
  }
}

const person = fc.integer({ min: 0, max: 11 });
const step = fc.oneof(
  person.map((who) => (room: Room) => {
    room.come(who);
  }),
  person.map((who) => (room: Room) => {
    room.leave(who);
  }),
  fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }).map((capacity) => (room: Room) => {
    room.resize(capacity);
  }),
);

describe('seats over any sequence of coming, leaving and resizing', () => {
  it('are never oversold, never empty while somebody waits, and always given to the longest waiting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(step, { maxLength: 80 }), (capacity, steps) => {
        const room = new Room(capacity);
        for (const take of steps) {
          const waitingBefore = [...room.queue];
          const promotedBefore = room.promoted.length;
          take(room);
          expect(room.seated.size).toBeLessThanOrEqual(room.capacity ?? Infinity);
          expect(room.queue.length === 0 || freeSeats(room.count) === 0).toBe(true);
          expect(room.queue.filter((waiting) => room.seated.has(waiting))).toEqual([]);
          const promoted = room.promoted.slice(promotedBefore);
          expect(promoted).toEqual(waitingBefore.slice(0, promoted.length));
        }
      }),
    );
  });
});
