import { Component, computed, DestroyRef, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, csvOf, lastAnswer, offerFile, StackedTable } from '@reihe/admin-ui';
import { SessionNav } from '@reihe/admin-session-form';
import type { ProgrammeChange } from '@reihe/shared-contracts';
import { FiguresClient, ProgrammeChanges, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';
import { NumbersChart } from './numbers-chart';
import { numbersTable } from './numbers-export';
import { countryWords, funnelRows, momentWords, overTimeWords, stateRows } from './numbers-words';

/** Changes that come close together are read once. */
const GATHER_MS = 250;

/** How the registrations of one session stand, live: by state, by how far people came, by country, over time. */
@Component({
  selector: 'reihe-session-numbers-page',
  imports: [AnswerStates, EmptyState, NumbersChart, RouterLink, SessionNav, StackedTable],
  templateUrl: './session-numbers-page.html',
  styleUrl: './session-numbers-page.css',
})
export class SessionNumbersPage {
  /** From the address. */
  readonly sessionId = input.required<string>();

  private readonly document = inject(DOCUMENT);
  protected readonly access = inject(StaffAccess);
  protected readonly formats = inject(Formats);
  private readonly changes = inject(ProgrammeChanges);
  protected readonly isLive = this.changes.isLive;
  protected readonly numbers = inject(FiguresClient).numbersOfSession(() => this.sessionId());
  protected readonly answer = lastAnswer(this.numbers);
  protected readonly states = computed(() => stateRows(this.answer()?.states ?? NOBODY));
  protected readonly funnel = computed(() => {
    const funnel = this.answer()?.funnel;
    if (!funnel) return [];
    return funnelRows(funnel).map((row) => ({ ...row, share: shareOf(row.value, funnel.sent) }));
  });
  protected readonly lines = overTimeWords();
  protected readonly hasNobody = computed(() => this.answer()?.overTime.length === 0);
  private gathering: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.changes.listen((change) => {
      this.hear(change);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.gathering);
    });
  }

  protected country(code: string | null): string {
    return countryWords(code, this.formats);
  }

  protected moment(from: string): string {
    const numbers = this.answer();
    return numbers ? momentWords(from, numbers, this.formats) : '';
  }

  /** Of the longest bar, in per cent. */
  protected width(registered: number): number {
    return shareOf(registered, this.answer()?.countries[0]?.registered ?? 0);
  }

  protected percent(share: number): string {
    return `${this.formats.number(share)} %`;
  }

  protected download(): void {
    const numbers = this.answer();
    if (!numbers) return;
    const file = new Blob([csvOf(numbersTable(numbers, this.formats))], { type: 'text/csv' });
    offerFile(this.document, `${numbers.slug}-numbers.csv`, file);
  }

  private hear({ sessionIds, isWhole }: ProgrammeChange): void {
    if (!isWhole && !sessionIds.includes(this.sessionId())) return;
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => this.numbers.reload(), GATHER_MS);
  }
}

const NOBODY = { registered: 0, confirmed: 0, held: 0, waiting: 0, awaitingApproval: 0, cancelled: 0 };

/** In whole per cent. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}
