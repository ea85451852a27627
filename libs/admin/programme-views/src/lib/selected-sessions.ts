import { computed, Injectable, signal } from '@angular/core';

/**
 * Which sessions are ticked in the programme's table, for what is done with many at once. Provided by the route, so that it
 * outlives a page of the table and ends with the screen. Ids stay ticked while a filter hides them.
 */
@Injectable()
export class SelectedSessions {
  private readonly chosen = signal<ReadonlySet<string>>(new Set());

  readonly ids = computed<readonly string[]>(() => [...this.chosen()]);
  readonly count = computed(() => this.chosen().size);

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  toggle(id: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** Adds all of these, or takes all of them away. */
  set(ids: readonly string[], isSelected: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      for (const id of ids)
        if (isSelected) next.add(id);
        else next.delete(id);
      return next;
    });
  }

  /** These and no others. */
  selectAll(ids: readonly string[]): void {
    this.chosen.set(new Set(ids));
  }

  clear(): void {
    this.chosen.set(new Set());
  }
}
