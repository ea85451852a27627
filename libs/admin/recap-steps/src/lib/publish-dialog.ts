import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { Language } from '@reihe/shared-contracts';
import { updateNoteRules, type FiguresMode, type UpdateNotes } from '@reihe/shared-editorial';
import { fieldError } from '@reihe/shared-form-policies';
import { Formats } from '@reihe/web-platform';
import { FiguresChoice } from './figures-choice';

export interface PublishQuestion {
  /** Published before: its readers can be told what changed. */
  isUpdate: boolean;
  languages: readonly Language[];
  /** Words that somebody remarked on and nobody resolved. */
  openComments: readonly string[];
  /** As it was chosen last. */
  figures: FiguresMode;
}

export interface PublishAnswer {
  note: UpdateNotes;
  figures: FiguresMode;
}

/** The last look before readers see it: what is still open, and what they are told about an update. */
@Component({
  selector: 'reihe-publish-dialog',
  imports: [FiguresChoice, MatDialogModule],
  template: `
    <form novalidate (submit)="answer($event)">
      <h2 mat-dialog-title i18n="@@recap-desk.publish.title">Publish this recap?</h2>
      <mat-dialog-content>
        <p i18n="@@recap-desk.publish.text">
          Everybody can read it then. Its address works for good, and what stood there before stays here as an
          older revision.
        </p>
        @if (question.openComments.length > 0) {
          <p class="notice">
            <ng-container i18n="@@recap-desk.publish.comments">{question.openComments.length, plural,
              =1 {One comment is not resolved:}
              other {{{ question.openComments.length }} comments are not resolved:}
            }</ng-container>
          </p>
          <ul>
            @for (quote of question.openComments; track $index) {
              <li>“{{ quote }}”</li>
            }
          </ul>
        }
        <reihe-figures-choice [(value)]="figures" />
        @if (question.isUpdate) {
          <fieldset>
            <legend i18n="@@recap-desk.publish.note">What readers are told about the update</legend>
            <p class="hint" i18n="@@recap-desk.publish.note-hint">
              Optional. It stands beside “updated on”, e.g. “The number of cities was corrected.”
            </p>
            @for (language of question.languages; track language) {
              <label>
                <span>{{ formats.languageName(language) }}</span>
                <input
                  #box
                  class="control"
                  [attr.lang]="language"
                  [attr.maxlength]="rules.maxLength"
                  [value]="notes()[language]?.text ?? ''"
                  (input)="write(language, box.value)"
                />
              </label>
            }
          </fieldset>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@recap-desk.dialog.back">
          Back
        </button>
        <button type="submit" class="button" [disabled]="!canAnswer()" i18n="@@recap-desk.publish.action">
          Publish
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    ul {
      max-block-size: 10rem;
      overflow-y: auto;
      overflow-wrap: anywhere;
    }
    reihe-figures-choice {
      display: block;
      margin-block: var(--space-s);
    }
    fieldset {
      display: grid;
      gap: var(--space-2xs);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      font-weight: 600;
    }
    label {
      display: grid;
      gap: 0.15rem;
    }
    .hint {
      margin: 0;
      color: var(--ink-soft);
    }
  `,
})
export class PublishDialog {
  protected readonly question = inject<PublishQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PublishDialog, PublishAnswer>>(MatDialogRef);
  protected readonly formats = inject(Formats);
  protected readonly rules = updateNoteRules.text;
  protected readonly notes = signal<UpdateNotes>({});
  protected readonly figures = signal(this.question.figures);
  private readonly written = computed<UpdateNotes>(() =>
    Object.fromEntries(Object.entries(this.notes()).filter(([, { text }]) => text.trim() !== '')),
  );
  protected readonly canAnswer = computed(() =>
    Object.values(this.written()).every(({ text }) => fieldError(text, this.rules) === null),
  );

  protected write(language: Language, text: string): void {
    this.notes.update((notes) => ({ ...notes, [language]: { text } }));
  }

  protected answer(event: Event): void {
    event.preventDefault();
    if (this.canAnswer()) this.dialog.close({ note: this.written(), figures: this.figures() });
  }
}
