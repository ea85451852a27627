import { computed, Component, Directive, inject, input } from '@angular/core';

/** Label, hint and error around one control. The control itself is projected and carries `reiheControl`. */
@Component({
  selector: 'reihe-field',
  template: `
    <label [attr.for]="controlId()">
      {{ label() }}
      @if (isOptional()) {
        <span class="optional" i18n="@@web.field.optional">(optional)</span>
      }
    </label>
    @if (hint()) {
      <p class="hint" [id]="controlId() + '-hint'">{{ hint() }}</p>
    }
    @if (error()) {
      <p class="error" [id]="controlId() + '-error'">{{ error() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 34rem;
      margin-block-end: var(--space-m);
    }
    label {
      display: block;
      margin-block-end: 0.3em;
      font-weight: 600;
      line-height: 1.4;
    }
    .optional {
      font-weight: 400;
      color: var(--ink-soft);
    }
    p {
      margin: 0 0 0.4em;
      font-size: var(--step--1);
      line-height: 1.45;
    }
    .hint {
      color: var(--ink-soft);
    }
    .error {
      padding-inline-start: 0.6em;
      border-inline-start: 3px solid var(--coral);
      font-weight: 600;
      color: var(--coral);
    }
  `,
})
export class Field {
  readonly controlId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Empty while nothing is wrong. */
  readonly error = input('');
  readonly isOptional = input(false);

  /** Ids of what describes the control, error first; null when nothing does. */
  readonly describedBy = computed(() => {
    const ids = [this.error() && `${this.controlId()}-error`, this.hint() && `${this.controlId()}-hint`];
    return ids.filter(Boolean).join(' ') || null;
  });
}

/** Ties an input, select or textarea to the field around it. */
@Directive({
  selector: '[reiheControl]',
  host: {
    class: 'control',
    '[id]': 'field.controlId()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? "true" : null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
