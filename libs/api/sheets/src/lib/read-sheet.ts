import type { ReadSheet } from '@reihe/shared-planning';
import { decodeText } from './decode-text';
import { readText } from './read-text';
import { isWorkbook, readWorkbook } from './read-workbook';

/** A file of a spreadsheet, whatever it is and however it is encoded. @throws import.unreadable, import.empty, import.too-many-rows */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  if (isWorkbook(bytes)) return readWorkbook(bytes);
  const { text, encoding } = decodeText(bytes);
  return readText(text, encoding);
}

/** Cells copied from a spreadsheet. @throws import.unreadable, import.empty, import.too-many-rows */
export function readPastedSheet(text: string): ReadSheet {
  return readText(text, 'utf-8');
}
