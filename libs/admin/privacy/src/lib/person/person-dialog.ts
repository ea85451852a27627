import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { privacyRequestRules, type PersonHoldings } from '@reihe/shared-figures';
import { fieldError } from '@reihe/shared-form-policies';
import { PrivacyClient } from '@reihe/web-data-access';
import { fieldErrorWords, staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats } from '@reihe/web-platform';
import { CountsList } from '../counts-list';

export interface PersonQuestion {
  participantId: string;
  name: string;
  what: 'erase' | 'export';
  send(reference: string): Promise<void>;
}

/** What erasing one person, or exporting everything about them, comes to, and for which request it is done. */
@Component({
  selector: 'reihe-person-dialog',
  imports: [CountsList, MatDialogModule],
  template: `
    <form novalidate (submit)="$event.preventDefault(); send()">
      <h2 mat-dialog-title>
        @if (isErasing) {
          <ng-container i18n="@@privacy.person.erase-title"
            >Erase {{ question.name }} everywhere?</ng-container
          >
        } @else {
          <ng-container i18n="@@privacy.person.export-title"
            >Export everything about {{ question.name }}?</ng-container
          >
        }
      </h2>
      <mat-dialog-content>
        @if (problem(); as words) {
          <p class="notice" role="alert">{{ words }}</p>
        }
        @if (isErasing) {
          <p i18n="@@privacy.person.erase-text">
            Name, addresses, organisation, answers, free words, links, e-mails and names in meeting reports
            leave every session for good. Country, city, language and that somebody was there stay, without
            the person: every figure is what it was. That it happened is on record. This cannot be undone.
          </p>
        } @else {
          <p i18n="@@privacy.person.export-text">
            A ZIP file with everything that is stored, to be read (HTML) and for machines (JSON). Hand it to
            nobody but this person. That it happened is on record.
          </p>
        }
        @if (holdings(); as known) {
          <reihe-counts-list [counts]="known.held" />
          @if (isErasing && known.placesToCome === 1) {
            <p class="notice" i18n="@@privacy.person.place">
              One place in a session to come stays taken. Cancel it first, so that somebody else gets it.
            </p>
          } @else if (isErasing && known.placesToCome > 1) {
            <p class="notice" i18n="@@privacy.person.places">
              {{ formats.number(known.placesToCome) }} places in sessions to come stay taken. Cancel them
              first, so that others get them.
            </p>
          }
        } @else if (!problem()) {
          <p role="status" i18n="@@privacy.person.asking">Looking what is stored …</p>
        }
        <div class="months">
          <label for="privacy-reference" i18n="@@privacy.person.reference">Request (optional)</label>
          <small id="privacy-reference-hint" i18n="@@privacy.person.reference-hint"
            >Where it is kept, e.g. a file number. Never a name: this stays on record.</small
          >
          <input
            #reference
            id="privacy-reference"
            class="control"
            autocomplete="off"
            aria-describedby="privacy-reference-hint privacy-reference-error"
            [attr.aria-invalid]="error() ? 'true' : null"
            [value]="typed()"
            (input)="typed.set(reference.value)"
          />
          <p class="error" id="privacy-reference-error">{{ error() }}</p>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@privacy.dismiss">Back</button>
        <button type="submit" class="button" [class.destructive]="isErasing" [disabled]="!canSend()">
          @if (isErasing) {
            <ng-container i18n="@@privacy.person.erase-action">Erase this person</ng-container>
          } @else {
            <ng-container i18n="@@privacy.person.export-action">Export everything</ng-container>
          }
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../rules/dialogs.css',
})
export class PersonDialog {
  protected readonly question = inject<PersonQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PersonDialog>>(MatDialogRef);
  private readonly privacy = inject(PrivacyClient);
  protected readonly formats = inject(Formats);

  protected readonly isErasing = this.question.what === 'erase';
  protected readonly holdings = signal<PersonHoldings | null>(null);
  protected readonly problem = signal('');
  protected readonly typed = signal('');
  protected readonly isSending = signal(false);
  protected readonly error = computed(() => {
    const error = fieldError(this.typed().trim(), privacyRequestRules.reference);
    return error ? fieldErrorWords(error.code, error.limit) : '';
  });
  protected readonly canSend = computed(
    () => this.holdings() !== null && this.error() === '' && !this.isSending(),
  );

  constructor() {
    void this.ask();
  }

  protected async send(): Promise<void> {
    if (!this.canSend()) return;
    this.isSending.set(true);
    this.problem.set('');
    try {
      await this.question.send(this.typed().trim());
      this.dialog.close();
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }

  private async ask(): Promise<void> {
    try {
      this.holdings.set(await this.privacy.held(this.question.participantId));
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    }
  }
}
