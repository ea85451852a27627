import { Component, input } from '@angular/core';

/** One number with its words and where it comes from, already in the reader's language. */
export interface StripFigure {
  value: string;
  label: string;
  /** E.g. "counted" or "reported by the host, 3 June 2020". */
  origin: string;
}

/** Numbers in a row, each with its origin: no figure stands without saying where it comes from. */
@Component({
  selector: 'reihe-figure-strip',
  template: `
    <dl>
      @for (figure of figures(); track $index) {
        <div>
          <dt>{{ figure.label }}</dt>
          <dd class="value" [class.long]="figure.value.length > longFrom">{{ figure.value }}</dd>
          <dd class="origin">{{ figure.origin }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(8.25rem, 45%), 1fr));
      gap: var(--space-m) var(--space-l);
      margin: 0;
      padding-block: var(--space-m);
      border-block: 1px solid var(--line);
    }
    div {
      display: flex;
      flex-direction: column;
    }
    dt {
      order: 2;
      font-weight: 600;
      line-height: 1.3;
    }
    dd {
      margin: 0;
    }
    .value {
      order: 1;
      font: 450 var(--step-4) / 1.1 var(--serif);
      font-variant-numeric: lining-nums;
      letter-spacing: -0.02em;
    }
    /* "more than 800": words beside the number take its line, not its size. */
    .value.long {
      font-size: clamp(1.125rem, 5vw, var(--step-2));
      line-height: calc(var(--step-4) * 1.1);
    }
    .origin {
      order: 3;
      font-size: var(--step--1);
      line-height: 1.4;
      color: var(--ink-soft);
    }
  `,
})
export class FigureStrip {
  /** Characters up to which a value is a plain number. */
  protected readonly longFrom = 7;
  readonly figures = input.required<readonly StripFigure[]>();
}
