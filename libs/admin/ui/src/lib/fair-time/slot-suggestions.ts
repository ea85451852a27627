import { Component, computed, inject, input, output } from '@angular/core';
import type { FairSlot, FairSlots } from '@reihe/shared-planning';
import { Formats } from '@reihe/web-platform';
import { fairnessWords } from './fairness-words';

/** The fairest slots of a week, each with the reason in words and a button that takes it. */
@Component({
  selector: 'reihe-slot-suggestions',
  template: `
    <ol>
      @for (one of suggestions(); track one.slot.startsAt) {
        <li>
          <p>
            <strong>{{ one.when }}</strong>
            <br />
            {{ one.reason }}
          </p>
          @if (canTake()) {
            <button
              type="button"
              class="button quiet"
              [attr.aria-label]="one.label"
              (click)="take.emit(one.slot)"
              i18n="@@fair.suggestions.take"
            >
              Take this time
            </button>
          }
        </li>
      } @empty {
        <li i18n="@@fair.suggestions.none">There is no time on these days.</li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: center;
      justify-content: space-between;
      padding-block: var(--space-2xs);
      border-block-end: 1px solid var(--line);
    }
    p {
      flex: 1 1 18rem;
      margin: 0;
    }
  `,
})
export class SlotSuggestions {
  readonly found = input.required<FairSlots>();
  /** In which the host reads the time. */
  readonly timeZone = input.required<string>();
  readonly canTake = input(true);
  readonly take = output<FairSlot>();

  private readonly formats = inject(Formats);
  protected readonly suggestions = computed(() => {
    const { slots, audience } = this.found();
    return slots.map((slot) => {
      const day = this.formats.date(slot.startsAt, this.timeZone(), {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      });
      const when = `${day}, ${this.formats.timeRange(slot.startsAt, slot.endsAt, this.timeZone())}`;
      return {
        slot,
        when,
        label: $localize`:@@fair.suggestions.take-named:Take this time: ${when}:when:`,
        reason: fairnessWords(slot.fairness, audience, this.formats),
      };
    });
  });
}
