import { computed, DOCUMENT, inject, signal, untracked, type WritableSignal } from '@angular/core';
import { submit, type FieldTree } from '@angular/forms/signals';
import type { ProblemCode } from '@reihe/shared-contracts';
import { errorWords, failureOf, staffFailureWords, serverErrors, type Failure } from '@reihe/web-platform';
import type { SummaryError } from '@reihe/web-ui';
import { Ask } from './ask';
import { changedPaths } from './changed-paths';

/** Thrown by `send` where the person looked at what saving would do and went back: nothing is saved, and nothing failed. */
export class ChangedMind extends Error {}

/** How one editor reads and writes its resource. */
export interface EditingOptions<TResource extends { version: number }, TForm> {
  model: WritableSignal<TForm>;
  form: FieldTree<TForm>;
  toForm: (this: void, resource: TResource) => TForm;
  /** Version 0 when the resource is new. */
  send(form: TForm, version: number): Promise<TResource>;
  fetch(): Promise<TResource>;
  /** Path of the field that a problem is about, e.g. the slug for `series.slug-taken`. */
  fieldOf?: Partial<Record<ProblemCode, string>>;
  /**
   * A refusal that the person can answer, e.g. which of two instants is meant: changes the model and gives true to send again.
   */
  answer?(failure: Failure): Promise<boolean>;
}

/**
 * One resource under one form: what is typed stays whatever a save ends in, and somebody else's newer version is asked about,
 * never overwritten in silence. To be made where the component is made.
 */
export class Editing<TResource extends { version: number }, TForm> {
  private readonly ask = inject(Ask);
  private readonly document = inject(DOCUMENT);
  private readonly baseline = signal('');

  /** As last loaded or saved; null while new. */
  readonly resource = signal<TResource | null>(null);
  readonly isSaving = signal(false);
  readonly savedAt = signal<Date | null>(null);
  /** What stood in the way of the last save, each with its control. Stays as it was until the next try. */
  readonly errors = signal<readonly SummaryError[]>([]);
  readonly notice = signal('');
  readonly isNew = computed(() => this.resource() === null);
  readonly isDirty = computed(() => JSON.stringify(this.options.model()) !== this.baseline());

  constructor(private readonly options: EditingOptions<TResource, TForm>) {
    this.baseline.set(JSON.stringify(untracked(options.model)));
  }

  /** Shows the resource; whatever was typed is gone. */
  open(resource: TResource): void {
    const { form, model, toForm } = this.options;
    model.set(toForm(resource));
    form().reset();
    this.resource.set(resource);
    this.baseline.set(JSON.stringify(model()));
    this.forgetFailure();
  }

  /** The saved resource; null when it could not be saved, which the page then says. */
  async save(): Promise<TResource | null> {
    if (this.isSaving()) return null;
    this.isSaving.set(true);
    this.forgetFailure();
    let saved: TResource | null = null;
    try {
      await submit(this.options.form, {
        action: async () => {
          try {
            const [resource, failure] = await this.sendAsking(this.resource()?.version ?? 0);
            saved = resource;
            return failure ? this.errorsOf(failure) : null;
          } catch (error) {
            return this.errorsOf(failureOf(error));
          }
        },
      });
      if (!saved) this.collectErrors();
      return saved;
    } finally {
      this.isSaving.set(false);
    }
  }

  /** Carries out a change of state (publish, cancel …) on the saved resource. */
  async change(act: (version: number) => Promise<TResource>): Promise<TResource | null> {
    const version = this.resource()?.version;
    if (version === undefined || this.isSaving()) return null;
    this.isSaving.set(true);
    this.forgetFailure();
    try {
      const changed = await act(version);
      this.open(changed);
      return changed;
    } catch (error) {
      this.errorsOf(failureOf(error));
      return null;
    } finally {
      this.isSaving.set(false);
    }
  }

  private async sendAsking(version: number): Promise<[TResource | null, Failure | null]> {
    try {
      const saved = await this.options.send(this.options.model(), version);
      this.open(saved);
      this.savedAt.set(new Date());
      return [saved, null];
    } catch (error) {
      if (error instanceof ChangedMind) return [null, null];
      const failure = failureOf(error);
      if (codeOf(failure) === 'version.outdated') return this.resolveConflict(failure);
      if (await this.options.answer?.(failure)) return this.sendAsking(version);
      return [null, failure];
    }
  }

  private async resolveConflict(failure: Failure): Promise<[TResource | null, Failure | null]> {
    const theirs = await this.options.fetch();
    const choice = await this.ask.choose({
      title: $localize`:@@admin.conflict.title:Somebody else saved this meanwhile`,
      text: $localize`:@@admin.conflict.text:What you typed is still here and nothing is lost yet. This is what they changed:`,
      details: this.changesOf(theirs),
      action: $localize`:@@admin.conflict.action:Go on`,
      choices: [
        {
          value: 'mine',
          label: $localize`:@@admin.conflict.mine:Keep mine`,
          hint: $localize`:@@admin.conflict.mine-hint:Saves your version over theirs. Theirs stays readable in the audit log.`,
        },
        {
          value: 'theirs',
          label: $localize`:@@admin.conflict.theirs:Take theirs`,
          hint: $localize`:@@admin.conflict.theirs-hint:Shows the newer version and drops what you typed.`,
        },
      ],
    });
    if (choice === null) return [null, failure];
    if (choice === 'mine') return this.sendAsking(theirs.version);
    this.open(theirs);
    return [theirs, null];
  }

  /** What somebody else's version has otherwise than the one that was opened here, by the names of the fields on the page. */
  private changesOf(theirs: TResource): readonly string[] {
    const after = JSON.parse(JSON.stringify(this.options.toForm(theirs))) as unknown;
    const found = changedPaths(JSON.parse(this.baseline()), after).map((path) =>
      this.changeWords(path, after),
    );
    const named = [...new Set(found.filter((words) => words !== ''))];
    if (named.length === 0 || found.includes(''))
      named.push(
        $localize`:@@admin.conflict.elsewhere:Something that this page shows in no field of its own`,
      );
    return named;
  }

  /** "Title, English: As they wrote it"; empty where the path is of no control. */
  private changeWords(path: readonly string[], after: unknown): string {
    let [field, value, control]: [unknown, unknown, HTMLElement | null] = [this.options.form, after, null];
    for (const key of path) {
      field = (field as Record<string, unknown> | undefined)?.[key];
      value = (value as Record<string, unknown> | null)?.[key];
      if (typeof field !== 'function') break;
      const [bound] = (field as FieldTree<unknown>)().formFieldBindings();
      control = bound?.element ?? control;
    }
    if (!control) return '';
    const language = control.closest('[role=group]')?.getAttribute('aria-label');
    const label = [this.labelOf(control), language].filter(Boolean).join(', ');
    const isText = control.matches('textarea, input:not([type=checkbox], [type=radio], [type=password])');
    return isText && typeof value === 'string' && value !== '' ? `${label}: ${value}` : label;
  }

  private errorsOf(failure: Failure) {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    const path = failure.kind === 'problem' ? this.options.fieldOf?.[failure.problem.code] : undefined;
    this.notice.set(staffFailureWords(failure));
    const isNamed = path === undefined || fields.some((field) => field.path === path);
    const named = isNamed ? fields : [...fields, { path, code: 'already-used' as const }];
    return named.length > 0 ? serverErrors(this.options.form, named) : null;
  }

  private collectErrors(): void {
    const found = this.options.form().errorSummary();
    this.errors.set(
      found.flatMap((error) => {
        const element = error.fieldTree().formFieldBindings()[0]?.element;
        if (!element) return [];
        return [{ controlId: element.id, words: `${this.labelOf(element)}: ${errorWords([error])}` }];
      }),
    );
    if (found.length > 0 && !this.notice())
      this.notice.set(
        $localize`:@@admin.save.incomplete:Nothing was saved yet. What you typed is still here.`,
      );
  }

  private labelOf(element: HTMLElement): string {
    const label =
      this.document.querySelector(`label[for="${element.id}"]`) ?? element.querySelector('legend');
    // Its first words are the name; "(optional)" comes after them.
    const name = label?.firstChild?.textContent?.trim() ?? '';
    return name || (label?.textContent.trim() ?? element.getAttribute('aria-label') ?? '');
  }

  private forgetFailure(): void {
    this.errors.set([]);
    this.notice.set('');
  }
}

function codeOf(failure: Failure): ProblemCode | null {
  return failure.kind === 'problem' ? failure.problem.code : null;
}
