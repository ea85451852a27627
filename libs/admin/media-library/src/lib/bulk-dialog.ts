import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { consentOptions } from '@reihe/admin-media';
import { applyRules, FieldRow } from '@reihe/admin-ui';
import { CONSENTS, mediaCreditRules, mediaRightsRules, type Consent } from '@reihe/shared-contracts';
import type { BulkMedia } from '@reihe/shared-editorial';

/** What is to be said of all of them; a field left empty leaves each image as it is. */
export type BulkFacts = Pick<BulkMedia, 'credit' | 'rights'>;

const AS_IT_IS = { kind: 'text', optional: true } as const;
const EMPTY = { photographer: '', agency: '', licence: '', licenceUrl: '', consent: '' };

@Component({
  selector: 'reihe-bulk-dialog',
  imports: [FieldRow, FormField, MatDialogModule],
  template: `
    <h2 mat-dialog-title>
      <ng-container i18n="@@media.bulk.title">{count, plural,
        =1 {Credit and rights of one image}
        other {Credit and rights of {{ count }} images}
      }</ng-container>
    </h2>
    <form novalidate (submit)="$event.preventDefault(); apply()">
      <mat-dialog-content>
        <p i18n="@@media.bulk.hint">What you leave empty stays as it is on each image.</p>
        <div class="columns">
          <reihe-field-row i18n-label="@@media.image.photographer" label="Photographer" [isOptional]="true">
            <input autocomplete="off" [formField]="form.photographer" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@media.image.agency" label="Agency or source" [isOptional]="true">
            <input autocomplete="off" [formField]="form.agency" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@media.image.licence" label="Licence" [isOptional]="true">
            <input autocomplete="off" [formField]="form.licence" />
          </reihe-field-row>
          <reihe-field-row
            i18n-label="@@media.image.licence-url"
            label="Address of the licence"
            [isOptional]="true"
          >
            <input type="url" autocomplete="off" [formField]="form.licenceUrl" />
          </reihe-field-row>
          <reihe-field-row i18n-label="@@pictures.consent.label" label="People shown" [isOptional]="true">
            <select [formField]="form.consent">
              <option value="" i18n="@@media.bulk.as-it-is">As it is</option>
              @for (option of consents; track option.value) {
                <option [value]="option.value">{{ option.label }}</option>
              }
            </select>
          </reihe-field-row>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" (click)="dialog.close()" i18n="@@admin.ask.dismiss">
          Back
        </button>
        <button type="submit" class="button" [disabled]="!canApply()">
          <ng-container i18n="@@media.bulk.apply">{count, plural,
            =1 {Change one image}
            other {Change {{ count }} images}
          }</ng-container>
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class BulkDialog {
  protected readonly count = inject<number>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<BulkDialog, BulkFacts>>(MatDialogRef);
  protected readonly consents = consentOptions();

  private readonly model = signal(EMPTY);
  protected readonly form = form(this.model, (path) => {
    applyRules(path, { ...mediaCreditRules, licenceUrl: mediaRightsRules.licenceUrl, consent: AS_IT_IS });
  });
  protected readonly canApply = computed(
    () => this.form().valid() && Object.values(this.model()).some((typed) => typed.trim() !== ''),
  );

  protected apply(): void {
    if (!this.canApply()) return;
    const { photographer, agency, licence, licenceUrl, consent } = this.model();
    this.dialog.close({
      credit: typed({ photographer, agency, licence }),
      rights: { ...typed({ licenceUrl }), ...(isConsent(consent) && { consent }) },
    });
  }
}

function typed<Facts extends Record<string, string>>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts)
      .map(([fact, text]) => [fact, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  ) as Partial<Facts>;
}

function isConsent(value: string): value is Consent {
  return (CONSENTS as readonly string[]).includes(value);
}
