import { DOCUMENT, inject, Service } from '@angular/core';
import { DATE_ORDERS, IMPORT_FIELDS, type DateOrder, type ImportField } from '@reihe/shared-planning';

export interface KeptColumns {
  columns: (ImportField | null)[];
  dateOrder: DateOrder | null;
}

const KEY = 'reihe.import-columns';
/** Sheets of so many shapes are remembered; nobody works with more at a time. */
const SHAPES = 20;

/** What the columns of a sheet were said to be, for the next sheet with the same headings. Stays in this browser. */
@Service()
export class KeptColumnsStore {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  find(headings: readonly string[]): KeptColumns | null {
    const kept = this.read()[shapeOf(headings)];
    return isKept(kept) && kept.columns.length === headings.length ? kept : null;
  }

  keep(headings: readonly string[], chosen: KeptColumns): void {
    const shape = shapeOf(headings);
    const others = Object.entries(this.read()).filter(([one]) => one !== shape);
    try {
      this.storage?.setItem(
        KEY,
        JSON.stringify(Object.fromEntries([...others.slice(1 - SHAPES), [shape, chosen]])),
      );
    } catch {
      // A full or closed storage only means that one chooses again next time.
    }
  }

  private read(): Record<string, unknown> {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  }
}

function shapeOf(headings: readonly string[]): string {
  return headings.join('\u241f').toLowerCase();
}

/** What stands in the storage may be of another version, or somebody's own. */
function isKept(value: unknown): value is KeptColumns {
  if (typeof value !== 'object' || value === null || !('columns' in value) || !('dateOrder' in value))
    return false;
  const { columns, dateOrder } = value;
  const isOrder = dateOrder === null || (DATE_ORDERS as readonly unknown[]).includes(dateOrder);
  return (
    isOrder &&
    Array.isArray(columns) &&
    columns.every((column) => column === null || (IMPORT_FIELDS as readonly unknown[]).includes(column))
  );
}
