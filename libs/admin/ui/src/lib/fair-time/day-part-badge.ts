import { Component, computed, input } from '@angular/core';
import type { DayPart } from '@reihe/shared-planning';
import { dayPartWords } from './fairness-words';

/** A part of the day in words, with a tint that only repeats them. */
@Component({
  selector: 'reihe-day-part-badge',
  template: `<span [class]="part()">{{ words() }}</span>`,
  styles: `
    span {
      display: inline-block;
      padding: 0.05em 0.5em;
      border-radius: var(--radius);
      white-space: nowrap;
    }
    .working-hours {
      background: var(--go-tint);
      color: var(--go-ink);
    }
    .early-or-late {
      background: var(--wait-tint);
      color: var(--wait-ink);
    }
    .night {
      background: var(--hurry-tint);
      color: var(--hurry-ink);
    }
  `,
})
export class DayPartBadge {
  readonly part = input.required<DayPart>();

  protected readonly words = computed(() => dayPartWords(this.part()));
}
