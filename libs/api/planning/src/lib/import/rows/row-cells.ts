import type { ImportField, ImportProblem, ImportProblemCode, ImportRow } from '@reihe/shared-planning';
import type { FieldError } from '@reihe/shared-form-policies';

/** `value` where only a part of the cell is wrong. */
type More = Partial<Omit<ImportProblem, 'column' | 'field' | 'code'>>;

/** One row by what its columns are, and what is found to be wrong with it. */
export class RowCells {
  readonly problems: ImportProblem[] = [];

  constructor(
    readonly row: ImportRow,
    private readonly columns: ReadonlyMap<ImportField, number>,
  ) {}

  /** Trimmed; empty where no column is this field. */
  text(field: ImportField): string {
    const column = this.columns.get(field);
    return column === undefined ? '' : (this.row.cells[column] ?? '').trim();
  }

  has(field: ImportField): boolean {
    return this.columns.has(field);
  }

  refuse(field: ImportField, code: ImportProblemCode, more: More = {}): void {
    const column = this.columns.get(field) ?? null;
    this.problems.push({ column, field, code, value: this.text(field), ...more });
  }

  /** @returns whether there was something to refuse */
  refuseError(field: ImportField, error: FieldError | null): boolean {
    if (!error) return false;
    this.refuse(field, importCode(error.code), error.limit === undefined ? {} : { limit: error.limit });
    return true;
  }
}

function importCode(code: FieldError['code']): ImportProblemCode {
  switch (code) {
    case 'required':
    case 'too-short':
    case 'too-long':
    case 'too-small':
    case 'too-large':
    case 'end-before-start':
      return code;
    case 'not-allowed':
      return 'unknown';
    default:
      return 'wrong-format';
  }
}
