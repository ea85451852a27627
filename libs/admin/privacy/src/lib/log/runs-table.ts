import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Moments, StackedTable } from '@reihe/admin-ui';
import type { RetentionRun } from '@reihe/shared-figures';
import { StateBadge } from '@reihe/web-ui';
import { CountsList } from '../counts-list';

/** When personal data of which series went, or stayed because a figure would have changed. */
@Component({
  selector: 'reihe-runs-table',
  imports: [CountsList, RouterLink, StackedTable, StateBadge],
  template: `
    <div class="table-frame" tabindex="0" role="region" aria-labelledby="privacy-runs">
      <table class="dense" reiheStackedTable>
        <thead>
          <tr>
            <th scope="col" i18n="@@privacy.column.when">When</th>
            <th scope="col" i18n="@@privacy.column.series">Series</th>
            <th scope="col" i18n="@@privacy.column.by">By whom</th>
            <th scope="col" i18n="@@privacy.column.outcome">Outcome</th>
            <th scope="col" i18n="@@privacy.column.what">What</th>
          </tr>
        </thead>
        <tbody>
          @for (run of runs(); track run.id) {
            <tr>
              <td>
                <time [attr.datetime]="run.at">{{ moments.when(run.at) }}</time>
              </td>
              <th scope="row">
                {{ run.seriesTitle }}
                <small i18n="@@privacy.run.sessions">{run.sessions, plural,
                  =1 {one session}
                  other {{{ run.sessions }} sessions}
                }</small>
              </th>
              <td>
                @if (run.startedBy) {
                  {{ run.startedBy }}
                } @else {
                  <ng-container i18n="@@privacy.by-night">Reihe itself</ng-container>
                }
              </td>
              <td>
                @if (run.outcome === 'done') {
                  <reihe-state-badge tone="go" i18n="@@privacy.run.done">Gone</reihe-state-badge>
                } @else {
                  <reihe-state-badge tone="stop" i18n="@@privacy.run.failed">Stayed</reihe-state-badge>
                }
              </td>
              <td>
                @if (run.outcome === 'failed') {
                  <p i18n="@@privacy.run.changed">
                    Nothing went, for these figures would have changed: {{ run.changed.join(', ') }}
                  </p>
                } @else {
                  <details>
                    <summary i18n="@@privacy.run.counts">How much</summary>
                    <reihe-counts-list [counts]="run.counts" />
                  </details>
                  <a [routerLink]="['/privacy/runs', run.id, 'figures']">
                    <ng-container i18n="@@privacy.frozen">Figures as frozen</ng-container>
                    <span class="visually-hidden">{{ run.seriesTitle }}</span>
                  </a>
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
      max-inline-size: 40ch;
      overflow-wrap: anywhere;
    }
  `,
})
export class RunsTable {
  readonly runs = input.required<readonly RetentionRun[]>();
  protected readonly moments = inject(Moments);
}
