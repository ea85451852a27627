import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { recapStateTone, recapStateWords } from '@reihe/admin-recap-steps';
import { StackedTable } from '@reihe/admin-ui';
import type { Page } from '@reihe/shared-contracts';
import type { BoardCard } from '@reihe/shared-editorial';
import { Formats } from '@reihe/web-platform';
import { Pagination, StateBadge } from '@reihe/web-ui';
import { AgencyExport } from './agency-export';
import { CardLanguages } from './card-languages';
import { dueWords, lackSentence, ownerWords } from './board-words';
import { sessionsWords } from './recap-card';

/** The same recaps as rows. */
@Component({
  selector: 'reihe-recap-table',
  imports: [AgencyExport, CardLanguages, Pagination, RouterLink, StackedTable, StateBadge],
  template: `
    @let page = cards();
    @if (chosenCards().length > 0) {
      <reihe-agency-export [cards]="chosenCards()" />
    }
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
            <th scope="col"><span class="visually-hidden" i18n="@@recap-desk.column.chosen">Chosen</span></th>
            <th scope="col" i18n="@@recap-desk.column.title">Title</th>
            <th scope="col" i18n="@@recap-desk.column.state">State</th>
            <th scope="col" i18n="@@recap-desk.column.owner">Owner</th>
            <th scope="col" i18n="@@recap-desk.column.due">Due</th>
            <th scope="col" i18n="@@recap-desk.column.lacks">Lacks</th>
            <th scope="col" class="number" i18n="@@recap-desk.column.comments">Open comments</th>
            <th scope="col" i18n="@@recap-desk.column.languages">Languages</th>
            <th scope="col" i18n="@@recap-desk.column.sessions">Sessions</th>
            <th scope="col" i18n="@@recap-desk.column.published">Published</th>
          </tr>
        </thead>
        <tbody>
          @for (one of page.items; track one.id) {
            <tr>
              <td>
                <label>
                  <input type="checkbox" [checked]="chosen().has(one.id)" (change)="toggle(one.id)" />
                  <span class="visually-hidden" i18n="@@recap-desk.table.choose">Choose {{ one.title }}</span>
                </label>
              </td>
              <th scope="row">
                <a [routerLink]="['/recaps', one.id]">{{ one.title }}</a>
                <small>{{ one.seriesTitle }}</small>
              </th>
              <td>
                <reihe-state-badge [tone]="stateTone(one.state)">{{
                  stateWords(one.state)
                }}</reihe-state-badge>
                @if (one.hasNotAppeared) {
                  <small class="late" i18n="@@recap-desk.table.not-appeared">did not appear</small>
                }
              </td>
              <td>
                @if (mayAssign() && isInTheMaking(one)) {
                  <button type="button" class="link" (click)="assign.emit(one)">
                    {{ owner(one) }}
                    <span class="visually-hidden">{{ one.title }}</span>
                  </button>
                } @else {
                  {{ one.assignment.owner?.name }}
                }
              </td>
              <td [class.late]="one.isOverdue">{{ due(one) }}</td>
              <td>{{ lacks(one) }}</td>
              <td class="number">{{ one.openComments || '' }}</td>
              <td><reihe-card-languages [card]="one" /></td>
              <td>{{ sessions(one) }}</td>
              <td>{{ one.publishedOn ? formats.plainDay(one.publishedOn) : '' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <reihe-pagination [page]="page.page" [pageCount]="pageCount(page)" />
  `,
  styles: `
    .late {
      color: var(--coral);
      font-weight: 600;
    }
  `,
})
export class RecapTable {
  readonly cards = input.required<Page<BoardCard>>();
  readonly mayAssign = input(false);
  readonly assign = output<BoardCard>();

  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  /** Of those that are shown. */
  protected readonly chosenCards = computed(() =>
    this.cards().items.filter(({ id }) => this.chosen().has(id)),
  );

  protected readonly formats = inject(Formats);
  protected readonly stateWords = recapStateWords;
  protected readonly stateTone = recapStateTone;
  protected readonly owner = ownerWords;

  protected toggle(id: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected pageCount({ total, pageSize }: Page<BoardCard>): number {
    return Math.ceil(total / pageSize);
  }

  protected isInTheMaking({ state }: BoardCard): boolean {
    return state !== 'published' && state !== 'archived';
  }

  protected due(card: BoardCard): string {
    const { assignment, isOverdue } = card;
    return this.isInTheMaking(card) ? dueWords({ dueOn: assignment.dueOn, isOverdue }, this.formats) : '';
  }

  protected lacks({ lacks }: BoardCard): string {
    return lacks.map((lack) => lackSentence(lack, this.formats)).join(' · ');
  }

  protected sessions(card: BoardCard): string {
    return sessionsWords(card, this.formats);
  }
}
