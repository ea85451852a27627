import { Injectable, signal } from '@angular/core';
import { FACTS, FIRST_COLUMNS, isFact, type Column } from './columns';

const KEPT_AS = 'reihe.registrations.columns';

/** Which columns this person wants to see, kept in this browser. Those of questions stand behind the facts. */
@Injectable({ providedIn: 'root' })
export class ColumnChoice {
  private readonly chosen = signal<readonly Column[]>(kept() ?? FIRST_COLUMNS);

  readonly columns = this.chosen.asReadonly();

  toggle(column: Column): void {
    this.chosen.update((chosen) =>
      inOrder(chosen.includes(column) ? chosen.filter((one) => one !== column) : [...chosen, column]),
    );
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(this.chosen()));
    } catch {
      // A browser that keeps nothing shows the choice until the page is left.
    }
  }
}

function inOrder(columns: readonly Column[]): Column[] {
  return [...FACTS.filter((fact) => columns.includes(fact)), ...columns.filter((column) => !isFact(column))];
}

function kept(): readonly Column[] | null {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null');
    if (!Array.isArray(names)) return null;
    const columns = names.filter(
      (name): name is Column => typeof name === 'string' && (isFact(name) || name.startsWith('question:')),
    );
    return inOrder(columns.includes('name') ? columns : ['name', ...columns]);
  } catch {
    return null;
  }
}
