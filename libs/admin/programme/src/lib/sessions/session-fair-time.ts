import { Component, computed, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { FairSlot, FairSlots } from '@reihe/shared-planning';
import { mondayOf, wallClockOf } from '@reihe/shared-policies';
import { FairnessTable, lastAnswer, WeekSearch, WORKDAYS } from '@reihe/admin-ui';
import { FairTimeClient } from '@reihe/web-data-access';
import { instantOf, minutesBetween, type SessionForm } from '@reihe/admin-session-form';

/** Beside date and time: whom this asks up at night, and which times of the same week would be fairer. */
@Component({
  selector: 'reihe-session-fair-time',
  imports: [FairnessTable, WeekSearch],
  template: `
    @if (audience(); as people) {
      @if (slot(); as slot) {
        @if (people.places.length > 0) {
          <details>
            <summary i18n="@@programme.fair-time.heading">Is it a fair time for the audience?</summary>
            <reihe-fairness-table [audience]="people" [slot]="slot" />
            <reihe-week-search
              [ask]="ask"
              [timeZone]="form().timeZone().value()"
              [canTake]="!form().startsLocal().disabled()"
              (take)="take($event)"
            />
          </details>
        }
      }
    }
  `,
  styles: `
    details {
      margin-block-start: var(--space-s);
    }
    summary {
      font-weight: 600;
      cursor: pointer;
    }
    reihe-fairness-table {
      display: block;
      margin-block: var(--space-2xs) var(--space-s);
    }
  `,
})
export class SessionFairTime {
  readonly form = input.required<FieldTree<SessionForm>>();

  private readonly client = inject(FairTimeClient);
  protected readonly audience = lastAnswer(
    this.client.audience(() => ({ regionIds: this.form().regionIds().value(), zones: [] })),
  );

  protected readonly slot = computed(() => {
    const { startsLocal, endsLocal, timeZone } = this.form()().value();
    const [startsAt, endsAt] = [instantOf(startsLocal, timeZone), instantOf(endsLocal, timeZone)];
    if (startsAt === null || endsAt === null || endsAt <= startsAt) return null;
    return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  });

  protected readonly ask = (): Promise<FairSlots> => {
    const { regionIds, seriesId, startsLocal, endsLocal, timeZone } = this.form()().value();
    return this.client.slots({
      regionIds,
      zones: [],
      from: mondayOf(startsLocal),
      timeZone,
      durationMinutes: minutesBetween(startsLocal, endsLocal) ?? 0,
      weekdays: [...WORKDAYS],
      seriesId: seriesId || null,
    });
  };

  protected take({ startsLocal, endsAt }: FairSlot): void {
    const form = this.form();
    form.startsLocal().value.set(startsLocal);
    form.endsLocal().value.set(wallClockOf(new Date(endsAt), form.timeZone().value()));
  }
}
