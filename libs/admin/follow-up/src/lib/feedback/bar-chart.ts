import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '@reihe/web-platform';

export interface Bar {
  label: string;
  count: number;
}

/** How often each was answered: a table whose rows are bars too, so that the chart and its twin are one thing. */
@Component({
  selector: 'reihe-bar-chart',
  template: `
    <table>
      <caption class="visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col" i18n="@@follow-up.chart.answer">Answer</th>
          <th scope="col" i18n="@@follow-up.chart.count">How often</th>
          <th scope="col" i18n="@@follow-up.chart.share">Share</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track $index) {
          <tr>
            <th scope="row">{{ row.label }}</th>
            <td class="number">{{ row.count }}</td>
            <td class="share">
              <span class="track" aria-hidden="true"><span [style.inline-size.%]="row.width"></span></span>
              {{ row.share }}
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    table {
      inline-size: 100%;
      max-inline-size: 44rem;
      border-collapse: collapse;
      font-size: 0.875rem;
    }
    th {
      inline-size: 40%;
      padding: 0.25rem 0.75rem 0.25rem 0;
      font-weight: 400;
      text-align: start;
      overflow-wrap: anywhere;
    }
    .number {
      inline-size: 2.5rem;
      padding-inline-end: 0.75rem;
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    .share {
      display: flex;
      gap: 0.6rem;
      align-items: center;
      padding-block: 0.25rem;
      white-space: nowrap;
      color: var(--ink-soft);
    }
    .track {
      flex: 1 1 3rem;
      block-size: 0.9rem;
      background: var(--sunken);
    }
    .track span {
      display: block;
      block-size: 100%;
      background: var(--harbour);
    }
    @media (forced-colors: active) {
      .track span {
        background: CanvasText;
      }
    }
  `,
})
export class BarChart {
  readonly caption = input.required<string>();
  readonly bars = input.required<readonly Bar[]>();
  /** What the shares are of: people, where one may choose several. */
  readonly total = input.required<number>();

  private readonly formats = inject(Formats);

  protected readonly rows = computed(() => {
    const most = Math.max(1, ...this.bars().map(({ count }) => count));
    return this.bars().map(({ label, count }) => ({
      label,
      count: this.formats.number(count),
      width: (count / most) * 100,
      share: `${this.formats.number(this.total() === 0 ? 0 : Math.round((count / this.total()) * 100))}\u00a0%`,
    }));
  });
}
