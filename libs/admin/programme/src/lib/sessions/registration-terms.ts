import { Component, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { FieldRow } from '@reihe/admin-ui';
import type { SessionForm } from '@reihe/admin-session-form';

/** Places, and when one can register. */
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
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      gap: var(--space-s);
      align-items: end;
    }
  `,
})
export class RegistrationTerms {
  readonly form = input.required<FieldTree<SessionForm>>();
}
