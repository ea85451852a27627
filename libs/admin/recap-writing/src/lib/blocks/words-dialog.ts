import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { isWebAddress } from '@reihe/shared-recap-policies';
import { Field, FieldControl } from '@reihe/web-forms';

/** One line or text that is asked for. */
export interface AskedWords {
  name: string;
  label: string;
  hint: string;
  value: string;
  maxLength: number;
  isNeeded?: boolean;
  isLong?: boolean;
  /** It must be an address of the web. */
  isAddress?: boolean;
}

export interface WordsQuestion {
  title: string;
  action: string;
  fields: readonly AskedWords[];
}

/** Asks for the words that belong to a block. Closes with them by name, trimmed; with nothing when dismissed. */
@Component({
  selector: 'reihe-words-dialog',
  imports: [Field, FieldControl, MatDialogModule],
  template: `
    <form novalidate (submit)="answer($event)">
      <h2 mat-dialog-title>{{ question.title }}</h2>
      <mat-dialog-content>
        @for (field of question.fields; track field.name) {
          <reihe-field
            [controlId]="'words-' + field.name"
            [label]="field.label"
            [hint]="field.hint"
            [isOptional]="!field.isNeeded"
            [error]="isTried() ? errorOf(field) : ''"
          >
            @if (field.isLong) {
              <textarea
                #text
                rows="4"
                reiheControl
                [attr.maxlength]="field.maxLength"
                [value]="typed()[field.name]"
                (input)="type(field, text.value)"
              ></textarea>
            } @else {
              <input
                #line
                reiheControl
                [attr.inputmode]="field.isAddress ? 'url' : null"
                [attr.maxlength]="field.isAddress ? null : field.maxLength"
                [value]="typed()[field.name]"
                (input)="type(field, line.value)"
              />
            }
          </reihe-field>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" (click)="dialog.close()" i18n="@@admin.ask.dismiss">
          Back
        </button>
        <button type="submit" class="button">{{ question.action }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class WordsDialog {
  protected readonly question = inject<WordsQuestion>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<WordsDialog, Record<string, string>>>(MatDialogRef);

  protected readonly typed = signal<Record<string, string>>(
    Object.fromEntries(this.question.fields.map(({ name, value }) => [name, value])),
  );
  protected readonly isTried = signal(false);
  private readonly isRight = computed(() =>
    this.question.fields.every((field) => this.errorOf(field) === ''),
  );

  protected errorOf({ name, isNeeded, isAddress }: AskedWords): string {
    const typed = (this.typed()[name] ?? '').trim();
    if (isNeeded && typed === '') return $localize`:@@recap-desk.words.needed:This is needed.`;
    if (isAddress && typed !== '' && !isWebAddress(typed))
      return $localize`:@@recap-desk.words.address:Not an address of the web. Does “https://” stand before it?`;
    return '';
  }

  protected type({ name }: AskedWords, value: string): void {
    this.typed.update((typed) => ({ ...typed, [name]: value }));
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.isTried.set(true);
    if (!this.isRight()) return;
    this.dialog.close(
      Object.fromEntries(Object.entries(this.typed()).map(([name, value]) => [name, value.trim()])),
    );
  }
}
