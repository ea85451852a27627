import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { dateFormatOf } from '@reihe/web-platform';

/** A day as a calendar leaf: weekday, day, month and year in the given zone. */
@Component({
  selector: 'reihe-date-block',
  template: `
    <time [attr.datetime]="instant()">
      <span class="weekday">{{ parts().weekday }}</span>&ngsp;
      <span class="day">{{ parts().day }}</span>&ngsp;
      <span class="month">{{ parts().month }} {{ parts().year }}</span>
    </time>
  `,
  styles: `
    :host {
      display: inline-block;
    }
    time {
      display: grid;
      inline-size: fit-content;
      justify-items: center;
      min-inline-size: 6rem;
      padding: var(--space-xs) var(--space-s);
      border-block-start: 4px solid var(--harbour);
      background: var(--surface);
      box-shadow: inset 0 0 0 1px var(--line);
      line-height: 1.2;
    }
    @media (max-width: 36rem) {
      time {
        min-inline-size: 4.25rem;
        padding-inline: var(--space-2xs);
      }
    }
    .weekday,
    .month {
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
    .day {
      font: 500 var(--step-3) / 1.1 var(--serif);
      font-variant-numeric: lining-nums;
    }
  `,
})
export class DateBlock {
  /** ISO 8601 instant. */
  readonly instant = input.required<string>();
  /** IANA zone the day is told in. */
  readonly timeZone = input.required<string>();

  private readonly locale = inject(LOCALE_ID);

  protected readonly parts = computed(() => {
    const date = new Date(this.instant());
    const part = (options: Intl.DateTimeFormatOptions) =>
      dateFormatOf(this.locale, { ...options, timeZone: this.timeZone() }).format(date);
    return {
      weekday: part({ weekday: 'short' }),
      day: part({ day: 'numeric' }).replace(/\D/g, ''),
      month: part({ month: 'short' }),
      year: part({ year: 'numeric' }),
    };
  });
}
