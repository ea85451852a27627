import { Component, computed, inject } from '@angular/core';
import { AnswerStates, FilterSelect, lastAnswer, listAddress, Moments, StackedTable } from '@reihe/admin-ui';
import { AUDITED, type Audited, type AuditEntry } from '@reihe/shared-contracts';
import { AuditClient } from '@reihe/web-data-access';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { actionWords, subjectWords } from './audit-words';
import { differences } from './differences';

/** Who changed what, when, and what it was before. */
@Component({
  selector: 'reihe-audit-log',
  imports: [AnswerStates, EmptyState, FilterSelect, Pagination, StackedTable],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@settings.audit.heading">Audit log</h1>
    </header>
    <div class="toolbar" role="search">
      <label class="labelled">
        <span i18n="@@settings.audit.actor">Who</span>
        <input
          type="search"
          class="control"
          data-search
          #actor
          [value]="address.filter('actor')"
          (change)="address.narrow({ actor: actor.value })"
        />
      </label>
      <reihe-filter-select
        isLabelShown
        i18n-label="@@settings.audit.subject"
        label="What"
        i18n-every="@@settings.audit.everything"
        every="Everything"
        [options]="subjects"
        [value]="address.filter('subject')"
        (valueChange)="address.narrow({ subject: $event })"
      />
      <label class="labelled">
        <span i18n="@@settings.audit.from">From</span>
        <input
          type="date"
          class="control"
          #from
          [value]="address.filter('from')"
          (change)="address.narrow({ from: from.value })"
        />
      </label>
      <label class="labelled">
        <span i18n="@@settings.audit.until">Until</span>
        <input
          type="date"
          class="control"
          #until
          [value]="address.filter('until')"
          (change)="address.narrow({ until: until.value })"
        />
      </label>
      @if (address.hasFilter()) {
        <button type="button" class="button quiet" (click)="address.clear()" i18n="@@settings.list.clear">
          Show all
        </button>
      }
    </div>
    <reihe-answer-states [answer]="list" [hasAnswer]="answer() !== undefined">
      @if (answer(); as page) {
        @if (page.items.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="audit-caption">
            <table class="dense" reiheStackedTable>
              <caption id="audit-caption" aria-live="polite">
                <ng-container i18n="@@settings.audit.count">{page.total, plural,
                  =1 {One change}
                  other {{{ page.total }} changes}
                }</ng-container>
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@settings.audit.when">When</th>
                  <th scope="col" i18n="@@settings.audit.actor">Who</th>
                  <th scope="col" i18n="@@settings.audit.action">Action</th>
                  <th scope="col" i18n="@@settings.audit.difference">Before and after</th>
                </tr>
              </thead>
              <tbody>
                @for (entry of page.items; track entry.id) {
                  <tr>
                    <td>
                      <time [attr.datetime]="entry.at">{{ moments.when(entry.at) }}</time>
                    </td>
                    <td>{{ actorWords(entry) }}</td>
                    <th scope="row">
                      {{ actionWords(entry.action) }}
                      <small class="id">{{ subjectWords(entry.subject) }} · {{ entry.subjectId }}</small>
                    </th>
                    <td>
                      @if (differencesOf(entry); as found) {
                        @if (found.length > 0) {
                          <details>
                            <summary>
                              <ng-container i18n="@@settings.audit.values">{found.length, plural,
                                =1 {One value}
                                other {{{ found.length }} values}
                              }</ng-container>
                            </summary>
                            <dl>
                              @for (one of found; track one.path) {
                                <div>
                                  <dt>{{ one.path }}</dt>
                                  <dd>
                                    @if (one.before !== null) {
                                      <del>{{ one.before }}</del>
                                    }
                                    @if (one.after !== null) {
                                      <ins>{{ one.after }}</ins>
                                    }
                                  </dd>
                                </div>
                              }
                            </dl>
                          </details>
                        }
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
            i18n-heading="@@settings.audit.none"
            heading="No change matches"
            i18n-text="@@settings.audit.none-text"
            text="Choose another person, kind or day, or show all again."
          />
        }
      }
    </reihe-answer-states>
  `,
  styles: `
    dl {
      margin: var(--space-2xs) 0 0;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    ins {
      display: block;
      text-decoration: none;
    }
    .id {
      overflow-wrap: anywhere;
    }
  `,
})
export class AuditLog {
  private readonly audit = inject(AuditClient);
  protected readonly address = listAddress(['actor', 'subject', 'from', 'until']);
  protected readonly moments = inject(Moments);
  protected readonly actionWords = actionWords;
  protected readonly subjectWords = subjectWords;
  protected readonly subjects = AUDITED.map((value) => ({ value, words: subjectWords(value) }));
  protected readonly list = this.audit.list(() => ({
    page: this.address.page(),
    actor: this.address.filter('actor'),
    subject: subjectOf(this.address.filter('subject')),
    from: this.address.filter('from'),
    until: this.address.filter('until'),
  }));
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });

  protected differencesOf({ before, after }: AuditEntry) {
    return differences(before, after);
  }

  protected actorWords({ actor, actorKind }: AuditEntry): string {
    if (actorKind === 'speaker') return $localize`:@@settings.audit.speaker:A speaker`;
    if (actorKind === 'participant') return $localize`:@@settings.audit.participant:A participant`;
    return actor ?? $localize`:@@settings.audit.system:Reihe itself`;
  }
}

function subjectOf(value: string): Audited | undefined {
  return AUDITED.find((subject) => subject === value);
}
