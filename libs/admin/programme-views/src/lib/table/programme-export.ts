import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf, everyPage, offerFile } from '@reihe/admin-ui';
import { SESSIONS_PAGE_MAX } from '@reihe/shared-contracts';
import { SessionsClient, type SessionsQuery } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { cellValue, columnWords, type CellValue, type Column } from './columns';

export type ExportFormat = 'csv' | 'xlsx';

/** Exactly what the table shows, in its order and columns; all pages of it. */
@Injectable({ providedIn: 'root' })
export class ProgrammeExport {
  private readonly sessions = inject(SessionsClient);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);

  async save(format: ExportFormat, query: SessionsQuery, columns: readonly Column[]): Promise<void> {
    const found = await everyPage((page) =>
      this.sessions.fetchList({ ...query, page, pageSize: SESSIONS_PAGE_MAX }),
    );
    const headings = columns.map(columnWords);
    const rows = found.map((session) => columns.map((column) => cellValue(column, session, this.formats)));
    const file =
      format === 'csv'
        ? new Blob([csvOf([headings, ...rows.map((row) => row.map(String))])], { type: 'text/csv' })
        : await workbookOf(headings, rows);
    offerFile(this.document, `${$localize`:@@planning.export.file:programme`}.${format}`, file);
  }
}

/**
 * The library is fetched only now (its variant without a worker: our pages start none from a blob). Texts are written as
 * texts: none of them can become a formula.
 */
async function workbookOf(
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  return writeWorkbook([
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
    ),
  ]).toBlob();
}
