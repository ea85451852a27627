import { Component, inject, signal } from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { stateCountRules, type Measure, type StateCount, type StatedCount } from '@reihe/shared-contracts';
import { applyRules, FieldRow } from '@reihe/admin-ui';
import { failureOf } from '@reihe/web-platform';
import { serverErrors, staffFailureWords } from '@reihe/web-forms';
import { measureWords } from './measure-words';

export interface StateCountQuestion {
  /** Title of the session or series that the number is about. */
  about: string;
  measures: readonly Measure[];
  /** The number to change; null to state a new one. */
  stated: StatedCount | null;
  send(count: StateCount): Promise<unknown>;
}

/** A number that somebody states, always with who says so. Stays open, with what was typed, until it is saved. */
@Component({
  selector: 'reihe-state-count-dialog',
  imports: [FieldRow, FormField, MatDialogModule],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      <h2 mat-dialog-title i18n="@@figures.state.title">Reported number</h2>
      <mat-dialog-content>
        <p>{{ question.about }}</p>
        @if (refusal(); as words) {
          <p class="notice" role="alert">{{ words }}</p>
        }
        <div class="fields">
          <reihe-field-row i18n-label="@@figures.state.measure" label="What was counted">
            <select [formField]="form.measure">
              @for (measure of measures; track measure.value) {
                <option [value]="measure.value">{{ measure.words }}</option>
              }
            </select>
          </reihe-field-row>
          <reihe-field-row i18n-label="@@figures.state.value" label="Number">
            <input type="number" step="1" inputmode="numeric" [formField]="form.value" />
          </reihe-field-row>
          <label class="check">
            <input type="checkbox" [formField]="form.isAtLeast" />
            <span i18n="@@figures.state.at-least">At least: “more than” was said</span>
          </label>
          <reihe-field-row
            i18n-label="@@figures.state.source"
            label="Who says so"
            i18n-hint="@@figures.state.source-hint"
            hint="Readers see it beside the number, e.g. “the host”."
          >
            <input [formField]="form.source" />
          </reihe-field-row>
          <reihe-field-row
            i18n-label="@@figures.state.note"
            label="Note"
            i18n-hint="@@figures.state.note-hint"
            hint="For staff only: where it was said, how it was counted."
            [isOptional]="true"
          >
            <textarea rows="2" [formField]="form.note"></textarea>
          </reihe-field-row>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@figures.state.dismiss">
          Back
        </button>
        <button type="submit" class="button" [disabled]="form().submitting()" i18n="@@figures.state.save">
          Save the number
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      gap: var(--space-s);
    }
    .check {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
    }
  `,
})
export class StateCountDialog {
  protected readonly question = inject<StateCountQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<StateCountDialog, boolean>>(MatDialogRef);

  protected readonly measures = this.question.measures.map((value) => ({
    value,
    words: measureWords(value),
  }));
  protected readonly refusal = signal('');
  private readonly model = signal({
    measure: this.question.stated?.measure ?? this.question.measures[0] ?? 'participants',
    value: this.question.stated?.value ?? null,
    isAtLeast: this.question.stated?.isAtLeast ?? false,
    source: this.question.stated?.source ?? '',
    note: this.question.stated?.note ?? '',
  });
  protected readonly form = form(this.model, (path) => {
    applyRules<ReturnType<typeof this.model>>(path, stateCountRules);
  });

  protected async save(): Promise<void> {
    this.refusal.set('');
    const isSaved = await submit(this.form, async () => {
      try {
        const { value, ...rest } = this.model();
        await this.question.send({ ...rest, value: value ?? 0 });
        return null;
      } catch (error) {
        const failure = failureOf(error);
        this.refusal.set(staffFailureWords(failure));
        const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
        return fields.length > 0 ? serverErrors(this.form, fields) : { kind: 'refused' };
      }
    });
    if (isSaved) this.dialog.close(true);
  }
}
