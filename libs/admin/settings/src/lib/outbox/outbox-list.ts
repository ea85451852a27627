import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  AnswerStates,
  FilterSelect,
  lastAnswer,
  listAddress,
  Moments,
  SearchBox,
  StackedTable,
} from '@reihe/admin-ui';
import { OUTBOX_STATES, type OutboxState } from '@reihe/shared-registration';
import { OutboxClient } from '@reihe/web-data-access';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { isHeldBack, messageWords, outboxStateTone, outboxStateWords } from './outbox-words';

/** Every mail that Reihe wrote: what waits, what went, what failed. Without a mail server they are read here. */
@Component({
  selector: 'reihe-outbox-list',
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
      <h1 tabindex="-1" i18n="@@settings.outbox.heading">Outbox</h1>
    </header>
    @if (status(); as now) {
      @if (!now.isMailServerConfigured) {
        <p class="panel" role="note" i18n="@@settings.outbox.no-server">
          No mail server is set (SMTP_URL): messages wait here and can be read. Open one to follow its links.
        </p>
      } @else if (now.failed > 0) {
        <p class="panel" role="note">
          <ng-container i18n="@@settings.outbox.failed">{now.failed, plural,
            =1 {One message could not be delivered.}
            other {{{ now.failed }} messages could not be delivered.}
          }</ng-container>
          <ng-container i18n="@@settings.outbox.failed-hint"
            >Open it to see why and to try again.</ng-container
          >
        </p>
      }
    }
    <div class="toolbar" role="search">
      <reihe-search-box
        i18n-label="@@settings.outbox.search"
        label="Search messages"
        [query]="address.q()"
        (queryChange)="address.narrow({ q: $event })"
      />
      <reihe-filter-select
        i18n-label="@@settings.outbox.column.state"
        label="State"
        i18n-every="@@settings.outbox.every-state"
        every="Every state"
        [options]="states"
        [value]="address.filter('state')"
        (valueChange)="address.narrow({ state: $event })"
      />
      @if (address.hasFilter()) {
        <button type="button" class="button quiet" (click)="address.clear()" i18n="@@settings.list.clear">
          Show all
        </button>
      }
      <button type="button" class="button quiet" (click)="list.reload()" i18n="@@settings.outbox.reload">
        Look again
      </button>
    </div>
    <reihe-answer-states [answer]="list" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="outbox-caption">
            <table class="dense" reiheStackedTable>
              <caption id="outbox-caption" aria-live="polite">
                <ng-container i18n="@@settings.outbox.count">{page.total, plural,
                  =1 {One message}
                  other {{{ page.total }} messages}
                }</ng-container>
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@settings.outbox.column.subject">Subject</th>
                  <th scope="col" i18n="@@settings.outbox.column.to">To</th>
                  <th scope="col" i18n="@@settings.outbox.column.state">State</th>
                  <th scope="col" i18n="@@settings.outbox.column.written">Written</th>
                </tr>
              </thead>
              <tbody>
                @for (one of page.items; track one.id) {
                  <tr>
                    <th scope="row">
                      <a [routerLink]="one.id" [attr.lang]="one.language">{{ one.subject }}</a>
                    </th>
                    <td>{{ one.to }}</td>
                    <td>
                      <reihe-state-badge [tone]="stateTone(one.state)">{{
                        messageWords(one, now())
                      }}</reihe-state-badge>
                      @if (one.sendAfter && isHeldBack(one, now())) {
                        <small>
                          <ng-container i18n="@@settings.outbox.goes-at"
                            >goes at {{ moments.second(one.sendAfter) }}</ng-container
                          >
                        </small>
                      }
                      @if (one.attempts > 1) {
                        <small i18n="@@settings.outbox.attempts">{{ one.attempts }} tries</small>
                      }
                    </td>
                    <td>
                      <time [attr.datetime]="one.createdAt">{{ moments.when(one.createdAt) }}</time>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else {
          <reihe-empty-state
            i18n-heading="@@settings.outbox.none"
            heading="No message"
            i18n-text="@@settings.outbox.none-text"
            text="Mails appear here as soon as somebody registers, cancels or is told of a change."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class OutboxList {
  private readonly outbox = inject(OutboxClient);
  protected readonly address = listAddress(['state']);
  protected readonly moments = inject(Moments);
  protected readonly messageWords = messageWords;
  protected readonly isHeldBack = isHeldBack;
  protected readonly stateTone = outboxStateTone;
  protected readonly states = OUTBOX_STATES.map((value) => ({ value, words: outboxStateWords(value) }));

  protected readonly status = lastAnswer(this.outbox.status());
  protected readonly list = this.outbox.list(() => ({
    page: this.address.page(),
    q: this.address.q(),
    state: stateOf(this.address.filter('state')),
  }));
  protected readonly answer = lastAnswer(this.list);
  /** When the list was answered: that is what its states were true of. */
  protected readonly now = computed(() => {
    this.answer();
    return new Date();
  });
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
}

function stateOf(value: string): OutboxState | undefined {
  return OUTBOX_STATES.find((state) => state === value);
}
