import { computed, Injectable, signal } from '@angular/core';
import type { RegistrationFilter } from '@reihe/shared-registration';

/**
 * Which registrations are ticked, or that everything is meant that a filter finds. Ids stay ticked while a filter hides them; to be
 * provided by the page.
 */
@Injectable()
export class SelectedRegistrations {
  private readonly chosen = signal<ReadonlySet<string>>(new Set());
  private readonly whole = signal<{ filter: RegistrationFilter; count: number } | null>(null);

  readonly ids = computed<readonly string[]>(() => [...this.chosen()]);
  /** null: those that are ticked. */
  readonly everything = this.whole.asReadonly();
  readonly count = computed(() => this.whole()?.count ?? this.chosen().size);

  has(id: string): boolean {
    return this.whole() !== null || this.chosen().has(id);
  }

  toggle(id: string): void {
    this.whole.set(null);
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** Adds all of these, or takes all of them away. */
  set(ids: readonly string[], isSelected: boolean): void {
    this.whole.set(null);
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      for (const id of ids)
        if (isSelected) next.add(id);
        else next.delete(id);
      return next;
    });
  }

  /** As the filter is now: what comes to it later is in the preview, or refused. */
  selectEverything(filter: RegistrationFilter, count: number): void {
    this.chosen.set(new Set());
    this.whole.set({ filter, count });
  }

  clear(): void {
    this.whole.set(null);
    this.chosen.set(new Set());
  }
}
