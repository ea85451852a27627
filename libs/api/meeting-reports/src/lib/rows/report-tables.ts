import { shownCell } from '../people/clean-cell';
import { headingOf, isOriginalName, type Heading } from './headings';
import type { ReportRow } from './report-rows';

export interface ReportTable {
  /** Of the section it stands in; empty: none. */
  title: string;
  columns: string[];
  headings: (Heading | null)[];
  /** Column of participants' names; -1: none. */
  nameAt: number;
  rows: ReportRow[];
}

export interface ReportParts {
  tables: ReportTable[];
  /** Lines about the meeting that stand in no table: heading and value. */
  facts: { heading: Heading; value: string }[];
}

const SECTION = /^\d\.\s/;

/** A report is several tables one below the other, with titles between them and lines about the meeting above. */
export function partsOf(rows: readonly ReportRow[]): ReportParts {
  const tables: ReportTable[] = [];
  const facts: ReportParts['facts'] = [];
  let title = '';
  let table: ReportTable | null = null;
  for (const [index, row] of rows.entries()) {
    const only = onlyCell(row.cells);
    if (only !== null && (SECTION.test(only) || isHeader(rows[index + 1]?.cells ?? []))) {
      title = only;
      table = null;
    } else if (isHeader(row.cells)) {
      // Reports that were put one under the other repeat their headings.
      if (table && sameCells(table.columns, row.cells)) continue;
      table = tableUnder(row, title);
      tables.push(table);
    } else if (table) {
      table.rows.push(row);
    } else {
      const fact = factOf(row.cells);
      if (fact) facts.push(fact);
    }
  }
  return { tables, facts };
}

/** For rows of which nobody knows the headings: the first that has a known one, else the first with several cells, is theirs. */
export function plainTable(rows: readonly ReportRow[]): ReportTable | null {
  const beginning = rows.slice(0, 30);
  const known = beginning.findIndex(
    ({ cells }) => cells.some((cell) => headingOf(cell)) && !hasValues(cells),
  );
  const wide = beginning.findIndex(({ cells }) => cells.filter(Boolean).length > 1);
  const at = known >= 0 ? known : Math.max(0, wide);
  const header = rows[at];
  return header ? { ...tableUnder(header, ''), rows: rows.slice(at + 1) } : null;
}

const SAMPLE_ROWS = 3;

/** For whoever is to say what the columns are. */
export function firstRows({ rows }: ReportTable): string[][] {
  return rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(shownCell));
}

function tableUnder({ cells }: ReportRow, title: string): ReportTable {
  const width = cells.findLastIndex((cell) => cell !== '') + 1;
  const columns = cells.slice(0, width);
  const headings = columns.map(headingOf);
  const original = columns.findIndex(isOriginalName);
  return { title, columns, headings, nameAt: original >= 0 ? original : headings.indexOf('name'), rows: [] };
}

/** Where a heading comes twice, as with the address of the host and that of the participant, the one after the name is meant. */
export function columnOf({ headings, nameAt }: ReportTable, ...wanted: Heading[]): number {
  for (const heading of wanted) {
    const after = headings.indexOf(heading, Math.max(0, nameAt));
    const at = after >= 0 ? after : headings.indexOf(heading);
    if (at >= 0) return at;
  }
  return -1;
}

export function has(table: ReportTable, ...wanted: Heading[]): boolean {
  return wanted.every((heading) => table.headings.includes(heading));
}

function isHeader(cells: readonly string[]): boolean {
  if (hasValues(cells)) return false;
  return new Set(cells.map(headingOf).filter((heading) => heading !== null)).size >= 2;
}

/** Times, addresses and numbers alone are in no heading. */
function hasValues(cells: readonly string[]): boolean {
  return cells.some((cell) => /\d:\d\d/.test(cell) || /^[\d\s.,/-]+$/.test(cell) || /\S@\S/.test(cell));
}

function onlyCell(cells: readonly string[]): string | null {
  const filled = cells.filter(Boolean);
  return filled.length === 1 ? (filled[0] ?? null) : null;
}

function factOf(cells: readonly string[]): ReportParts['facts'][number] | null {
  const [name = '', value = ''] = cells.filter(Boolean);
  const heading = headingOf(name.replace(/:$/, ''));
  return heading && value ? { heading, value } : null;
}

function sameCells(one: readonly string[], other: readonly string[]): boolean {
  return one.every((cell, index) => cell === other[index]);
}
