import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PAGE_SIZE, SESSION_STATES, type SessionListItem, type SessionState } from '@reihe/shared-contracts';
import { AnswerStates, lastAnswer, listAddress, SearchBox, StackedTable } from '@reihe/admin-ui';
import { SeriesClient, SessionsClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { BulkBar } from './bulk-bar';
import { sessionStateWords } from './session-state-words';

/** Sessions to choose from, and what to do with the chosen ones. Those named in the address are chosen at first. */
@Component({
  selector: 'reihe-bulk-page',
  imports: [AnswerStates, BulkBar, EmptyState, Pagination, RouterLink, SearchBox, StackedTable],
  templateUrl: './bulk-page.html',
  styles: `
    reihe-bulk-bar {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      display: block;
      margin-block-end: var(--space-s);
      padding-block: var(--space-xs);
      border-block: 1px solid var(--line);
      background: var(--paper);
    }
    .choice {
      display: flex;
      gap: var(--space-xs);
      align-items: baseline;
    }
  `,
})
export class BulkPage {
  /** From the address: ids, separated by commas. */
  readonly ids = input<string>();

  private readonly formats = inject(Formats);
  protected readonly address = listAddress(['series', 'state']);
  private readonly series = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: PAGE_SIZE.max })));
  protected readonly sessions = inject(SessionsClient).list(() => ({
    page: this.address.page(),
    pageSize: PAGE_SIZE.max,
    q: this.address.q(),
    series: this.address.filter('series') || undefined,
    state: SESSION_STATES.find((state) => state === this.address.filter('state')),
  }));
  protected readonly answer = lastAnswer(this.sessions);

  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly chosenIds = computed(() => [...this.chosen()]);
  protected readonly items = computed(() => this.answer()?.items ?? []);
  protected readonly areAllChosen = computed(
    () => this.items().length > 0 && this.items().every(({ id }) => this.chosen().has(id)),
  );
  protected readonly seriesOptions = computed(() => this.series()?.items ?? []);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly states = SESSION_STATES.map((value) => ({ value, words: sessionStateWords(value) }));

  constructor() {
    effect(() => {
      const ids = this.ids()
        ?.split(',')
        .filter((id) => id !== '');
      untracked(() => {
        if (ids) this.chosen.set(new Set(ids));
      });
    });
  }

  protected choose(id: string, isChosen: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  /** All that the page shows; those of other pages stay as they are. */
  protected chooseAll(isChosen: boolean): void {
    for (const { id } of this.items()) this.choose(id, isChosen);
  }

  protected stateWords(state: SessionState): string {
    return sessionStateWords(state);
  }

  protected when({ startsAt, endsAt, timeZone }: SessionListItem): string {
    const day = this.formats.date(startsAt, timeZone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    return `${day}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} ${this.formats.zoneCity(timeZone)}`;
  }
}
