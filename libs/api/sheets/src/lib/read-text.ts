import type { ReadSheet } from '@reihe/shared-planning';
import Papa from 'papaparse';
import { sheetUnreadable } from './sheet.errors';
import { tableOf, type RawSheet } from './table';

type Separator = NonNullable<ReadSheet['separator']>;
const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** A comma-, semicolon- or tab-separated text. @throws import.unreadable, import.empty, import.too-many-rows */
export function readText(text: string, encoding: ReadSheet['encoding']): ReadSheet {
  if (text.includes('\0')) throw sheetUnreadable();
  // Excel writes its separator into a line of its own.
  const [, said = '', rest = text] = /^\uFEFF?sep=([,;\t])\r?\n([\s\S]*)$/.exec(text) ?? [];
  const { data, meta, errors } = Papa.parse<string[]>(rest.replace(/^\uFEFF/, ''), {
    delimiter: said,
    delimitersToGuess: [...SEPARATORS],
  });
  // One column has nothing to guess a separator from; a quote that is never closed would swallow the rest.
  if (errors.some(({ type }) => type === 'Quotes')) throw sheetUnreadable();
  const separator = SEPARATORS.find((one) => one === meta.delimiter) ?? ',';
  const rows: RawSheet['rows'] = data.map((cells, index) => ({ line: index + 1 + (said ? 1 : 0), cells }));
  const formulas = rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, column) => (isFormula(cell) ? [{ line, column }] : [])),
  );
  return { ...tableOf({ rows, formulas }), encoding, separator, sheet: null };
}

/** What a spreadsheet would calculate when it opens the text. Numbers with a sign, and dashes before words, are none. */
function isFormula(cell: string): boolean {
  return /^\s*(=|@\w+\(|[+-][A-Za-z]+\w*[(!])/.test(cell);
}
