import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  AnswerStates,
  FilterSelect,
  lastAnswer,
  listAddress,
  SearchBox,
  seriesOptions,
  StackedTable,
} from '@reihe/admin-ui';
import { isLanguage, LANGUAGES, RECAP_STATES, type Language, type RecapState } from '@reihe/shared-contracts';
import type { RecapListItem } from '@reihe/shared-editorial';
import { RecapsClient, SeriesClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { recapStateTone, recapStateWords } from '../recap-words';

/** Every recap with its state, languages and day of publication. */
@Component({
  selector: 'reihe-recaps-list',
  imports: [
    AnswerStates,
    EmptyState,
    FilterSelect,
    Pagination,
    RouterLink,
    SearchBox,
    StateBadge,
    StackedTable,
  ],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@recap-desk.list.heading">Recaps</h1>
      @if (mayWrite()) {
        <div class="page-actions">
          <a class="button" routerLink="/recaps/new" i18n="@@recap-desk.list.new">New recap</a>
        </div>
      }
    </header>
    <div class="toolbar" role="search">
      <reihe-search-box
        i18n-label="@@recap-desk.list.search"
        label="Search recaps"
        [query]="address.q()"
        (queryChange)="address.narrow({ q: $event })"
      />
      <reihe-filter-select
        i18n-label="@@recap-desk.column.series"
        label="Series"
        i18n-every="@@recap-desk.list.every-series"
        every="All series"
        [options]="series()"
        [value]="address.filter('series')"
        (valueChange)="address.narrow({ series: $event })"
      />
      <reihe-filter-select
        i18n-label="@@recap-desk.column.state"
        label="State"
        i18n-every="@@recap-desk.list.every-state"
        every="Every state"
        [options]="states"
        [value]="address.filter('state')"
        (valueChange)="address.narrow({ state: $event })"
      />
      <reihe-filter-select
        i18n-label="@@recap-desk.list.filter-language"
        label="Language"
        i18n-every="@@recap-desk.list.every-language"
        every="Every language"
        [options]="languages"
        [value]="address.filter('language')"
        (valueChange)="address.narrow({ language: $event })"
      />
      @if (address.hasFilter()) {
        <button type="button" class="button quiet" (click)="address.clear()" i18n="@@recap-desk.list.clear">
          Show all
        </button>
      }
    </div>
    <reihe-answer-states [answer]="list" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="recaps-caption">
            <table class="dense" reiheStackedTable>
              <caption id="recaps-caption" aria-live="polite">
                <ng-container i18n="@@recap-desk.list.count">{page.total, plural,
                  =1 {One recap}
                  other {{{ page.total }} recaps}
                }</ng-container>
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@recap-desk.column.title">Title</th>
                  <th scope="col" i18n="@@recap-desk.column.state">State</th>
                  <th scope="col" i18n="@@recap-desk.column.languages">Languages</th>
                  <th scope="col" class="number" i18n="@@recap-desk.column.sessions">Sessions</th>
                  <th scope="col" i18n="@@recap-desk.column.published">Published</th>
                </tr>
              </thead>
              <tbody>
                @for (one of page.items; track one.id) {
                  <tr>
                    <th scope="row">
                      <a [routerLink]="['/recaps', one.id]">{{ one.title }}</a>
                      <small>{{ one.seriesTitle }}</small>
                    </th>
                    <td>
                      <reihe-state-badge [tone]="stateTone(one.state)">{{
                        stateWords(one.state)
                      }}</reihe-state-badge>
                    </td>
                    <td>{{ languagesOf(one) }}</td>
                    <td class="number">{{ one.sessions }}</td>
                    <td>{{ one.publishedOn ? formats.plainDay(one.publishedOn) : '' }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else if (address.hasFilter()) {
          <reihe-empty-state
            i18n-heading="@@recap-desk.list.none-found"
            heading="No recap matches"
            i18n-text="@@recap-desk.list.none-found-text"
            text="Try other words, or show all recaps again."
          />
        } @else {
          <reihe-empty-state
            i18n-heading="@@recap-desk.list.none"
            heading="No recap"
            i18n-text="@@recap-desk.list.none-text"
            text="After a session has been held, write down here what came of it."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class RecapsList {
  private readonly access = inject(StaffAccess);
  protected readonly formats = inject(Formats);
  protected readonly address = listAddress(['series', 'state', 'language']);
  protected readonly mayWrite = computed(() => this.access.may('recaps.write'));
  protected readonly languages = LANGUAGES.map((value) => ({
    value,
    words: this.formats.languageName(value),
  }));
  protected readonly stateWords = recapStateWords;
  protected readonly stateTone = recapStateTone;
  protected readonly states = RECAP_STATES.map((value) => ({ value, words: recapStateWords(value) }));
  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly series = computed(() => seriesOptions(this.allSeries()));
  protected readonly list = inject(RecapsClient).list(() => ({
    page: this.address.page(),
    q: this.address.q(),
    series: this.address.filter('series'),
    state: stateOf(this.address.filter('state')),
    language: languageOf(this.address.filter('language')),
  }));
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });

  protected languagesOf({ languages }: RecapListItem): string {
    return this.formats.list(languages.map((language) => this.formats.languageName(language)));
  }
}

function languageOf(value: string): Language | undefined {
  return isLanguage(value) ? value : undefined;
}

function stateOf(value: string): RecapState | undefined {
  return RECAP_STATES.find((state) => state === value);
}
