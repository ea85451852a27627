import { aWorkbook } from '@reihe/api-sheets';
import type { ReportDateOrder } from '../meeting-report';

/** How a file is written; for specs. What is left away is as most tools write it in Germany. */
export interface FileStyle {
  /** IANA zone of its wall-clock times. */
  timeZone?: string;
  dateOrder?: ReportDateOrder;
  clock?: 12 | 24;
  hasSeconds?: boolean;
  separator?: ',' | ';' | '\t';
  encoding?:
    'utf-8' | 'utf-8-mark' | 'utf-16le' | 'utf-16le-mark' | 'utf-16be-mark' | 'windows-1252' | 'xlsx';
  newline?: '\n' | '\r\n';
}

/** A text, or an instant that is written as a time. */
export type SampleCell = string | { at: string };

export function sampleFile(rows: readonly (readonly SampleCell[])[], style: FileStyle = {}): Uint8Array {
  const { separator = ',', encoding = 'utf-8', newline = '\r\n' } = style;
  if (encoding === 'xlsx')
    return aWorkbook(
      rows.map((cells) =>
        cells.map((cell) =>
          typeof cell === 'string' ? escaped(cell) : { serial: serialOf(cell.at, style) },
        ),
      ),
    );
  const text = rows
    .map((cells) =>
      cells
        .map((cell) => quoted(typeof cell === 'string' ? cell : writtenTimeOf(cell.at, style), separator))
        .join(separator),
    )
    .join(newline);
  return encoded(`${text}${newline}`, encoding);
}

export function encoded(
  text: string,
  encoding: Exclude<FileStyle['encoding'], 'xlsx' | undefined>,
): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-mark':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le-mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be-mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
      // Of what differs from Latin 1, dashes are all that samples hold.
      return Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
  }
}

/** `28.03.2020, 14:05:09`, `3/28/2020 2:05:09 PM`, `2020-03-28 14:05:09`. */
export function writtenTimeOf(
  instant: string,
  { timeZone = 'Europe/Berlin', dateOrder = 'mdy', clock = 12, hasSeconds = true }: FileStyle = {},
): string {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const date = {
    dmy: `${day}/${month}/${year}`,
    mdy: `${month}/${day}/${year}`,
    ymd: `${year}-${month}-${day}`,
  }[dateOrder];
  const hours = clock === 24 ? hour : String(Number(hour) % 12 || 12);
  const half = clock === 24 ? '' : Number(hour) < 12 ? ' AM' : ' PM';
  return `${date} ${hours}:${minute}${hasSeconds ? `:${second}` : ''}${half}`;
}

function serialOf(instant: string, { timeZone = 'Europe/Berlin' }: FileStyle): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return (local - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function wallClock(instant: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function quoted(cell: string, separator: string): string {
  const isPlain = !cell.includes(separator) && !/["\r\n]/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

function escaped(cell: string): string {
  return cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
