import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { FieldRules } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export interface Question {
  title: string;
  text?: string;
  /** What the text is about, one by one. */
  details?: readonly string[];
  /** Words of the button that goes on. */
  action: string;
  isDestructive?: boolean;
  /** Several answers instead of one yes. */
  choices?: readonly Choice[];
  /** A text to give along, e.g. a reason. */
  reason?: { label: string; hint: string; rules: FieldRules };
}

/** One question in a dialog. Closes with the choice, the reason or `yes`; with nothing when dismissed. */
@Component({
  selector: 'reihe-ask-dialog',
  imports: [MatDialogModule],
  template: `
    <form (submit)="answer($event)" novalidate>
      <h2 mat-dialog-title>{{ question.title }}</h2>
      <mat-dialog-content>
        @if (question.text) {
          <p>{{ question.text }}</p>
        }
        @if (question.details; as details) {
          <ul>
            @for (detail of details; track $index) {
              <li>{{ detail }}</li>
            }
          </ul>
        }
        @if (question.choices; as choices) {
          <fieldset>
            <legend class="visually-hidden">{{ question.title }}</legend>
            @for (choice of choices; track choice.value) {
              <label class="choice">
                <input
                  type="radio"
                  name="choice"
                  [value]="choice.value"
                  [checked]="chosen() === choice.value"
                  (change)="chosen.set(choice.value)"
                />
                <span>
                  {{ choice.label }}
                  @if (choice.hint) {
                    <small>{{ choice.hint }}</small>
                  }
                </span>
              </label>
            }
          </fieldset>
        }
        @if (question.reason; as reason) {
          <label for="ask-reason">{{ reason.label }}</label>
          <p class="hint" id="ask-reason-hint">{{ reason.hint }}</p>
          <textarea
            id="ask-reason"
            class="control"
            rows="4"
            aria-describedby="ask-reason-hint"
            [value]="text()"
            (input)="text.set(reasonBox.value)"
            #reasonBox
          ></textarea>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" (click)="dialog.close()" i18n="@@admin.ask.dismiss">
          Back
        </button>
        <button
          type="submit"
          class="button"
          [class.destructive]="question.isDestructive"
          [disabled]="!canAnswer()"
        >
          {{ question.action }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    ul {
      max-block-size: 12rem;
      margin-block: 0 var(--space-s);
      overflow-y: auto;
      overflow-wrap: anywhere;
    }
    fieldset {
      display: grid;
      gap: var(--space-2xs);
      margin: 0;
      padding: 0;
      border: 0;
    }
    .choice {
      display: flex;
      gap: var(--space-xs);
      align-items: baseline;
      padding: var(--space-2xs) var(--space-xs);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      cursor: pointer;
    }
    .choice:has(:checked) {
      border-color: var(--harbour);
    }
    small {
      display: block;
      color: var(--ink-soft);
    }
    .hint {
      margin: 0 0 var(--space-3xs);
      color: var(--ink-soft);
    }
    label {
      font-weight: 600;
    }
  `,
})
export class AskDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<AskDialog, string>>(MatDialogRef);

  protected readonly chosen = signal(this.question.choices?.[0]?.value ?? null);
  protected readonly text = signal('');
  protected readonly canAnswer = computed(() => {
    const reason = this.question.reason;
    return !reason || fieldError(this.text(), reason.rules) === null;
  });

  protected answer(event: Event): void {
    event.preventDefault();
    if (this.question.reason) this.dialog.close(this.text().trim());
    else this.dialog.close(this.chosen() ?? 'yes');
  }
}
