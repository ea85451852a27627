export { countryNamed } from './lib/countries-named';
export { decodeText } from './lib/decode-text';
export { plainWords } from './lib/plain-words';
export { readPastedSheet, readSheet } from './lib/read-sheet';
export { isWorkbook, readWorkbookRows } from './lib/read-workbook';
export { importRefused, noSheet } from './lib/sheet.errors';
export { aWorkbook, type Cell as WorkbookCell } from './lib/testing/a-workbook';
