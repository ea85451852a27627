import { Component, computed, DestroyRef, DOCUMENT, inject, input, signal } from '@angular/core';
import type { SessionNumbers } from '@reihe/shared-registration';
import { Formats } from '@reihe/web-platform';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { chartOptions, type ChartColours } from './chart-options';
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
  `,
  styles: `
    .chart {
      block-size: 20rem;
      inline-size: 100%;
    }
  `,
})
export class NumbersChart {
  readonly numbers = input.required<SessionNumbers>();

  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  private readonly colours = signal(this.coloursNow());

  protected readonly options = computed(() => {
    const numbers = this.numbers();
    const words = {
      lines: overTimeWords(),
      moment: (at: number) => momentWords(new Date(at).toISOString(), numbers, this.formats),
      number: (value: number) => this.formats.number(value),
    };
    return chartOptions(numbers, words, this.colours());
  });

  constructor() {
    const dark = this.document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      this.colours.set(this.coloursNow());
    };
    dark?.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => dark?.removeEventListener('change', follow));
  }

  /** The page's own, light or dark as it is now. */
  private coloursNow(): ChartColours {
    const style = this.document.defaultView?.getComputedStyle(this.document.documentElement);
    const token = (name: string) => style?.getPropertyValue(name).trim() ?? '';
    return {
      ink: token('--ink'),
      line: token('--line'),
      surface: token('--surface'),
      lines: [token('--ink-soft'), token('--harbour'), token('--coral')],
    };
  }
}
