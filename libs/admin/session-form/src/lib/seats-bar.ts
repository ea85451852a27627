import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '@reihe/web-platform';

/** How many of the places are taken, in words, and as a bar where they are limited. */
@Component({
  selector: 'reihe-seats-bar',
  template: `
    <span>{{ words() }}</span>
    @if (capacity(); as places) {
      <span class="bar" aria-hidden="true" [class.full]="confirmed() >= places">
        <span [style.inline-size.%]="share()"></span>
      </span>
    }
    @if (waitlisted() > 0) {
      <small i18n="@@programme.seats.waiting">{{ waitlisted() }} waiting</small>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.15em;
      min-inline-size: 5.5rem;
      font-variant-numeric: tabular-nums;
    }
    .bar {
      block-size: 0.3rem;
      border-radius: 1rem;
      background: var(--quiet-tint);
      overflow: hidden;
    }
    .bar > span {
      display: block;
      block-size: 100%;
      background: var(--harbour);
    }
    .full > span {
      background: var(--coral);
    }
    small {
      color: var(--ink-soft);
    }
  `,
})
export class SeatsBar {
  readonly confirmed = input.required<number>();
  readonly capacity = input.required<number | null>();
  readonly waitlisted = input(0);

  private readonly formats = inject(Formats);
  protected readonly share = computed(() => Math.min(100, (this.confirmed() / (this.capacity() ?? 1)) * 100));
  protected readonly words = computed(() => {
    const confirmed = this.formats.number(this.confirmed());
    const capacity = this.capacity();
    if (capacity === null) return confirmed;
    const places = this.formats.number(capacity);
    return $localize`:@@programme.seats.taken:${confirmed}:taken: of ${places}:places:`;
  });
}
