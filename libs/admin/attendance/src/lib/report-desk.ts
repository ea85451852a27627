import { computed, inject, Injectable, signal } from '@angular/core';
import {
  REPORT_FIELDS,
  type AttendanceImported,
  type AttendanceImportProgress,
  type AttendancePreview,
  type DateOrder,
  type ReadAttendance,
  type ReportField,
} from '@reihe/shared-figures';
import { AttendanceClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords, staffProblemWords } from '@reihe/web-forms';

/** A table that somebody made: only they can say for certain what its columns are. */
export interface TableOfReport {
  columns: string[];
  /** What each is taken for; null: nothing. */
  guessed: (ReportField | null)[];
  rows: string[][];
}

/** One report on its way from a file to the records. Nothing is written before `run`. */
@Injectable()
export class ReportDesk {
  private readonly client = inject(AttendanceClient);

  readonly sessionId = signal('');
  readonly file = signal<File | null>(null);
  readonly how = signal<ReadAttendance>({});
  readonly table = signal<TableOfReport | null>(null);
  readonly preview = signal<AttendancePreview | null>(null);
  readonly isBusy = signal(false);
  readonly problem = signal('');
  readonly progress = signal<{ done: number; total: number } | null>(null);
  readonly result = signal<AttendanceImported | null>(null);
  private turn = 0;

  readonly wrong = computed(
    () => this.preview()?.problems.filter(({ code }) => code !== 'not-an-address') ?? [],
  );
  readonly canRun = computed(() => {
    const preview = this.preview();
    return !this.isBusy() && preview !== null && this.wrong().length === 0 && !preview.isKnown;
  });
  readonly isUnderWay = computed(() => this.file() !== null && this.result() === null);

  async read(file: File): Promise<void> {
    this.clear();
    this.file.set(file);
    await this.check();
  }

  clear(): void {
    this.file.set(null);
    this.how.set({});
    this.table.set(null);
    this.preview.set(null);
    this.problem.set('');
    this.progress.set(null);
    this.result.set(null);
    this.turn += 1;
  }

  readIn(timeZone: string): Promise<void> {
    this.how.update((how) => ({ ...how, timeZone }));
    return this.check();
  }

  readAs(dateOrder: DateOrder): Promise<void> {
    this.how.update((how) => ({ ...how, dateOrder }));
    return this.check();
  }

  /** What was shown of another reading is of no use any more. */
  setColumn(index: number, field: ReportField | null): void {
    this.preview.set(null);
    this.table.update(
      (table) =>
        table && {
          ...table,
          // A field is in one column: choosing it here takes it from where it was.
          guessed: table.columns.map((_, at) => {
            const now = table.guessed[at] ?? null;
            return at === index ? field : now === field ? null : now;
          }),
        },
    );
  }

  readColumns(): Promise<void> {
    const table = this.table();
    if (!table) return Promise.resolve();
    this.how.update((how) => ({ ...how, columns: table.columns.map((_, at) => table.guessed[at] ?? '') }));
    return this.check();
  }

  run(done: () => void): void {
    const file = this.file();
    if (!file || !this.canRun()) return;
    this.isBusy.set(true);
    this.problem.set('');
    this.progress.set({ done: 0, total: this.preview()?.lines ?? 0 });
    this.client.import(this.sessionId(), file, this.how()).subscribe({
      next: (line) => {
        this.follow(line);
      },
      error: (error: unknown) => {
        this.fail(staffFailureWords(failureOf(error)));
      },
      complete: () => {
        this.isBusy.set(false);
        if (!this.result() && !this.problem()) this.fail(staffProblemWords('server.error'));
        done();
      },
    });
  }

  private async check(): Promise<void> {
    const file = this.file();
    if (!file) return;
    const turn = ++this.turn;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const preview = await this.client.check(this.sessionId(), file, this.how());
      if (turn !== this.turn) return;
      this.table.set(preview.format === 'table' ? tableOf(preview) : null);
      this.preview.set(preview);
    } catch (error) {
      if (turn === this.turn) this.refused(error);
    } finally {
      if (turn === this.turn) this.isBusy.set(false);
    }
  }

  private refused(error: unknown): void {
    const failure = failureOf(error);
    this.problem.set(staffFailureWords(failure));
    const details = failure.kind === 'problem' ? failure.problem.details : undefined;
    if (details && 'columns' in details) {
      this.preview.set(null);
      this.table.set(details as unknown as TableOfReport);
    } else if (!this.preview() && !this.table()) this.file.set(null);
  }

  private follow(line: AttendanceImportProgress): void {
    switch (line.kind) {
      case 'progress':
        this.progress.set(line);
        return;
      case 'done':
        this.result.set(line.result);
        this.progress.set(null);
        return;
      case 'failed':
        this.fail(staffProblemWords(line.problem.code));
    }
  }

  private fail(words: string): void {
    this.problem.set(words);
    this.progress.set(null);
    this.isBusy.set(false);
  }
}

function tableOf({ columns, guessed, rows }: AttendancePreview): TableOfReport {
  return {
    ...{ columns, rows },
    guessed: guessed.map((one) => REPORT_FIELDS.find((field) => field === one) ?? null),
  };
}
