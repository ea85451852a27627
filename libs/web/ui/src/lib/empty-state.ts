import { Component, input } from '@angular/core';

/** Says that nothing is there and what to do next; actions are projected. */
@Component({
  selector: 'reihe-empty-state',
  template: `
    <p class="heading">{{ heading() }}</p>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: var(--space-l);
      border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
    }
    p {
      max-inline-size: 52ch;
    }
    .heading {
      margin-block-end: 0.35em;
      font: 600 var(--step-1) / 1.3 var(--serif);
    }
    :host > :last-child {
      margin-block-end: 0;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input('');
}
