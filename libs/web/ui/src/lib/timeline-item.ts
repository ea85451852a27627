import { Component, input } from '@angular/core';

/** One stop of a programme: a date in front, whatever belongs to it beside. Goes into an `<li>`. */
@Component({
  selector: 'reihe-timeline-item',
  template: `
    <div class="when"><ng-content select="[when]" /></div>
    <div class="what"><ng-content /></div>
  `,
  host: { '[class.past]': 'isPast()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(7rem, auto) 1fr;
      gap: var(--space-s) var(--space-l);
      position: relative;
      padding-block: var(--space-m);
      border-block-start: 1px solid var(--line);
    }
    .what {
      min-inline-size: 0;
    }
    :host(.past) .when {
      filter: saturate(0.2);
    }
    @media (max-width: 36rem) {
      :host {
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: var(--space-s);
      }
    }
  `,
})
export class TimelineItem {
  readonly isPast = input(false);
}
