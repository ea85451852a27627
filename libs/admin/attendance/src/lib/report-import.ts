import { Component, computed, inject, input, output } from '@angular/core';
import { StackedTable } from '@reihe/admin-ui';
import { DATE_ORDERS, type AttendanceCounts, type DateOrder } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import { dateOrderWords, formatWords, problemWords, rangeWords, reasonWords } from './attendance-words';
import { ReportColumns } from './report-columns';
import { ReportDesk } from './report-desk';

const SHOWN_PROBLEMS = 30;

/** A report from the meeting tool: chosen, looked at, imported. */
@Component({
  selector: 'reihe-report-import',
  imports: [ReportColumns, StackedTable],
  templateUrl: './report-import.html',
  styleUrls: ['./report-import.css', './report-fields.css'],
})
export class ReportImport {
  readonly timeZone = input.required<string>();
  /** Something was written, or may have been. */
  readonly imported = output();

  private readonly formats = inject(Formats);
  protected readonly desk = inject(ReportDesk);

  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly orders = DATE_ORDERS.map((value) => ({ value, words: dateOrderWords(value) }));
  protected readonly formatWords = formatWords;
  protected readonly problemWords = problemWords;
  protected readonly shownProblems = computed(
    () => this.desk.preview()?.problems.slice(0, SHOWN_PROBLEMS) ?? [],
  );
  protected readonly hiddenProblems = computed(
    () => (this.desk.preview()?.problems.length ?? 0) - this.shownProblems().length,
  );
  /** Until it is said otherwise the session's. */
  protected readonly zone = computed(() => this.desk.preview()?.timeZone ?? this.timeZone());
  protected readonly before = computed(() => this.came(this.desk.preview()?.before));
  protected readonly after = computed(() => this.came(this.desk.preview()?.after));

  protected async read(chooser: HTMLInputElement): Promise<void> {
    const file = chooser.files?.[0];
    if (file) await this.desk.read(file);
    // The same file can be chosen again once it was mended.
    chooser.value = '';
  }

  protected setOrder(value: string): void {
    const order = DATE_ORDERS.find((one) => one === value);
    if (order) void this.desk.readAs(order);
  }

  protected isOrder(order: DateOrder): boolean {
    return this.desk.preview()?.dateOrder === order;
  }

  protected number(value: number): string {
    return this.formats.number(value);
  }

  protected moment(instant: string): string {
    return `${this.formats.day(instant, this.timeZone())}, ${this.formats.time(instant, this.timeZone())}`;
  }

  protected reasons(reasons: readonly Parameters<typeof reasonWords>[0][]): string {
    return this.formats.list(reasons.map(reasonWords));
  }

  protected run(): void {
    this.desk.run(() => {
      this.imported.emit();
    });
  }

  private came(counts: AttendanceCounts | undefined): string {
    return counts ? rangeWords(counts.attended, counts.guests, (value) => this.number(value)) : '';
  }
}
