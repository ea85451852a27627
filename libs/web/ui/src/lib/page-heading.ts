import { Component, input } from '@angular/core';

/** The page's one h1 with the line above it; badges and leads are projected below. */
@Component({
  selector: 'reihe-page-heading',
  template: `
    @if (kicker()) {
      <p class="kicker">{{ kicker() }}</p>
    }
    <h1 tabindex="-1" [attr.lang]="language()">{{ heading() }}</h1>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--space-xl) var(--space-l);
    }
    h1 {
      max-inline-size: 28ch;
    }
  `,
})
export class PageHeading {
  readonly heading = input.required<string>();
  readonly kicker = input('');
  /** Set where the heading is in another language than the page. */
  readonly language = input<string | null>(null);
}
