import { Component, inject, signal } from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { applyRules, countryOptions, FieldRow } from '@reihe/admin-ui';
import { isLanguage, LANGUAGES, type Session } from '@reihe/shared-contracts';
import { addPersonRules, type AddedPersonResult } from '@reihe/shared-registration';
import { DeskClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { serverErrors, staffFailureWords } from '@reihe/web-forms';
import { registrationStateWords } from '../registration-words';

/** Somebody who is entered by hand. Stays open, with what was typed, until they are in. Closes with whether somebody was added. */
@Component({
  selector: 'reihe-add-dialog',
  imports: [FieldRow, FormField, MatDialogModule],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      <h2 mat-dialog-title i18n="@@registration.add.title">Add a person</h2>
      <mat-dialog-content>
        @if (refusal(); as words) {
          <p class="notice" role="alert">{{ words }}</p>
        }
        <p i18n="@@registration.add.intro">
          You vouch for their wish: they need not confirm it by mail. Once the session is full they are put on
          the waiting list.
        </p>
        <div class="columns">
          <reihe-field-row i18n-label="@@registration.column.name" label="Name">
            <input autocomplete="off" [formField]="form.name" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@registration.column.email" label="E-mail">
            <input type="email" autocomplete="off" [formField]="form.email" />
          </reihe-field-row>
          <reihe-field-row
            i18n-label="@@registration.column.organisation"
            label="Organisation"
            [isOptional]="true"
          >
            <input autocomplete="off" [formField]="form.organisation" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@registration.column.position" label="Position" [isOptional]="true">
            <input autocomplete="off" [formField]="form.position" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@registration.column.city" label="City" [isOptional]="true">
            <input autocomplete="off" [formField]="form.city" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@registration.column.country" label="Country">
            <select [formField]="form.country">
              <option value="" i18n="@@registration.add.choose">Please choose</option>
              @for (country of countries; track country.code) {
                <option [value]="country.code">{{ country.name }}</option>
              }
            </select>
          </reihe-field-row>
          <reihe-field-row i18n-label="@@registration.column.language" label="Language">
            <select [formField]="form.language">
              @for (language of languages; track language) {
                <option [value]="language">{{ formats.languageName(language) }}</option>
              }
            </select>
          </reihe-field-row>
          <reihe-field-row i18n-label="@@registration.add.zone" label="Time zone">
            <input autocomplete="off" [formField]="form.timeZone" />
          </reihe-field-row>
        </div>
        <reihe-field-row
          i18n-label="@@registration.column.needs"
          label="Accessibility needs"
          [isOptional]="true"
        >
          <textarea rows="2" [formField]="form.accessibilityNeeds"></textarea>
        </reihe-field-row>
        <label class="check">
          <input type="checkbox" [formField]="form.isQuiet" />
          <span i18n="@@registration.add.quiet">Do not write to them</span>
        </label>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@registration.decide.dismiss">
          Back
        </button>
        <button type="submit" class="button" [disabled]="form().submitting()" i18n="@@registration.add.save">
          Add this person
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .check {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
      margin-block-start: var(--space-s);
    }
  `,
})
export class AddDialog {
  private readonly session = inject<Session>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AddDialog, boolean>>(MatDialogRef);
  private readonly desk = inject(DeskClient);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly formats = inject(Formats);

  protected readonly countries = countryOptions();
  protected readonly languages = LANGUAGES;
  protected readonly refusal = signal('');
  private readonly model = signal({
    name: '',
    email: '',
    organisation: '',
    position: '',
    city: '',
    country: '',
    language: inject(LANGUAGE),
    timeZone: this.session.timeZone,
    accessibilityNeeds: '',
    isQuiet: false,
  });
  protected readonly form = form(this.model, (path) => {
    applyRules<ReturnType<typeof this.model>>(path, addPersonRules);
  });

  protected async save(): Promise<void> {
    this.refusal.set('');
    const isSaved = await submit(this.form, async () => {
      try {
        const { language, ...typed } = this.model();
        const added = await this.desk.add({
          ...typed,
          sessionId: this.session.id,
          language: isLanguage(language) ? language : 'en',
        });
        this.snackBar.open(addedWords(added, typed.name));
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

function addedWords({ state, wasRegistered }: AddedPersonResult, name: string): string {
  const words = registrationStateWords(state);
  return wasRegistered
    ? $localize`:@@registration.add.there:${name}:name: was registered already: ${words}:state:`
    : $localize`:@@registration.add.done:${name}:name: is in: ${words}:state:`;
}
