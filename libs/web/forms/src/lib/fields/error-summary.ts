import { Component, type ElementRef, effect, input, viewChild } from '@angular/core';

export interface SummaryError {
  /** The id of the control that must be mended. */
  controlId: string;
  words: string;
}

/** What is wrong with a form, in one place above it; takes the focus whenever it appears or changes. */
@Component({
  selector: 'reihe-error-summary',
  template: `
    @if (errors().length > 0 || notice()) {
      <section #box tabindex="-1" role="alert" aria-labelledby="error-summary-heading">
        <h2 id="error-summary-heading">{{ heading() }}</h2>
        @if (notice()) {
          <p>{{ notice() }}</p>
        }
        @if (errors().length > 0) {
          <ul>
            @for (error of errors(); track error.controlId) {
              <li>
                <a [href]="here() + '#' + error.controlId" (click)="goTo($event, error.controlId)">{{
                  error.words
                }}</a>
              </li>
            }
          </ul>
        }
      </section>
    }
  `,
  styles: `
    section {
      margin-block-end: var(--space-l);
      padding: var(--space-m);
      border: 2px solid var(--coral);
      border-radius: var(--radius);
      background: var(--surface);
    }
    h2 {
      font-size: var(--step-1);
      color: var(--coral);
    }
    ul {
      margin: 0;
      padding-inline-start: 1.2em;
    }
    p:last-child {
      margin: 0;
    }
  `,
})
export class ErrorSummary {
  readonly heading = input.required<string>();
  readonly errors = input<readonly SummaryError[]>([]);
  /** What no single field can mend. */
  readonly notice = input('');
  /** Path of this page: the base element would send a bare fragment elsewhere. */
  readonly here = input('');

  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      this.errors();
      this.notice();
      this.box()?.nativeElement.focus?.();
    });
  }

  protected goTo(event: Event, controlId: string): void {
    const control = (event.target as HTMLElement).ownerDocument.getElementById(controlId);
    if (!control) return;
    event.preventDefault();
    control.focus();
  }
}
