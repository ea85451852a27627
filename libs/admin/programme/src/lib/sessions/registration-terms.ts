import { Component, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { FieldRow } from '@reihe/admin-ui';
import type { SessionForm } from './session-form';

/** Places, window and the meeting's access, which stays covered until one asks to see it. */
@Component({
  selector: 'reihe-registration-terms',
  imports: [FormField, FieldRow],
  template: `
    <reihe-field-row
      i18n-label="@@programme.terms.capacity"
      label="Places"
      i18n-hint="@@programme.terms.capacity-hint"
      hint="Empty: as many as come."
      [isOptional]="true"
    >
      <input type="number" step="1" inputmode="numeric" [formField]="form().capacity" />
    </reihe-field-row>
    <reihe-field-row
      i18n-label="@@programme.terms.opens"
      label="Registration opens"
      i18n-hint="@@programme.terms.opens-hint"
      hint="In the session’s time zone. Empty: when it is published."
      [isOptional]="true"
    >
      <input type="datetime-local" [formField]="form().registrationOpensAt" />
    </reihe-field-row>
    <reihe-field-row
      i18n-label="@@programme.terms.closes"
      label="Registration closes"
      i18n-hint="@@programme.terms.closes-hint"
      hint="In the session’s time zone. Empty: when it starts."
      [isOptional]="true"
    >
      <input type="datetime-local" [formField]="form().registrationClosesAt" />
    </reihe-field-row>
    <reihe-field-row
      class="wide"
      i18n-label="@@programme.terms.link"
      label="Meeting link"
      i18n-hint="@@programme.terms.link-hint"
      hint="Secret: only confirmed participants, speakers and staff see it."
      [isOptional]="true"
    >
      <input
        [type]="isShown() ? 'url' : 'password'"
        autocomplete="off"
        spellcheck="false"
        [formField]="form().meeting.url"
      />
    </reihe-field-row>
    <reihe-field-row i18n-label="@@programme.terms.passcode" label="Passcode" [isOptional]="true">
      <input
        [type]="isShown() ? 'text' : 'password'"
        autocomplete="off"
        spellcheck="false"
        [formField]="form().meeting.passcode"
      />
    </reihe-field-row>
    <p class="reveal">
      <button
        type="button"
        class="button quiet"
        [attr.aria-pressed]="isShown()"
        (click)="isShown.set(!isShown())"
      >
        @if (isShown()) {
          <ng-container i18n="@@programme.terms.hide">Cover link and passcode</ng-container>
        } @else {
          <ng-container i18n="@@programme.terms.show">Show link and passcode</ng-container>
        }
      </button>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      gap: var(--space-s);
      align-items: end;
    }
    .wide {
      grid-column: 1 / -1;
    }
    .reveal {
      margin: 0;
    }
  `,
})
export class RegistrationTerms {
  readonly form = input.required<FieldTree<SessionForm>>();
  protected readonly isShown = signal(false);
}
