/** A clock that stands still until it is told to move. Fits wherever a `now(): Date` is asked for. */
export class FixedClock {
  private time: number;

  constructor(instant: string) {
    this.time = Date.parse(instant);
  }

  now(): Date {
    return new Date(this.time);
  }

  set(instant: string): void {
    this.time = Date.parse(instant);
  }

  advance({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): void {
    this.time += ((days * 24 + hours) * 60 + minutes) * 60_000;
  }
}
