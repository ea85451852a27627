/** Fetched only now, without a worker: our pages start none from a blob. Texts stay texts, never a formula; headings come first. */
export async function workbookOf(
  sheets: readonly { name: string; rows: readonly (readonly (string | number)[])[] }[],
): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const cell = (value: string | number) =>
    typeof value === 'number' ? { value, type: Number } : { value, type: String };
  return writeWorkbook(
    sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(cell)) })),
  ).toBlob();
}
