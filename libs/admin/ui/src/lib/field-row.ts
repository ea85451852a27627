import { Component, computed, contentChild, effect, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { errorWords, Field } from '@reihe/web-forms';

let rows = 0;

/** Label, hint and the form's own errors around one native control that carries `[formField]`. */
@Component({
  selector: 'reihe-field-row',
  imports: [Field],
  template: `
    <reihe-field
      [controlId]="controlId"
      [label]="label()"
      [hint]="hint()"
      [error]="error()"
      [isOptional]="isOptional()"
    >
      <ng-content />
    </reihe-field>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    reihe-field {
      max-inline-size: none;
      margin: 0;
    }
  `,
})
export class FieldRow {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly isOptional = input(false);

  protected readonly controlId = `field-${(rows += 1)}`;
  private readonly control = contentChild(FormField);
  protected readonly error = computed(() => {
    const state = this.control()?.state();
    return state?.touched() ? errorWords(state.errors()) : '';
  });

  constructor() {
    effect(() => {
      const element = this.control()?.element;
      if (!element) return;
      element.id = this.controlId;
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) element.classList.add('control');
      const described = [this.error() && `${this.controlId}-error`, this.hint() && `${this.controlId}-hint`];
      setOrRemove(element, 'aria-describedby', described.filter(Boolean).join(' '));
      setOrRemove(element, 'aria-invalid', this.error() ? 'true' : '');
    });
  }
}

function setOrRemove(element: HTMLElement, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
