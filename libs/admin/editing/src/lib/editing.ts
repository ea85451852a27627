import { computed, DOCUMENT, inject, signal, untracked, type WritableSignal } from '@angular/core';
import { submit, type FieldTree } from '@angular/forms/signals';
import type { ProblemCode } from '@reihe/shared-contracts';
import { documentChanges, threeWayMerge, type MergeRules } from '@reihe/shared-policies';
import { failureOf, type Failure } from '@reihe/web-platform';
import { errorWords, serverErrors, staffFailureWords, type SummaryError } from '@reihe/web-forms';
import { fitted } from './drafts/fitted';
import { boundFields, labelOf } from './merging/bound-fields';
import type { DescribeField } from './merging/field-words';
import { MergeView, type MergeWords } from './merging/merge-view';

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
  /** Puts into the model what is written and not in it yet: what follows typing after a pause. */
  takeDown?(): void;
  /** Path of the field that a problem is about, e.g. the slug for `series.slug-taken`. */
  fieldOf?: Partial<Record<ProblemCode, string>>;
  /**
   * A refusal that the person can answer, e.g. which of two instants is meant: changes the model and gives true to send again.
   */
  answer?(failure: Failure): Promise<boolean>;
  /** Words for the fields where two versions meet; the controls on the page say them where nothing else does. */
  describe?(forms: readonly TForm[]): Promise<DescribeField>;
  /** Fields that are one decision, see `threeWayMerge`. */
  together?: MergeRules['together'];
  /** Who saved the version that is stored; null where it is not known. */
  savedBy?(): Promise<string | null>;
  /** Where a form is not compared as it is: texts, for instance, block by block. Paths that are described are of this. */
  comparable?: { of: (form: TForm) => unknown; back: (compared: unknown) => TForm };
}

/** What was typed at another time, with what it began from. */
export interface KeptForm {
  baseVersion: number;
  base: object;
  form: object;
}

/**
 * One resource under one form: what is typed stays whatever a save ends in, and somebody else's newer version is merged with it
 * field by field, never overwritten in silence. To be made where the component is made.
 */
export class Editing<TResource extends { version: number }, TForm> {
  private readonly mergeView = inject(MergeView);
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

  /** As `open`, but what was typed while it was on its way stays typed, on top of what came back. */
  private openUnder(resource: TResource, sent: TForm): void {
    this.options.takeDown?.();
    const typed = this.options.model();
    this.open(resource);
    if (typed !== sent) this.options.model.set(this.carryOver(sent, this.options.model(), typed));
  }

  /** What is typed is the newest there is: nobody is asked about it. */
  private carryOver(sent: TForm, saved: TForm, typed: TForm): TForm {
    const { together, comparable } = this.options;
    const { of, back } = comparable ?? { of: (form: TForm) => form, back: (form: unknown) => form as TForm };
    return back(threeWayMerge<unknown>(of(sent), of(saved), of(typed), together ? { together } : {}).merged);
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
    const before = this.options.model();
    this.isSaving.set(true);
    this.forgetFailure();
    try {
      const changed = await act(version);
      this.openUnder(changed, before);
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
      const sent = this.options.model();
      const saved = await this.options.send(sent, version);
      this.openUnder(saved, sent);
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
    const merged = await this.merge(this.base(), this.options.toForm(theirs), this.options.model(), {
      ...(await this.wordsOfConflict()),
      action: $localize`:@@admin.conflict.action:Save the result`,
    });
    if (merged === null) return [null, failure];
    this.open(theirs);
    this.options.model.set(merged);
    return this.isDirty() ? this.sendAsking(theirs.version) : [theirs, null];
  }

  /** Shows what somebody else saved meanwhile; what is typed is merged into it and not saved yet. False when dismissed. */
  async catchUp(): Promise<boolean> {
    let theirs: TResource;
    try {
      theirs = await this.options.fetch();
    } catch (error) {
      this.notice.set(staffFailureWords(failureOf(error)));
      return false;
    }
    const merged = await this.merge(this.base(), this.options.toForm(theirs), this.options.model(), {
      ...(await this.wordsOfConflict()),
      action: $localize`:@@admin.catch-up.action:Go on with this`,
    });
    if (merged === null) return false;
    this.open(theirs);
    this.options.model.set(merged);
    return true;
  }

  /**
   * Goes on with what was typed at another time. What was saved since and what is typed by now stay, where they do not meet;
   * where they do one is asked. False when dismissed.
   */
  async takeUp(kept: KeptForm): Promise<boolean> {
    const now = this.base();
    const words = wordsOfKept();
    const [base, mine] = [fitted(now, kept.base), fitted(now, kept.form)];
    const isNewer = this.changes(base, now).length > 0;
    const caughtUp = isNewer ? await this.merge(base, now, mine, words) : mine;
    if (caughtUp === null) return false;
    const typed = this.options.model();
    const merged = this.isDirty() ? await this.merge(now, typed, caughtUp, words) : caughtUp;
    if (merged === null) return false;
    this.options.model.set(merged);
    return true;
  }

  /** Shows how it differs from what is stored; true when one wants to go on with it. */
  async showDifferences(kept: KeptForm): Promise<boolean> {
    const now = this.base();
    const mine = fitted(now, kept.form);
    return this.mergeView.show(
      this.changes(now, mine),
      {
        title: $localize`:@@admin.draft.differences:What you changed and did not save`,
        text: $localize`:@@admin.draft.differences-text:Compared with what is saved now.`,
        changesHeading: $localize`:@@admin.draft.differences-heading:Differences`,
        action: $localize`:@@admin.draft.continue:Continue with them`,
      },
      await this.describe([now, mine]),
    );
  }

  /** Whether it is what is saved, so that nothing would be lost without it. */
  isStored(kept: KeptForm): boolean {
    return this.changes(this.base(), fitted(this.base(), kept.form)).length === 0;
  }

  /** What was typed so far, to be kept for another time. */
  toKeep(): KeptForm & { base: Record<string, unknown>; form: Record<string, unknown> } {
    const [base, form] = [this.base(), this.options.model()] as unknown[] as Record<string, unknown>[];
    return { baseVersion: this.resource()?.version ?? 0, base: base ?? {}, form: form ?? {} };
  }

  /** Something new that begins with these values: they alone are nothing typed. */
  begin(form: TForm): void {
    this.options.model.set(form);
    this.baseline.set(JSON.stringify(form));
  }

  private base(): TForm {
    return JSON.parse(this.baseline()) as TForm;
  }

  private async merge(base: TForm, theirs: TForm, mine: TForm, words: MergeWords): Promise<TForm | null> {
    const { together, comparable } = this.options;
    const describe = await this.describe([base, theirs, mine]);
    const rules = together ? { together } : {};
    if (!comparable) return this.mergeView.merge({ base, theirs, mine }, words, describe, rules);
    const [was, hers, his] = [base, theirs, mine].map((form) => comparable.of(form));
    const merged = await this.mergeView.merge({ base: was, theirs: hers, mine: his }, words, describe, rules);
    return merged === null ? null : comparable.back(merged);
  }

  private changes(before: TForm, after: TForm) {
    const { comparable } = this.options;
    return comparable
      ? documentChanges(comparable.of(before), comparable.of(after))
      : documentChanges(before, after);
  }

  async describe(forms: readonly TForm[]): Promise<DescribeField> {
    const bound = boundFields(this.options.form, this.document);
    const described = await this.options.describe?.(forms);
    return (path) => {
      const words = described?.(path);
      return words?.label ? words : bound(path);
    };
  }

  private async wordsOfConflict(): Promise<Omit<MergeWords, 'action'>> {
    const by = await this.options.savedBy?.();
    return {
      title: $localize`:@@admin.conflict.title:Somebody else saved this meanwhile`,
      text: $localize`:@@admin.conflict.text:What you typed is still here. What only one of you changed is kept; where both did, you decide.`,
      changesHeading: by
        ? $localize`:@@admin.conflict.changes-by:Changed by ${by}:name:, kept`
        : $localize`:@@admin.conflict.changes:Changed by the other one, kept`,
      mine: $localize`:@@admin.conflict.mine:Mine`,
      theirs: by
        ? $localize`:@@admin.conflict.theirs-by:As ${by}:name: saved it`
        : $localize`:@@admin.conflict.theirs:Theirs`,
    };
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
        return [
          { controlId: element.id, words: `${labelOf(element, this.document)}: ${errorWords([error])}` },
        ];
      }),
    );
    if (found.length > 0 && !this.notice())
      this.notice.set(
        $localize`:@@admin.save.incomplete:Nothing was saved yet. What you typed is still here.`,
      );
  }

  private forgetFailure(): void {
    this.errors.set([]);
    this.notice.set('');
  }
}

function codeOf(failure: Failure): ProblemCode | null {
  return failure.kind === 'problem' ? failure.problem.code : null;
}

function wordsOfKept(): MergeWords {
  return {
    title: $localize`:@@admin.draft.merge-title:More was changed since you typed this`,
    text: $localize`:@@admin.draft.merge-text:What was changed in one place only is kept; where two changes meet, you decide. Nothing is saved yet.`,
    changesHeading: $localize`:@@admin.draft.merge-changes:Changed since, kept`,
    mine: $localize`:@@admin.draft.mine:As you typed it then`,
    theirs: $localize`:@@admin.draft.theirs:As it is now`,
    action: $localize`:@@admin.catch-up.action:Go on with this`,
  };
}
