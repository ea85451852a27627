import { Component, computed, input } from '@angular/core';
import type { RegionTint } from '@reihe/shared-contracts';

/** A number in a table, already in the reader's language. */
export interface TableNumber {
  words: string;
  /** null: no bar. */
  value: number | null;
}

export interface FigureTableRow {
  name: string;
  /** Where the name is in another language than the page. */
  lang?: string | null;
  /** Path below the language. */
  link?: string;
  tint?: RegionTint | null;
  /** One for each column. */
  numbers: readonly TableNumber[];
}

/** Numbers by something: a table whose rows draw their first number as a bar, so that chart and table are one. */
@Component({
  selector: 'reihe-figure-table',
  host: {
    '[attr.tabindex]': 'isWide() ? 0 : null',
    '[attr.role]': "isWide() ? 'region' : null",
    '[attr.aria-label]': 'isWide() ? caption() : null',
  },
  template: `
    <table>
      <caption class="small">
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ of() }}</th>
          @for (column of columns(); track $index) {
            <th scope="col" class="number">{{ column }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of drawn(); track $index) {
          <tr>
            <th scope="row" [attr.lang]="row.lang">
              @if (row.link) {
                <a [href]="row.link">{{ row.name }}</a>
              } @else {
                {{ row.name }}
              }
              <span
                class="bar"
                aria-hidden="true"
                [style.inline-size.%]="row.share"
                [style.background]="row.colour"
              ></span>
            </th>
            @for (number of row.numbers; track $index) {
              <td class="number">{{ number.words }}</td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './figure-table.css',
})
export class FigureTable {
  readonly caption = input.required<string>();
  /** What the rows are. */
  readonly of = input.required<string>();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly FigureTableRow[]>();

  /** On a narrow phone it may be wider than the page in some languages: then it is moved by keys, too. */
  protected readonly isWide = computed(() => this.columns().length > 1);
  protected readonly drawn = computed(() => {
    const rows = this.rows();
    const most = Math.max(1, ...rows.map(({ numbers }) => numbers[0]?.value ?? 0));
    return rows.map((row) => ({
      ...row,
      share: Math.round((1000 * (row.numbers[0]?.value ?? 0)) / most) / 10,
      colour: row.tint ? `var(--${row.tint}-ink)` : null,
    }));
  });
}
