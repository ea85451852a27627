import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf, everyPage, offerFile, workbookOf } from '@reihe/admin-ui';
import { SESSIONS_PAGE_MAX } from '@reihe/shared-contracts';
import { SessionsClient, type SessionsQuery } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { cellValue, columnWords, type Column } from './columns';

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
        : await workbookOf([
            { name: $localize`:@@planning.export.sheet:Programme`, rows: [headings, ...rows] },
          ]);
    offerFile(this.document, `${$localize`:@@planning.export.file:programme`}.${format}`, file);
  }
}
