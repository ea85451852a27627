import { Injectable, signal } from '@angular/core';
import { COLUMNS, FIRST_COLUMNS, type Column } from './columns';

const KEPT_AS = 'reihe.programme.columns';

/** Which columns this person wants to see, kept in this browser. */
@Injectable({ providedIn: 'root' })
export class ColumnChoice {
  private readonly chosen = signal<readonly Column[]>(kept() ?? FIRST_COLUMNS);

  /** In the order of the table. */
  readonly columns = this.chosen.asReadonly();

  toggle(column: Column): void {
    this.chosen.update((chosen) => COLUMNS.filter((one) => (one === column) !== chosen.includes(one)));
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(this.chosen()));
    } catch {
      // A browser that keeps nothing shows the choice until the page is left.
    }
  }
}

function kept(): readonly Column[] | null {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null');
    return Array.isArray(names)
      ? COLUMNS.filter((column) => column === 'session' || names.includes(column))
      : null;
  } catch {
    return null;
  }
}
