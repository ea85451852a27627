import { DOCUMENT, inject, Injectable } from '@angular/core';
import { csvOf, everyPage, offerFile, ownTimeZone, workbookOf } from '@reihe/admin-ui';
import { REGISTRATIONS_PAGE_MAX, type DeskQuestion } from '@reihe/shared-registration';
import { DeskClient, type DeskQuery } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { cellValue, columnWords, moment, type CellValue, type Column } from './columns';

export type ExportFormat = 'csv' | 'xlsx';

export interface Exported {
  query: DeskQuery;
  columns: readonly Column[];
  questions: readonly DeskQuestion[];
  /** Of the session or series, and the filters in words. */
  title: string;
  filters: readonly string[];
  /** Without its ending. */
  name: string;
}

/** Exactly what the table shows, in its order and columns, all pages of it; the file says when, of what and by which filter. */
@Injectable({ providedIn: 'root' })
export class RegistrationsExport {
  private readonly desk = inject(DeskClient);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);

  async save(format: ExportFormat, what: Exported): Promise<void> {
    const found = await everyPage((page) =>
      this.desk.fetchList({ ...what.query, page, pageSize: REGISTRATIONS_PAGE_MAX }),
    );
    const columns = withSmallPrint(what.columns);
    const headings = columns.map((column) => columnWords(column, what.questions));
    const rows = found.map((one) => columns.map((column) => cellValue(column, one, this.formats)));
    const about = this.about(what, rows.length);
    const file =
      format === 'csv'
        ? new Blob([csvOf([headings, ...texts(rows), [], ...about.map((line) => [line])])], {
            type: 'text/csv',
          })
        : await workbookOf([
            { name: $localize`:@@registration.export.sheet:Registrations`, rows: [headings, ...rows] },
            { name: $localize`:@@registration.export.about:About`, rows: about.map((line) => [line]) },
          ]);
    offerFile(this.document, `${what.name}.${format}`, file);
  }

  private about({ title, filters }: Exported, count: number): string[] {
    const now = moment(new Date().toISOString(), ownTimeZone(), this.formats);
    const zone = ownTimeZone();
    return [
      title,
      $localize`:@@registration.export.when:Exported on ${now}:when: (${zone}:zone:), ${count}:count: registrations`,
      filters.length === 0
        ? $localize`:@@registration.export.everything:Without a filter`
        : $localize`:@@registration.export.filters:Filter: ${filters.join(' · ')}:filters:`,
    ];
  }
}

/** On the screen the address stands below the name and the country below the city; in a file each has its column. */
function withSmallPrint(columns: readonly Column[]): Column[] {
  const below: Partial<Record<Column, Column>> = { name: 'email', city: 'country' };
  return columns.flatMap((column) => {
    const other = below[column];
    return other && !columns.includes(other) ? [column, other] : [column];
  });
}

function texts(rows: readonly (readonly CellValue[])[]): string[][] {
  return rows.map((row) => row.map(String));
}
