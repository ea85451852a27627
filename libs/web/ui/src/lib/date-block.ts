import { Component, computed, inject, input, LOCALE_ID, ViewEncapsulation } from '@angular/core';
import { dateWords } from '@reihe/web-platform';

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
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-date-block {
      display: inline-block;
    }
    reihe-date-block time {
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
      reihe-date-block time {
        min-inline-size: 4.25rem;
        padding-inline: var(--space-2xs);
      }
    }
    reihe-date-block .weekday,
    reihe-date-block .month {
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
    reihe-date-block .day {
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
    const part = (options: Intl.DateTimeFormatOptions) =>
      dateWords(this.locale, this.timeZone(), options, this.instant());
    return {
      weekday: part({ weekday: 'short' }),
      day: part({ day: 'numeric' }).replace(/\D/g, ''),
      month: part({ month: 'short' }),
      year: part({ year: 'numeric' }),
    };
  });
}
