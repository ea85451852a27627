import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf } from '@reihe/admin-ui';
import { SESSIONS_PAGE_MAX, type SessionListItem } from '@reihe/shared-contracts';
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
    const found = await this.all(query);
    const headings = columns.map(columnWords);
    const rows = found.map((session) => columns.map((column) => cellValue(column, session, this.formats)));
    const file =
      format === 'csv'
        ? new Blob([csvOf([headings, ...rows.map((row) => row.map(String))])], { type: 'text/csv' })
        : await workbookOf(headings, rows);
    this.offer(file, `${$localize`:@@planning.export.file:programme`}.${format}`);
  }

  private async all(query: SessionsQuery): Promise<SessionListItem[]> {
    const found: SessionListItem[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await this.sessions.fetchList({ ...query, page, pageSize: SESSIONS_PAGE_MAX });
      found.push(...answer.items);
      if (answer.items.length === 0 || found.length >= answer.total) return found;
    }
  }

  private offer(file: Blob, name: string): void {
    const url = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
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
