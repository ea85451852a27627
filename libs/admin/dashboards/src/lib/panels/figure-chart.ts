import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '@reihe/web-platform';
import type { ECharts } from 'echarts/core';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { ChartLooks } from './chart-look';
import { chartHeight, chartOptions } from './chart-options';
import type { PanelChart } from './panel';

/** Draws a panel. Whoever does not see it has the same numbers in the table beside it. */
@Component({
  selector: 'reihe-figure-chart',
  imports: [NgxEchartsDirective],
  providers: [provideEchartsCore({ echarts: () => import('./chart-parts') })],
  template: `
    <div
      class="chart"
      echarts
      role="img"
      [style.block-size.px]="height()"
      [attr.aria-label]="label()"
      [options]="options()"
      [initOpts]="{ renderer: 'svg' }"
      (chartInit)="drawn = $event"
    ></div>
    @if (legend().length > 1) {
      <ul class="legend" role="list" [class.lines]="chart().kind === 'lines'">
        @for (one of legend(); track one) {
          <li>{{ one }}</li>
        }
      </ul>
    }
  `,
  styles: `
    .chart {
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

    .legend li::before {
      content: '';
      display: inline-block;
      inline-size: 1.25rem;
      block-size: 0.75rem;
      margin-inline-end: var(--space-2xs);
      background: var(--harbour);
      vertical-align: middle;
    }

    /* Striped as the chart's second part is. */
    .legend li:nth-child(2)::before {
      background: repeating-linear-gradient(45deg, var(--coral) 0 3px, var(--surface) 3px 5px);
    }

    /* As they are drawn: solid, dashed, dotted. */
    .legend.lines li::before {
      inline-size: 2rem;
      block-size: 0;
      border-block-start: 2px solid var(--harbour);
      background: none;
    }

    .legend.lines li:nth-child(2)::before {
      border-block-start: 2px dashed var(--coral);
    }

    .legend.lines li:nth-child(3)::before {
      border-block-start: 2px dotted var(--ink-soft);
    }
  `,
})
export class FigureChart {
  readonly chart = input.required<PanelChart>();
  /** For those who do not see it. */
  readonly label = input.required<string>();

  private readonly formats = inject(Formats);
  private readonly looks = inject(ChartLooks);
  protected drawn: ECharts | null = null;

  protected readonly height = computed(() => chartHeight(this.chart()));
  protected readonly options = computed(() =>
    chartOptions(this.chart(), (value) => this.formats.number(value), this.looks.look()),
  );
  protected readonly legend = computed(() => {
    const chart = this.chart();
    return chart.kind === 'heat' ? [] : chart.series.map(({ name }) => name);
  });

  /** As it stands on the page; null: it is not drawn yet. */
  svg(): string | null {
    return this.drawn?.renderToSVGString() ?? null;
  }
}
