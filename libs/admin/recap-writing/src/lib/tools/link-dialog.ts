import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { isSafeLink } from '@reihe/shared-recap-policies';
import { Field, FieldControl } from '@reihe/web-forms';

/** Asks where words lead. Closes with the address, with an empty text when the link is taken off, with nothing when dismissed. */
@Component({
  selector: 'reihe-link-dialog',
  imports: [Field, FieldControl, MatDialogModule],
  template: `
    <form novalidate (submit)="answer($event)">
      <h2 mat-dialog-title i18n="@@recap-desk.link.title">Where does it lead?</h2>
      <mat-dialog-content>
        <reihe-field
          controlId="link-address"
          i18n-label="@@recap-desk.link.label"
          label="Address"
          i18n-hint="@@recap-desk.link.text"
          hint="A web address, an e-mail address after “mailto:”, or a path of this site such as /en/recaps."
          [error]="error()"
        >
          <input
            #box
            reiheControl
            inputmode="url"
            spellcheck="false"
            autocapitalize="off"
            [value]="href()"
            (input)="href.set(box.value)"
          />
        </reihe-field>
      </mat-dialog-content>
      <mat-dialog-actions>
        @if (before) {
          <button
            type="button"
            class="button quiet"
            (click)="dialog.close('')"
            i18n="@@recap-desk.link.remove"
          >
            Take the link off
          </button>
        }
        <button type="button" class="button quiet" (click)="dialog.close()" i18n="@@admin.ask.dismiss">
          Back
        </button>
        <button type="submit" class="button" i18n="@@recap-desk.link.action">Set the link</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class LinkDialog {
  protected readonly before = inject<string>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<LinkDialog, string>>(MatDialogRef);

  protected readonly href = signal(this.before);
  private readonly isTried = signal(false);
  protected readonly error = computed(() =>
    this.isTried() && !isSafeLink(this.href().trim())
      ? $localize`:@@recap-desk.link.wrong:Not an address that readers could follow. Does “https://” stand before it?`
      : '',
  );

  protected answer(event: Event): void {
    event.preventDefault();
    this.isTried.set(true);
    const href = this.href().trim();
    if (isSafeLink(href)) this.dialog.close(href);
  }
}
