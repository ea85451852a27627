import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, listAddress } from '@reihe/admin-ui';
import { PrivacyClient } from '@reihe/web-data-access';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { RecordsTable } from './records-table';

/** Everybody who was erased or told everything, by reference. */
@Component({
  selector: 'reihe-records-page',
  imports: [AnswerStates, EmptyState, Pagination, RecordsTable, RouterLink],
  template: `
    <header class="page-head">
      <p class="kicker"><a routerLink="/privacy" i18n="@@privacy.heading">Privacy</a></p>
      <h1 id="privacy-records" tabindex="-1" i18n="@@privacy.records">Erased and told</h1>
    </header>
    <reihe-answer-states [answer]="list" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <reihe-records-table [records]="page.items" />
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else {
          <reihe-empty-state
            i18n-heading="@@privacy.no-records"
            heading="Nobody was erased yet"
            i18n-text="@@privacy.no-records-text"
            text="Whoever asks to be forgotten, or what is known of them, is found in the registrations: both are done on their page."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class RecordsPage {
  private readonly privacy = inject(PrivacyClient);
  private readonly address = listAddress([]);
  protected readonly list = this.privacy.records(() => ({ page: this.address.page() }));
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
}
