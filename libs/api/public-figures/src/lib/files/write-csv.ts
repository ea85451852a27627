import { FIGURE_COLUMNS, type FigureDataRow } from '@reihe/shared-figures';
import Papa from 'papaparse';

/** What spreadsheets would take for a formula, also in full width and after blanks; as in the admin's exports. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]|[\r\n]\s*[=+\-@＝＋－＠]/u;

/** RFC 4180. Words that people typed are words to every program that opens it. */
export function writeCsv(rows: readonly FigureDataRow[]): string {
  return `${Papa.unparse([...rows], { columns: [...FIGURE_COLUMNS], newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
