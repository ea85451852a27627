import { Component, input, ViewEncapsulation } from '@angular/core';

/** One stop of a programme: a date in front, whatever belongs to it beside. Goes into an `<li>`. */
@Component({
  selector: 'reihe-timeline-item',
  template: `
    <div class="when"><ng-content select="[when]" /></div>
    <div class="what"><ng-content /></div>
  `,
  host: { '[class.past]': 'isPast()' },
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-timeline-item {
      display: grid;
      grid-template-columns: minmax(7rem, auto) 1fr;
      gap: var(--space-s) var(--space-l);
      position: relative;
      padding-block: var(--space-m);
      border-block-start: 1px solid var(--line);
    }
    reihe-timeline-item > .what {
      min-inline-size: 0;
    }
    reihe-timeline-item.past > .when {
      filter: saturate(0.2);
    }
    @media (max-width: 36rem) {
      reihe-timeline-item {
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: var(--space-s);
      }
    }
  `,
})
export class TimelineItem {
  readonly isPast = input(false);
}
