import { Component, inject, input } from '@angular/core';
import { Moments, StackedTable } from '@reihe/admin-ui';
import type { PrivacyRecord } from '@reihe/shared-figures';
import { CountsList } from '../counts-list';
import { recordWords } from '../privacy-words';

/** That people were erased or told everything: when, by whom and for which request, never who it was. */
@Component({
  selector: 'reihe-records-table',
  imports: [CountsList, StackedTable],
  template: `
    <div class="table-frame" tabindex="0" role="region" aria-labelledby="privacy-records">
      <table class="dense" reiheStackedTable>
        <thead>
          <tr>
            <th scope="col" i18n="@@privacy.column.when">When</th>
            <th scope="col" i18n="@@privacy.column.what-happened">What happened</th>
            <th scope="col" i18n="@@privacy.column.by">By whom</th>
            <th scope="col" i18n="@@privacy.column.reference">Request</th>
            <th scope="col" i18n="@@privacy.column.what">What</th>
          </tr>
        </thead>
        <tbody>
          @for (record of records(); track record.id) {
            <tr>
              <td>
                <time [attr.datetime]="record.at">{{ moments.when(record.at) }}</time>
              </td>
              <th scope="row">
                {{ words(record.kind) }}
                <small class="id">{{ record.subjectId }}</small>
              </th>
              <td>
                @if (record.isByThemselves) {
                  <ng-container i18n="@@privacy.by-themselves">The person themselves</ng-container>
                } @else {
                  {{ record.by ?? '–' }}
                }
              </td>
              <td>
                <bdi>{{ record.reference || '–' }}</bdi>
              </td>
              <td>
                <details>
                  <summary i18n="@@privacy.run.counts">How much</summary>
                  <reihe-counts-list [counts]="record.counts" />
                </details>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .id {
      overflow-wrap: anywhere;
    }
  `,
})
export class RecordsTable {
  readonly records = input.required<readonly PrivacyRecord[]>();
  protected readonly moments = inject(Moments);
  protected readonly words = recordWords;
}
