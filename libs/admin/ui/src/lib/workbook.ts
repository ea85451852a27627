export interface WorkbookSheet {
  name: string;
  /** The first row is the headings. */
  rows: readonly (readonly (string | number)[])[];
}

/**
 * The library is fetched only now (its variant without a worker: our pages start none from a blob). Texts are written as
 * texts: none of them can become a formula.
 */
export async function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  return writeWorkbook(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row, index) =>
        row.map((value) =>
          typeof value === 'number'
            ? { value, type: Number }
            : { value, type: String, ...(index === 0 && { fontWeight: 'bold' as const }) },
        ),
      ),
    })),
  ).toBlob();
}
