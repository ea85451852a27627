interface Entry {
  readonly name: number;
  readonly cost: number;
}

/** Gives back what costs least (a binary heap); of equals, the one that comes first in it. */
export class Nearest {
  private readonly entries: Entry[] = [];

  add(name: number, cost: number): void {
    const { entries } = this;
    entries.push({ name, cost });
    for (let at = entries.length - 1; at > 0;) {
      const above = (at - 1) >> 1;
      if (this.costAt(above) <= cost) return;
      this.swap(at, above);
      at = above;
    }
  }

  take(): Entry | undefined {
    const { entries } = this;
    const [first] = entries;
    const last = entries.pop();
    if (entries.length === 0 || !last) return first;
    entries[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const below = this.costAt(left + 1) < this.costAt(left) ? left + 1 : left;
      if (this.costAt(below) >= last.cost) return first;
      this.swap(at, below);
      at = below;
    }
  }

  private costAt(place: number): number {
    return this.entries[place]?.cost ?? Infinity;
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.entries[one], this.entries[other]];
    if (!a || !b) return;
    this.entries[one] = b;
    this.entries[other] = a;
  }
}
