import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, listAddress, SearchBox, StackedTable } from '@reihe/admin-ui';
import { SeriesClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { seriesStateWords } from './series-words';

/** Every series of this installation. */
@Component({
  selector: 'reihe-series-list',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, SearchBox, StateBadge, StackedTable],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@programme.series.heading">Series</h1>
      @if (access.may('programme.write')) {
        <div class="page-actions">
          <a class="button" routerLink="/series/new" i18n="@@programme.series.new">New series</a>
        </div>
      }
    </header>
    <div class="toolbar" role="search">
      <reihe-search-box
        i18n-label="@@programme.series.search"
        label="Search series"
        [query]="address.q()"
        (queryChange)="address.narrow({ q: $event })"
      />
    </div>
    <reihe-answer-states [answer]="series" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="series-caption">
            <table class="dense" reiheStackedTable>
              <caption id="series-caption" class="visually-hidden">
                <ng-container i18n="@@programme.series.heading">Series</ng-container>
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@programme.series.column-title">Title</th>
                  <th scope="col" i18n="@@programme.series.column-state">State</th>
                  <th scope="col" i18n="@@programme.series.column-period">Period</th>
                  <th scope="col" i18n="@@programme.series.column-zone">Time zone</th>
                  <th scope="col" class="number" i18n="@@programme.series.column-sessions">Sessions</th>
                  <th scope="col" class="number" i18n="@@programme.series.column-recaps">Recaps</th>
                </tr>
              </thead>
              <tbody>
                @for (one of page.items; track one.id) {
                  <tr>
                    <th scope="row">
                      <a [routerLink]="['/series', one.id]">{{ one.title }}</a>
                    </th>
                    <td>
                      <reihe-state-badge [tone]="one.state === 'published' ? 'go' : 'wait'">{{
                        stateWords(one.state)
                      }}</reihe-state-badge>
                    </td>
                    <td>{{ formats.period(one.startsOn, one.endsOn) }}</td>
                    <td>{{ formats.zoneCity(one.timeZone) }}</td>
                    <td class="number">
                      <a routerLink="/sessions" [queryParams]="{ series: one.id }">{{ one.sessions }}</a>
                    </td>
                    <td class="number">
                      <a routerLink="/recaps" [queryParams]="{ series: one.id }">{{ one.recaps }}</a>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else {
          <reihe-empty-state
            i18n-heading="@@programme.series.none"
            heading="No series here"
            i18n-text="@@programme.series.none-text"
            text="A series holds sessions, their recaps and figures. Begin with its title and period."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class SeriesList {
  protected readonly formats = inject(Formats);
  protected readonly access = inject(StaffAccess);
  protected readonly address = listAddress([]);
  protected readonly series = inject(SeriesClient).list(() => ({
    page: this.address.page(),
    q: this.address.q(),
  }));
  protected readonly answer = lastAnswer(this.series);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly stateWords = seriesStateWords;
}
