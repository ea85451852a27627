import { Component, inject, input } from '@angular/core';
import { REPORT_FIELDS } from '@reihe/shared-figures';
import { columnWords } from './attendance-words';
import { ReportDesk, type TableOfReport } from './report-desk';

/** What the columns of a table are: as they were taken, to be put right before anything is imported. */
@Component({
  selector: 'reihe-report-columns',
  templateUrl: './report-columns.html',
  styleUrl: './report-fields.css',
})
export class ReportColumns {
  readonly table = input.required<TableOfReport>();

  protected readonly desk = inject(ReportDesk);
  protected readonly fields = REPORT_FIELDS.map((value) => ({ value, words: columnWords(value) }));

  protected setColumn(index: number, value: string): void {
    this.desk.setColumn(index, REPORT_FIELDS.find((field) => field === value) ?? null);
  }

  protected samples(index: number): string {
    return this.table()
      .rows.map((cells) => cells[index] ?? '')
      .filter((cell) => cell !== '')
      .join(' · ');
  }
}
