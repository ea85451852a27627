import { Component, computed, inject } from '@angular/core';
import { PAGE_SIZE } from '@reihe/shared-contracts';
import { IMPORT_FIELDS, type DateOrder, type ImportField } from '@reihe/shared-planning';
import { lastAnswer } from '@reihe/admin-ui';
import { SeriesClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { ImportDesk } from './import-desk';
import { encodingWords, fieldWords, separatorWords } from './import-words';

/** So many cells show what a column holds. */
const SAMPLES = 3;

/** What each column is, guessed from its heading and to be changed; and what holds where a row says nothing. */
@Component({
  selector: 'reihe-import-columns',
  template: `
    @if (desk.table(); as table) {
      <section class="panel" aria-labelledby="import-columns">
        <h2 id="import-columns" i18n="@@planning.import.columns">What the columns are</h2>
        <p class="read">
          @if (table.sheet) {
            <ng-container i18n="@@planning.import.sheet">Sheet “{{ table.sheet }}”</ng-container> ·
          }
          {{ how() }} ·
          <ng-container i18n="@@planning.import.rows">{table.rows.length, plural,
            =1 {one row}
            other {{{ table.rows.length }} rows}
          }</ng-container>
        </p>
        @if (table.formulas.length > 0) {
          <p class="notice">
            <ng-container i18n="@@planning.import.formulas">{table.formulas.length, plural,
              =1 {One cell holds a formula. It is taken as text; nothing is calculated.}
              other {
                {{ table.formulas.length }} cells hold formulas. They are taken as text; nothing is
                calculated.
              }
            }</ng-container>
            &ngsp;<ng-container i18n="@@planning.import.formula-lines"
              >Line {{ formulaLines() }}</ng-container
            >
          </p>
        }
        <ul role="list" class="mapping">
          @for (column of table.columns; track $index; let index = $index) {
            <li>
              <label [attr.for]="'column-' + index">
                @if (column) {
                  {{ column }}
                } @else {
                  <ng-container i18n="@@planning.import.unnamed">Column {{ index + 1 }}</ng-container>
                }
              </label>
              <select #field class="control" [id]="'column-' + index" (change)="set(index, field.value)">
                <option value="" i18n="@@planning.import.ignore">Leave out</option>
                @for (one of fields; track one.value) {
                  <option [value]="one.value" [selected]="one.value === desk.columns()[index]">
                    {{ one.words }}
                  </option>
                }
              </select>
              <small>{{ samples()[index] }}</small>
            </li>
          }
        </ul>
        <div class="columns">
          <div>
            <label for="import-series" i18n="@@planning.import.series">Series of rows that name none</label>
            <select #series id="import-series" class="control" (change)="desk.setSeries(series.value)">
              <option value="" i18n="@@planning.import.no-series">Every row names its own</option>
              @for (one of seriesOptions(); track one.id) {
                <option [value]="one.id" [selected]="one.id === desk.seriesId()">{{ one.title }}</option>
              }
            </select>
          </div>
          <div>
            <label for="import-order" i18n="@@planning.import.order">Dates such as 6/10/2026</label>
            <select #order id="import-order" class="control" (change)="setOrder(order.value)">
              <option value="" i18n="@@planning.import.order-ask">Ask me where it is not clear</option>
              <option
                value="day-first"
                [selected]="desk.dateOrder() === 'day-first'"
                i18n="@@planning.import.day-first"
              >
                Day first: 6 October
              </option>
              <option
                value="month-first"
                [selected]="desk.dateOrder() === 'month-first'"
                i18n="@@planning.import.month-first"
              >
                Month first: 10 June
              </option>
            </select>
          </div>
        </div>
      </section>
    }
  `,
  styles: `
    .read {
      color: var(--ink-soft);
    }
    .mapping {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
      gap: var(--space-s);
      margin: 0 0 var(--space-s);
    }
    label {
      display: block;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    select {
      inline-size: 100%;
    }
    small {
      display: block;
      overflow: hidden;
      color: var(--ink-soft);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class ImportColumns {
  protected readonly desk = inject(ImportDesk);
  private readonly formats = inject(Formats);
  private readonly series = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: PAGE_SIZE.max })));

  protected readonly fields = IMPORT_FIELDS.map((value) => ({
    value,
    words: fieldWords(value, this.formats),
  }));
  protected readonly seriesOptions = computed(() => this.series()?.items ?? []);
  protected readonly how = computed(() => {
    const table = this.desk.table();
    if (!table) return '';
    const encoding = encodingWords(table.encoding);
    return table.separator ? `${encoding}, ${separatorWords(table.separator)}` : encoding;
  });
  protected readonly samples = computed(() => {
    const table = this.desk.table();
    return (table?.columns ?? []).map((_, index) =>
      (table?.rows ?? [])
        .map(({ cells }) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, SAMPLES)
        .join(' · '),
    );
  });
  protected readonly formulaLines = computed(() => {
    const lines = (this.desk.table()?.formulas ?? []).map(({ line }) => String(line));
    return this.formats.list([...new Set(lines)]);
  });

  protected set(index: number, value: string): void {
    this.desk.setColumn(index, IMPORT_FIELDS.find((field): field is ImportField => field === value) ?? null);
  }

  protected setOrder(value: string): void {
    this.desk.setDateOrder((value || null) as DateOrder | null);
  }
}
