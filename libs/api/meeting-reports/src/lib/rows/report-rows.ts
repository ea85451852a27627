import { isWorkbook, readWorkbookRows } from '@reihe/api-sheets';
import Papa from 'papaparse';
import { reportUnreadable } from '../report.errors';
import { decodeReport } from './decode-report';
import { headingOf } from './headings';

export interface ReportRow {
  /** Of the file, from 1. */
  line: number;
  cells: string[];
}

export interface ReportRows {
  rows: ReportRow[];
  /** Lines that are not whole: within the last the file ends, in others a quote begins that nothing closes. */
  cutLines: ReadonlySet<number>;
}

const SEPARATORS = ['\t', ';', ','] as const;
/** So much of the beginning tells what parts the columns; forms have a few lines about the meeting above them. */
const PROBE_LINES = 60;
const MOST_OPEN_QUOTES = 20;

/** Whatever was sent, as rows of cells that are trimmed. Empty rows are left away. @throws report.unreadable */
export async function readReportRows(bytes: Uint8Array): Promise<ReportRows> {
  if (isWorkbook(bytes)) {
    const rows = await readWorkbookRows(bytes).catch(() => {
      throw reportUnreadable();
    });
    return { rows: written(rows), cutLines: new Set() };
  }
  const { text, isCut } = decodeReport(bytes);
  return readText(text, isCut);
}

function readText(text: string, isCut: boolean): ReportRows {
  // Excel writes its separator into a line of its own.
  const [, said, rest = text] = /^sep=([,;\t])\n([\s\S]*)$/.exec(text) ?? [];
  const { rows, openLines } = parsed(rest, said ?? separatorOf(rest), said ? 2 : 1);
  const endsInLine = !rest.endsWith('\n');
  const last = endsInLine && (isCut || isShort(rows)) ? rows.at(-1)?.line : undefined;
  return { rows: written(rows), cutLines: new Set(last === undefined ? openLines : [...openLines, last]) };
}

/** The separator by which the most cells are known headings; among equals the one that makes the widest rows. */
function separatorOf(text: string): string {
  const beginning = text.split('\n', PROBE_LINES).join('\n');
  const rated = SEPARATORS.map((separator) => {
    const rows = Papa.parse<string[]>(beginning, { delimiter: separator, newline: '\n' }).data;
    const headings = Math.max(...rows.map((cells) => cells.filter((cell) => headingOf(cell)).length));
    return { separator, headings, width: Math.max(...rows.map(({ length }) => length)) };
  });
  const [best] = rated.sort((one, other) => other.headings - one.headings || other.width - one.width);
  return best?.separator ?? ',';
}

/**
 * A quote that is never closed would swallow all that follows: its line is told as cut off, and the lines after it are read as if
 * it were not there.
 */
function parsed(
  text: string,
  delimiter: string,
  firstLine: number,
): { rows: ReportRow[]; openLines: number[] } {
  const rows: ReportRow[] = [];
  const openLines: number[] = [];
  let line = firstLine;
  let rest = text;
  for (;;) {
    // A file of nothing but loose quotes knows no quoted cells.
    const quotes = openLines.length < MOST_OPEN_QUOTES ? {} : { quoteChar: '\0' };
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: '\n', ...quotes });
    const open = errors.find(({ code }) => code === 'MissingQuotes')?.row ?? data.length;
    const start = line;
    for (const cells of data.slice(0, open)) {
      rows.push({ line, cells });
      line += 1 + breaksIn(cells);
    }
    if (open === data.length) return { rows, openLines };
    const [begun = '', ...after] = rest.split('\n').slice(line - start);
    rows.push({ line, cells: begun.split(delimiter) });
    openLines.push(line);
    line += 1;
    rest = after.join('\n');
    if (rest.trim() === '') return { rows, openLines };
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

/** The last line has fewer cells than the one above it. */
function isShort(rows: readonly ReportRow[]): boolean {
  const [before, last] = rows.slice(-2);
  return before !== undefined && last !== undefined && last.cells.length < before.cells.length;
}

function written(rows: readonly ReportRow[]): ReportRow[] {
  return rows
    .map(({ line, cells }) => ({ line, cells: cells.map(plainCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** `="0049"` is how Webex and others keep Excel from calculating: the text within is meant. */
function plainCell(cell: string): string {
  const trimmed = cell.replace(/[\u00a0\u202f\ufeff]/g, ' ').trim();
  const literal = /^="((?:[^"]|"")*)"$/.exec(trimmed)?.[1];
  return literal === undefined ? trimmed : literal.replaceAll('""', '"').trim();
}
