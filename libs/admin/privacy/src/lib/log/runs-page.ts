import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, listAddress } from '@reihe/admin-ui';
import { PrivacyClient } from '@reihe/web-data-access';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { RunsTable } from './runs-table';

/** Every time that personal data went. */
@Component({
  selector: 'reihe-runs-page',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, RunsTable],
  template: `
    <header class="page-head">
      <p class="kicker"><a routerLink="/privacy" i18n="@@privacy.heading">Privacy</a></p>
      <h1 id="privacy-runs" tabindex="-1" i18n="@@privacy.runs">What went</h1>
    </header>
    <reihe-answer-states [answer]="list" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <reihe-runs-table [runs]="page.items" />
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else {
          <reihe-empty-state
            i18n-heading="@@privacy.no-runs"
            heading="Nothing went yet"
            i18n-text="@@privacy.no-runs-text"
            text="Personal data of a series goes by night once its time has come, or by hand on the page of privacy."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class RunsPage {
  private readonly privacy = inject(PrivacyClient);
  private readonly address = listAddress([]);
  protected readonly list = this.privacy.runs(() => ({ page: this.address.page() }));
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
}
