import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CheckedRow, ImportProblem } from '@reihe/shared-planning';
import { StackedTable } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { ImportDesk } from './import-desk';
import { fieldWords, importProblemWords } from './import-words';

/** Row by row what is wrong, with the cell to mend it in; below, what the rows become. */
@Component({
  selector: 'reihe-import-rows',
  imports: [RouterLink, StackedTable],
  templateUrl: './import-rows.html',
  styles: `
    .rows > li {
      padding-block: var(--space-xs);
    }
    h3 {
      margin: 0;
      font: 600 var(--step-0) / 1.4 var(--sans);
    }
    .problem {
      display: grid;
      gap: var(--space-3xs);
      margin-block-start: var(--space-2xs);
      padding-inline-start: var(--space-s);
      border-inline-start: 3px solid var(--coral);
    }
    .problem p {
      margin: 0;
    }
    .problem input {
      inline-size: min(26rem, 100%);
    }
    .offers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
    .right {
      margin: var(--space-3xs) 0 0;
      color: var(--go-ink);
      font-weight: 600;
    }
    .out h3 {
      color: var(--ink-soft);
      text-decoration: line-through;
    }
    .leave {
      display: inline-flex;
      gap: var(--space-2xs);
      align-items: baseline;
      margin-block-start: var(--space-2xs);
    }
  `,
})
export class ImportRows {
  protected readonly desk = inject(ImportDesk);
  private readonly formats = inject(Formats);

  protected readonly problemWords = importProblemWords;
  protected readonly choices = ['earlier', 'later'] as const;
  protected readonly told = computed(() =>
    [...this.desk.told()]
      .sort((a, b) => a - b)
      .map((line) => ({ line, row: this.desk.checkedByLine().get(line) })),
  );
  protected readonly good = computed(() =>
    (this.desk.check()?.rows ?? []).filter(({ problems }) => problems.length === 0),
  );

  protected columnWords({ field, column }: ImportProblem): string {
    const heading = column === null ? '' : (this.desk.table()?.columns[column] ?? '');
    return heading || fieldWords(field, this.formats);
  }

  protected titleOf(line: number, row: CheckedRow | undefined): string {
    return row?.title ?? this.desk.row(line)?.cells.find((cell) => cell !== '') ?? '';
  }

  protected cellOf(line: number, { column }: ImportProblem): string {
    return column === null ? '' : (this.desk.row(line)?.cells[column] ?? '');
  }

  /** Where only a part of a cell is unknown, only that part is replaced. */
  protected take(line: number, problem: ImportProblem, suggestion: string): void {
    if (problem.column === null) return;
    const cell = this.cellOf(line, problem);
    const mended =
      problem.code === 'unknown' && cell.includes(problem.value)
        ? cell.replace(problem.value, () => suggestion)
        : suggestion;
    this.desk.setCell(line, problem.column, mended);
  }

  /** "02:30 GMT+2" for an instant; a suggestion as it stands. */
  protected offer(row: CheckedRow, { code }: ImportProblem, suggestion: string): string {
    if (code === 'time-ambiguous')
      return `${this.formats.time(suggestion, row.timeZone)} ${this.formats.zoneOffset(suggestion, row.timeZone)}`;
    if (code === 'date-order') return this.formats.plainDay(suggestion);
    return suggestion.replace('T', ' ');
  }

  protected when({ startsAt, endsAt, timeZone }: CheckedRow): string {
    if (!startsAt || !endsAt) return '';
    const day = this.formats.shortDate(startsAt, timeZone);
    return `${day}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} ${this.formats.zoneCity(timeZone)}`;
  }
}
