import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type {
  CheckedRow,
  DateOrder,
  ImportCheck,
  ImportField,
  ImportProgress,
  ImportRequest,
  ImportResult,
  ImportRow,
  SheetTable,
  UndoImportResult,
} from '@reihe/shared-planning';
import { ImportClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords, staffProblemWords } from '@reihe/web-forms';
import { KeptColumnsStore } from './kept-columns';

/** So long after the last change the rows are checked again. */
const PAUSE_BEFORE_CHECKING = 300;

/** One import on its way from a sheet to sessions. Nothing is written before `run`. */
@Injectable()
export class ImportDesk {
  private readonly client = inject(ImportClient);
  private readonly kept = inject(KeptColumnsStore);

  readonly table = signal<SheetTable | null>(null);
  readonly columns = signal<readonly (ImportField | null)[]>([]);
  readonly dateOrder = signal<DateOrder | null>(null);
  readonly seriesId = signal('');
  private readonly rows = signal<readonly ImportRow[]>([]);
  private readonly leftOut = signal<ReadonlySet<number>>(new Set());

  readonly check = signal<ImportCheck | null>(null);
  readonly isBusy = signal(false);
  readonly problem = signal('');
  readonly progress = signal<{ done: number; total: number } | null>(null);
  readonly result = signal<ImportResult | null>(null);
  readonly undone = signal<UndoImportResult | null>(null);
  private turn = 0;

  readonly request = computed<ImportRequest | null>(() => {
    const rows = this.rows().filter(({ line }) => !this.leftOut().has(line));
    if (!this.table() || rows.length === 0) return null;
    return {
      columns: [...this.columns()],
      dateOrder: this.dateOrder(),
      seriesId: this.seriesId() || null,
      rows,
    };
  });
  /** Lines that have, or had, something to mend: they stay where they are until all is well. */
  readonly told = signal<ReadonlySet<number>>(new Set());
  readonly checkedByLine = computed(
    () => new Map((this.check()?.rows ?? []).map((row) => [row.line, row] as const)),
  );
  readonly wrong = computed(
    () => (this.check()?.rows ?? []).filter(({ problems }) => problems.length > 0).length,
  );
  readonly there = computed(() => (this.check()?.rows ?? []).filter(isThere).map(({ line }) => line));
  readonly canRun = computed(
    () => !this.isBusy() && this.request() !== null && this.check() !== null && this.wrong() === 0,
  );

  constructor() {
    effect((onCleanup) => {
      const request = this.request();
      this.turn += 1;
      if (!request || untracked(this.result)) {
        this.check.set(null);
        return;
      }
      const timer = setTimeout(() => void this.checkRows(request), PAUSE_BEFORE_CHECKING);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  readFile(file: File): Promise<void> {
    return this.read(() => this.client.readFile(file));
  }

  readText(text: string): Promise<void> {
    return this.read(() => this.client.readText(text));
  }

  /** Back to where a sheet is chosen. */
  clear(): void {
    this.table.set(null);
    this.result.set(null);
    this.undone.set(null);
    this.progress.set(null);
    this.problem.set('');
  }

  setColumn(index: number, field: ImportField | null): void {
    // A field is in one column: choosing it here takes it from where it was.
    this.columns.update((columns) =>
      columns.map((column, at) => (at === index ? field : column === field ? null : column)),
    );
    this.told.set(new Set());
    this.keepColumns();
  }

  setDateOrder(order: DateOrder | null): void {
    this.dateOrder.set(order);
    this.told.set(new Set());
    this.keepColumns();
  }

  setSeries(id: string): void {
    this.seriesId.set(id);
    this.told.set(new Set());
  }

  row(line: number): ImportRow | undefined {
    return this.rows().find((row) => row.line === line);
  }

  setCell(line: number, column: number, value: string): void {
    this.change(line, ({ clockChoice: _old, ...row }) => ({ ...row, cells: row.cells.with(column, value) }));
  }

  chooseClock(line: number, clockChoice: 'earlier' | 'later'): void {
    this.change(line, (row) => ({ ...row, clockChoice }));
  }

  isLeftOut(line: number): boolean {
    return this.leftOut().has(line);
  }

  leaveOut(lines: readonly number[], isOut: boolean): void {
    this.leftOut.update((out) => {
      const next = new Set(out);
      for (const line of lines)
        if (isOut) next.add(line);
        else next.delete(line);
      return next;
    });
  }

  run(): void {
    const request = this.request();
    if (!request || !this.canRun()) return;
    this.isBusy.set(true);
    this.problem.set('');
    this.progress.set({ done: 0, total: request.rows.length });
    this.client.run(request).subscribe({
      next: (line) => {
        this.follow(line);
      },
      error: (error: unknown) => {
        this.fail(staffFailureWords(failureOf(error)));
        void this.checkRows(request, this.problem());
      },
      complete: () => {
        this.isBusy.set(false);
        // Cut off on the way: whether it was kept, the rows will tell.
        if (!this.result() && !this.problem()) {
          this.fail(staffProblemWords('server.error'));
          void this.checkRows(request, this.problem());
        }
      },
    });
  }

  async undo(): Promise<void> {
    const sessions = this.result()?.sessions.map(({ id, version }) => ({ id, version }));
    if (!sessions) return;
    this.isBusy.set(true);
    try {
      this.undone.set(await this.client.undo({ sessions }));
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async read(read: () => Promise<SheetTable>): Promise<void> {
    this.isBusy.set(true);
    this.clear();
    try {
      const table = await read();
      const kept = this.kept.find(table.columns);
      this.columns.set(kept?.columns ?? table.guessed);
      this.dateOrder.set(kept?.dateOrder ?? null);
      this.rows.set(table.rows);
      this.leftOut.set(new Set());
      this.told.set(new Set());
      this.table.set(table);
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** @param stays what went wrong before, where it is still to be read once the rows are checked */
  private async checkRows(request: ImportRequest, stays = ''): Promise<void> {
    const turn = this.turn;
    try {
      const check = await this.client.check(request);
      if (turn !== this.turn) return;
      this.check.set(check);
      this.problem.set(stays);
      const wrong = check.rows.filter(({ problems }) => problems.length > 0).map(({ line }) => line);
      this.told.update((told) => new Set([...told, ...wrong]));
    } catch (error) {
      if (turn === this.turn) this.problem.set(staffFailureWords(failureOf(error)));
    }
  }

  private follow(line: ImportProgress): void {
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

  private change(line: number, change: (row: ImportRow) => ImportRow): void {
    this.rows.update((rows) => rows.map((row) => (row.line === line ? change(row) : row)));
  }

  private keepColumns(): void {
    const headings = this.table()?.columns;
    if (headings) this.kept.keep(headings, { columns: [...this.columns()], dateOrder: this.dateOrder() });
  }
}

/** Nothing is wrong with it but that it is there already. */
function isThere({ problems }: CheckedRow): boolean {
  return problems.length > 0 && problems.every(({ code }) => code === 'already-there');
}
