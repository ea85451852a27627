import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import type { SheetRow } from '@reihe/shared-planning';
import type {
  CheckedPerson,
  PeopleImportCheck,
  PeopleImportProgress,
  PeopleImportRequest,
  PeopleImportResult,
  PeopleSheet,
  PersonField,
} from '@reihe/shared-registration';
import { DeskClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords, staffProblemWords } from '@reihe/web-forms';

/** So long after the last change the rows are checked again. */
const PAUSE_BEFORE_CHECKING = 300;

/** What holds for rows that say nothing. */
export interface Defaults {
  country: string;
  language: Language;
  isQuiet: boolean;
}

/** One import on its way from a sheet to registrations. Nothing is written before `run`. */
@Injectable()
export class PeopleDesk {
  private readonly client = inject(DeskClient);

  readonly sessionId = signal('');
  readonly table = signal<PeopleSheet | null>(null);
  readonly columns = signal<readonly (PersonField | null)[]>([]);
  readonly defaults = signal<Defaults>({ country: '', language: 'en', isQuiet: false });
  private readonly rows = signal<readonly SheetRow[]>([]);
  private readonly leftOut = signal<ReadonlySet<number>>(new Set());

  readonly check = signal<PeopleImportCheck | null>(null);
  readonly isBusy = signal(false);
  readonly problem = signal('');
  readonly progress = signal<{ done: number; total: number } | null>(null);
  readonly result = signal<PeopleImportResult | null>(null);
  private turn = 0;

  readonly request = computed<PeopleImportRequest | null>(() => {
    const rows = this.rows().filter(({ line }) => !this.leftOut().has(line));
    if (!this.table() || rows.length === 0) return null;
    const { country, language, isQuiet } = this.defaults();
    return {
      sessionId: this.sessionId(),
      columns: [...this.columns()],
      country: country || null,
      language,
      isQuiet,
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
  /** Registered already, or in the file twice: nothing is lost by leaving them out. */
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
    this.progress.set(null);
    this.problem.set('');
  }

  setColumn(index: number, field: PersonField | null): void {
    // A field is in one column: choosing it here takes it from where it was.
    this.columns.update((columns) =>
      columns.map((column, at) => (at === index ? field : column === field ? null : column)),
    );
    this.told.set(new Set());
  }

  change(defaults: Partial<Defaults>): void {
    this.defaults.update((now) => ({ ...now, ...defaults }));
    this.told.set(new Set());
  }

  cell(line: number, column: number): string {
    return this.rows().find((row) => row.line === line)?.cells[column] ?? '';
  }

  /** What a row begins with, where its name cannot be told. */
  firstCell(line: number): string {
    return (
      this.rows()
        .find((row) => row.line === line)
        ?.cells.find((cell) => cell !== '') ?? ''
    );
  }

  setCell(line: number, column: number, value: string): void {
    this.rows.update((rows) =>
      rows.map((row) => (row.line === line ? { ...row, cells: row.cells.with(column, value) } : row)),
    );
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
    this.client.import(request).subscribe({
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

  private async read(read: () => Promise<PeopleSheet>): Promise<void> {
    this.isBusy.set(true);
    this.clear();
    try {
      const table = await read();
      this.columns.set(table.guessed);
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
  private async checkRows(request: PeopleImportRequest, stays = ''): Promise<void> {
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

  private follow(line: PeopleImportProgress): void {
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

/** Nothing is wrong with it but that the person is there already. */
function isThere({ problems }: CheckedPerson): boolean {
  return problems.length > 0 && problems.every(({ code }) => code === 'already-there' || code === 'twice');
}
