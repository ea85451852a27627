import { Component, input, output, signal } from '@angular/core';
import type { FairSlot, FairSlots } from '@reihe/shared-planning';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { SlotSuggestions } from './slot-suggestions';

/** Monday to Friday, as `weekdays` of a search. */
export const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5];

/** The fairest times of a week, on request. */
@Component({
  selector: 'reihe-week-search',
  imports: [SlotSuggestions],
  template: `
    <button
      type="button"
      class="button quiet"
      [disabled]="isSearching()"
      (click)="search()"
      i18n="@@fair.week.search"
    >
      Suggest fairer times of that week
    </button>
    @if (failure()) {
      <p role="alert">{{ failure() }}</p>
    }
    @if (found(); as slots) {
      <h3 i18n="@@fair.week.found">The fairest times of the week, Monday to Friday</h3>
      <reihe-slot-suggestions
        [found]="slots"
        [timeZone]="timeZone()"
        [canTake]="canTake()"
        (take)="take.emit($event)"
      />
    }
  `,
  styles: `
    h3 {
      margin-block: var(--space-s) var(--space-3xs);
      font: 600 var(--step-0) / 1.4 var(--sans);
    }
  `,
})
export class WeekSearch {
  /** Asks for the best slots of the week in question. */
  readonly ask = input.required<() => Promise<FairSlots>>();
  readonly timeZone = input.required<string>();
  readonly canTake = input(true);
  readonly take = output<FairSlot>();

  protected readonly found = signal<FairSlots | null>(null);
  protected readonly isSearching = signal(false);
  protected readonly failure = signal('');

  protected async search(): Promise<void> {
    this.isSearching.set(true);
    this.failure.set('');
    try {
      this.found.set(await this.ask()());
    } catch (error) {
      this.failure.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isSearching.set(false);
    }
  }
}
