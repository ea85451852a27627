import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  countryOptions,
  inLanguage,
  lastAnswer,
  StackedTable,
  warnBeforeUnload,
  type UnsavedWork,
} from '@reihe/admin-ui';
import { isLanguage, LANGUAGES } from '@reihe/shared-contracts';
import { PERSON_FIELDS, type PersonProblem } from '@reihe/shared-registration';
import { DeskClient, SessionsClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { encodingWords, fieldWords, personProblemWords } from './import-words';
import { PeopleDesk } from './people-desk';

const SAMPLES = 3;

/** People from a spreadsheet: read it, say what its columns are, mend what is wrong, import all or nothing. */
@Component({
  selector: 'reihe-import-people-page',
  imports: [RouterLink, StackedTable],
  providers: [PeopleDesk],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPeoplePage implements UnsavedWork {
  /** From the address. */
  readonly sessionId = input.required<string>();

  private readonly client = inject(DeskClient);
  private readonly language = inject(LANGUAGE);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);
  protected readonly desk = inject(PeopleDesk);

  private readonly session = lastAnswer(inject(SessionsClient).one(() => this.sessionId()));
  protected readonly title = computed(
    () => inLanguage(this.session()?.translations ?? {}, this.language)?.title ?? '',
  );
  protected readonly template = this.client.templateAddress(this.language);
  protected readonly typed = signal('');
  protected readonly fields = PERSON_FIELDS.map((value) => ({ value, words: fieldWords(value) }));
  protected readonly countries = countryOptions();
  protected readonly languages = LANGUAGES;
  protected readonly encodingWords = encodingWords;
  protected readonly problemWords = personProblemWords;
  protected readonly samples = computed(() => {
    const table = this.desk.table();
    return (table?.columns ?? []).map((_, index) =>
      (table?.rows ?? [])
        .map(({ cells }) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, SAMPLES)
        .join(' · '),
    );
  });
  protected readonly formulaLines = computed(() => {
    const lines = (this.desk.table()?.formulas ?? []).map(({ line }) => String(line));
    return this.formats.list([...new Set(lines)]);
  });
  protected readonly told = computed(() =>
    [...this.desk.told()]
      .sort((a, b) => a - b)
      .map((line) => ({ line, row: this.desk.checkedByLine().get(line) })),
  );
  protected readonly good = computed(() =>
    (this.desk.check()?.rows ?? []).filter(({ problems }) => problems.length === 0),
  );

  constructor() {
    this.desk.change({ language: this.language });
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      this.desk.sessionId.set(this.sessionId());
    });
    // Each step begins where the reader is taken: at its heading.
    effect(() => {
      const step = this.desk.result() ? 'import-done' : this.desk.table() ? 'import-columns' : null;
      if (step) afterNextRender(() => this.focus(step), { injector: this.injector });
    });
  }

  hasUnsavedWork(): boolean {
    return this.desk.table() !== null && this.desk.result() === null;
  }

  protected async read(chooser: HTMLInputElement): Promise<void> {
    const file = chooser.files?.[0];
    if (file) await this.desk.readFile(file);
    // The same file can be chosen again once it was mended.
    chooser.value = '';
  }

  protected setColumn(index: number, value: string): void {
    this.desk.setColumn(index, PERSON_FIELDS.find((field) => field === value) ?? null);
  }

  protected setLanguage(value: string): void {
    if (isLanguage(value)) this.desk.change({ language: value });
  }

  protected columnWords({ field, column }: PersonProblem): string {
    const heading = column === null ? '' : (this.desk.table()?.columns[column] ?? '');
    return heading || fieldWords(field);
  }

  protected countryName(code: string): string {
    return code ? this.formats.countryName(code) : '';
  }

  private focus(id: string): void {
    const heading = this.host.nativeElement.querySelector<HTMLElement>(`#${id}`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }
}
