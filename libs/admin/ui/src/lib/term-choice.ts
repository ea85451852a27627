import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

export interface TermOption {
  id: string;
  name: string;
  /** Depth in a tree, 0 at the top. */
  level?: number;
}

/** Several of a short list, as check boxes in columns. */
@Component({
  selector: 'reihe-term-choice',
  template: `
    <fieldset>
      <legend>{{ legend() }}</legend>
      @if (hint()) {
        <p class="hint">{{ hint() }}</p>
      }
      <div class="options">
        @for (option of options(); track option.id) {
          <label [style.--level]="option.level ?? 0">
            <input
              type="checkbox"
              [checked]="value().includes(option.id)"
              [disabled]="disabled()"
              (change)="toggle(option.id)"
            />
            <span>{{ option.name }}</span>
          </label>
        } @empty {
          <p class="hint" i18n="@@admin.terms.none">Nothing to choose from yet.</p>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    .options {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
      gap: 0 var(--space-s);
      max-block-size: 18rem;
      overflow-y: auto;
    }
    label {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
      min-block-size: 1.75rem;
      padding-inline-start: calc(var(--level) * 1.1rem);
      cursor: pointer;
    }
    .hint {
      margin: 0 0 var(--space-3xs);
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
  `,
})
export class TermChoice implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly disabled = input(false);
  readonly legend = input.required<string>();
  readonly hint = input('');
  readonly options = input.required<readonly TermOption[]>();

  protected toggle(id: string): void {
    this.value.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }
}
