import { IMPORT_LIMITS, type ReadSheet } from '@reihe/shared-planning';
import { sheetEmpty, sheetTooLarge } from './sheet.errors';

export interface RawSheet {
  rows: { line: number; cells: string[] }[];
  formulas: ReadSheet['formulas'];
}

/** The first row with something in it is the headings; rows and columns without anything are left away. */
export function tableOf({ rows, formulas }: RawSheet): Pick<ReadSheet, 'columns' | 'rows' | 'formulas'> {
  const written = rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...body] = written;
  if (!head || body.length === 0) throw sheetEmpty();
  const width = Math.max(...written.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  if (body.length > IMPORT_LIMITS.rows || width > IMPORT_LIMITS.columns) throw sheetTooLarge();
  const filled = (cells: string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '');
  const columns = filled(head.cells);
  const lines = new Set(body.map(({ line }) => line));
  return {
    columns,
    rows: body.map(({ line, cells }) => ({ line, cells: filled(cells) })),
    formulas: formulas.filter(({ line, column }) => lines.has(line) && column < width),
  };
}
