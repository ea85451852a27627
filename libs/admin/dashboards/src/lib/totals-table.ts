import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { StackedTable } from '@reihe/admin-ui';
import { WHOLE_FIGURES, type Dashboard, type DashboardTotal, type TotalMeasure } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import {
  differenceWords,
  methodWords,
  rangeWords,
  statedWords,
  totalOriginWords,
  totalWords,
} from './figure-words';

/** What is shown of a total that is a number of something else than people. */
const LISTED: Partial<Record<TotalMeasure, string>> = {
  sessions: 'sessions',
  speakers: 'speakers',
  cities: 'cities',
  countries: 'countries',
  organisations: 'organisations',
  regions: 'session-regions',
};
const OPENED: readonly string[] = WHOLE_FIGURES;

/** Every total with how it is counted and where it comes from; what somebody stated stands beside it, and whether both agree. */
@Component({
  selector: 'reihe-totals-table',
  imports: [RouterLink, StackedTable],
  template: `
    <div class="table-frame" tabindex="0" role="region" aria-labelledby="figure-totals">
      <table class="dense" reiheStackedTable>
        <thead>
          <tr>
            <th scope="col" i18n="@@figures.column-measure">What</th>
            <th scope="col" class="number" i18n="@@figures.column-value">Number</th>
            <th scope="col" i18n="@@figures.column-origin">Origin</th>
            <th scope="col" i18n="@@dashboards.stated">Stated</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.total.measure) {
            <tr>
              <th scope="row">
                {{ row.words }}
                <small>{{ row.method }}</small>
              </th>
              <td class="number">
                @if (row.opens && peopleQuery()) {
                  <a routerLink="/figures/people" [queryParams]="linkOf(row.total.measure)"
                    >{{ row.value }}<span class="visually-hidden"> {{ row.words }}</span></a
                  >
                } @else if (row.listed) {
                  <a [href]="'#figure-' + row.listed" (click)="goTo($event, row.listed)"
                    >{{ row.value }}<span class="visually-hidden"> {{ row.words }}</span></a
                  >
                } @else {
                  {{ row.value }}
                }
              </td>
              <td>{{ row.origin }}</td>
              <td>
                @for (stated of row.stated; track stated.id) {
                  <p>
                    {{ stated.words }}
                    <small [class.differs]="stated.differs">{{ stated.difference }}</small>
                  </p>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    p {
      margin: 0;
    }
    .differs {
      font-weight: 600;
      color: var(--coral);
    }
  `,
})
export class TotalsTable {
  readonly dashboard = input.required<Dashboard>();
  readonly peopleQuery = input.required<Params | null>();

  private readonly formats = inject(Formats);

  protected readonly rows = computed(() => {
    const { totals, stated, isNarrowed } = this.dashboard();
    return totals.map((total) => ({
      total,
      words: totalWords(total.measure),
      method: methodWords(total.measure),
      value: rangeWords(total, this.formats),
      origin: totalOriginWords(total, this.formats),
      opens: OPENED.includes(total.measure) && total.max > 0,
      listed: this.isListed(total) ? (LISTED[total.measure] ?? null) : null,
      stated: stated
        .filter(({ measure }) => measure === total.measure)
        .map((one) => ({
          id: one.id,
          words: statedWords(one, this.formats),
          difference: differenceWords(one, isNarrowed),
          differs: one.difference === 'fewer' || one.difference === 'more',
        })),
    }));
  });

  protected linkOf(figure: TotalMeasure): Params {
    return { ...this.peopleQuery(), figure };
  }

  protected goTo(event: Event, panel: string): void {
    const heading = (event.target as HTMLElement).ownerDocument.getElementById(`figure-${panel}`);
    if (!heading) return;
    // The base address of the page is another one: the link alone would leave it.
    event.preventDefault();
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView();
  }

  private isListed({ measure, max }: DashboardTotal): boolean {
    return max > 0 && measure in LISTED;
  }
}
