import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, listAddress, Moments, SearchBox, StackedTable } from '@reihe/admin-ui';
import type { Role } from '@reihe/shared-contracts';
import { AccountsClient } from '@reihe/web-data-access';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { roleWords } from './role-words';

/** Who may sign in, as what, and when they last did. */
@Component({
  selector: 'reihe-accounts-list',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, SearchBox, StateBadge, StackedTable],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@settings.accounts.heading">Accounts</h1>
      <div class="page-actions">
        <a class="button" routerLink="new" i18n="@@settings.accounts.new">New account</a>
      </div>
    </header>
    <div class="toolbar" role="search">
      <reihe-search-box
        i18n-label="@@settings.accounts.search"
        label="Search accounts"
        [query]="address.q()"
        (queryChange)="address.narrow({ q: $event })"
      />
    </div>
    <reihe-answer-states [answer]="list" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="accounts-caption">
            <table class="dense" reiheStackedTable>
              <caption id="accounts-caption" aria-live="polite">
                <ng-container i18n="@@settings.accounts.count">{page.total, plural,
                  =1 {One account}
                  other {{{ page.total }} accounts}
                }</ng-container>
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@settings.accounts.column.name">Name</th>
                  <th scope="col" i18n="@@settings.accounts.column.roles">Roles</th>
                  <th scope="col" i18n="@@settings.accounts.column.state">State</th>
                  <th scope="col" i18n="@@settings.accounts.column.last">Last sign-in</th>
                </tr>
              </thead>
              <tbody>
                @for (one of page.items; track one.id) {
                  <tr>
                    <th scope="row">
                      <a [routerLink]="one.id">{{ one.name }}</a>
                      <small>{{ one.email }}</small>
                    </th>
                    <td>{{ rolesWords(one.roles) }}</td>
                    <td>
                      @if (one.isActive) {
                        <reihe-state-badge tone="go" i18n="@@settings.accounts.active"
                          >Active</reihe-state-badge
                        >
                      } @else {
                        <reihe-state-badge tone="quiet" i18n="@@settings.accounts.closed"
                          >Closed</reihe-state-badge
                        >
                      }
                    </td>
                    <td>
                      @if (one.lastSignInAt; as at) {
                        <time [attr.datetime]="at">{{ moments.when(at) }}</time>
                      } @else {
                        <ng-container i18n="@@settings.accounts.never">never</ng-container>
                      }
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <reihe-pagination [page]="page.page" [pageCount]="pageCount()" />
        } @else {
          <reihe-empty-state
            i18n-heading="@@settings.accounts.none"
            heading="No account matches"
            i18n-text="@@settings.accounts.none-text"
            text="Try a part of the name or the address."
          />
        }
      }
    </reihe-answer-states>
  `,
})
export class AccountsList {
  private readonly accounts = inject(AccountsClient);
  protected readonly address = listAddress([]);
  protected readonly moments = inject(Moments);
  protected readonly list = this.accounts.list(() => ({ page: this.address.page(), q: this.address.q() }));
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });

  protected rolesWords(roles: readonly Role[]): string {
    return roles.map(roleWords).join(', ');
  }
}
