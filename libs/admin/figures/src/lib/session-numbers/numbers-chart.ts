import { Component, computed, DestroyRef, DOCUMENT, inject, input, signal } from '@angular/core';
import type { SessionNumbers } from '@reihe/shared-registration';
import { Formats } from '@reihe/web-platform';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { chartOptions, type ChartLook } from './chart-options';
import { momentWords, overTimeWords } from './numbers-words';

/** How registrations came together. Whoever does not see it has the same numbers in the table beside it. */
@Component({
  selector: 'reihe-numbers-chart',
  imports: [NgxEchartsDirective],
  providers: [provideEchartsCore({ echarts: () => import('./chart-parts') })],
  template: `
    <div
      class="chart"
      echarts
      role="img"
      [options]="options()"
      [initOpts]="{ renderer: 'svg' }"
      i18n-aria-label="@@figures.numbers.chart-label"
      aria-label="Chart of the numbers in the table below"
    ></div>
    <ul class="legend" role="list">
      @for (line of lines; track line) {
        <li>{{ line }}</li>
      }
    </ul>
  `,
  styles: `
    .chart {
      block-size: 20rem;
      inline-size: 100%;
    }

    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs) var(--space-m);
      margin: 0 0 var(--space-2xs);
      padding: 0;
      font-size: var(--step--1);
      list-style: none;
    }

    /* The lines as they are drawn: dashed, solid, dotted. */
    .legend li::before {
      content: '';
      display: inline-block;
      inline-size: 2rem;
      margin-inline-end: var(--space-2xs);
      border-block-start: 2px dashed var(--ink-soft);
      vertical-align: middle;
    }

    .legend li:nth-child(2)::before {
      border-block-start: 2px solid var(--harbour);
    }

    .legend li:nth-child(3)::before {
      border-block-start: 2px dotted var(--coral);
    }
  `,
})
export class NumbersChart {
  readonly numbers = input.required<SessionNumbers>();

  protected readonly lines = overTimeWords();
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  private readonly look = signal(this.lookNow());

  protected readonly options = computed(() => {
    const numbers = this.numbers();
    const words = {
      lines: this.lines,
      moment: (at: number) => momentWords(new Date(at).toISOString(), numbers, this.formats),
      number: (value: number) => this.formats.number(value),
    };
    return chartOptions(numbers, words, this.look());
  });

  constructor() {
    const dark = this.document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      this.look.set(this.lookNow());
    };
    dark?.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => dark?.removeEventListener('change', follow));
  }

  /** The page's own, light or dark as it is now. */
  private lookNow(): ChartLook {
    const style = this.document.defaultView?.getComputedStyle(this.document.documentElement);
    const token = (name: string) => style?.getPropertyValue(name).trim() ?? '';
    return {
      font: this.fontNow(),
      ink: token('--ink'),
      line: token('--line'),
      surface: token('--surface'),
      lines: [token('--ink-soft'), token('--harbour'), token('--coral')],
    };
  }

  private fontNow(): string {
    return this.document.defaultView?.getComputedStyle(this.document.body).fontFamily ?? '';
  }
}
