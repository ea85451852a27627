import { readSheet } from 'read-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import type { ReadSheet } from '@reihe/shared-planning';
import { sheetUnreadable } from './sheet.errors';
import { tableOf, type RawSheet } from './table';

/** A workbook of 500 rows unpacks to a few megabytes; what claims more is not one. */
const UNPACKED_BYTES = 60_000_000;
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** Milliseconds, and characters of a wall-clock time that tell them. */
const PRECISIONS = { minute: { ms: 60_000, length: 16 }, second: { ms: 1000, length: 19 } } as const;

export function isWorkbook(bytes: Uint8Array): boolean {
  return ZIP_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** The first sheet of an XLSX workbook. @throws import.unreadable, import.empty, import.too-many-rows */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet> {
  const { name, part } = firstSheet(unpack(bytes));
  const rows = await rowsOf(bytes, (cell) => cellText(cell, 'minute'));
  return { ...tableOf({ rows, formulas: formulasOf(part) }), encoding: 'xlsx', separator: null, sheet: name };
}

/**
 * Every row of the first sheet as it stands there, of whatever length and number, its times to the second: for files that are
 * no tables with headings in their first row. @throws import.unreadable
 */
export async function readWorkbookRows(bytes: Uint8Array): Promise<RawSheet['rows']> {
  firstSheet(unpack(bytes));
  return rowsOf(bytes, (cell) => cellText(cell, 'second'));
}

async function rowsOf(bytes: Uint8Array, text: (cell: unknown) => string): Promise<RawSheet['rows']> {
  const data = await (readSheet(Buffer.from(bytes), 1) as Promise<unknown[][]>).catch(() => {
    throw sheetUnreadable();
  });
  return data.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => text(cell)) }));
}

/** The parts of the workbook that say which sheet is first and what stands in its cells; nothing that swells is unpacked. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (size > UNPACKED_BYTES) throw sheetUnreadable();
        return /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name);
      },
    });
  } catch {
    throw sheetUnreadable();
  }
}

function firstSheet(parts: Record<string, Uint8Array>): { name: string; part: string } {
  const text = (path: string) => (parts[path] ? strFromU8(parts[path]) : '');
  const [sheet = ''] = /<(?:\w+:)?sheet\s[^>]*>/.exec(text('xl/workbook.xml')) ?? [];
  const id = attribute(sheet, 'r:id');
  const relations = text('xl/_rels/workbook.xml.rels').match(/<Relationship\s[^>]*>/g) ?? [];
  const target = attribute(relations.find((relation) => attribute(relation, 'Id') === id) ?? '', 'Target');
  if (!target) throw sheetUnreadable();
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return { name: plain(attribute(sheet, 'name')), part: text(path) };
}

function formulasOf(part: string): { line: number; column: number }[] {
  const cells = part.matchAll(/<(?:\w+:)?c\s[^>]*\br="([A-Z]+)(\d+)"[^>]*>\s*<(?:\w+:)?f\b/g);
  return Array.from(cells, ([, letters = '', line]) => ({
    line: Number(line),
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  }));
}

/** Dates as one would type them: `2026-10-06T14:00`, a day alone, or a time of day alone (before the first day that Excel has). */
function cellText(cell: unknown, precision: keyof typeof PRECISIONS): string {
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (!(cell instanceof Date)) return '';
  const { ms, length } = PRECISIONS[precision];
  const local = new Date(Math.round(cell.getTime() / ms) * ms).toISOString().slice(0, length);
  if (cell.getUTCFullYear() < 1901) return local.slice(11);
  return /T00:00(:00)?$/.test(local) ? local.slice(0, 10) : local;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function plain(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
