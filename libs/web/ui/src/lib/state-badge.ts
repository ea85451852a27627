import { Component, input, ViewEncapsulation } from '@angular/core';

/** go: one can act · hurry: act now · wait: possible, not at once · quiet: nothing to do · stop: called off. */
export type StateTone = 'go' | 'hurry' | 'wait' | 'quiet' | 'stop';

/** A state in words; the tone only underlines what the words say. */
@Component({
  selector: 'reihe-state-badge',
  template: '<ng-content />',
  host: { '[attr.data-tone]': 'tone()' },
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-state-badge {
      display: inline-flex;
      align-items: center;
      gap: 0.5em;
      padding: 0.2em 0.7em;
      border-radius: var(--radius);
      background: var(--badge-tint);
      color: var(--badge-ink);
      font-size: var(--step--1);
      font-weight: 600;
      line-height: 1.5;
    }
    reihe-state-badge::before {
      content: '';
      flex: none;
      inline-size: 0.5em;
      block-size: 0.5em;
      border-radius: 50%;
      border: 1.5px solid currentcolor;
    }
    reihe-state-badge[data-tone='go'] {
      --badge-tint: var(--go-tint);
      --badge-ink: var(--go-ink);
    }
    reihe-state-badge[data-tone='hurry'] {
      --badge-tint: var(--hurry-tint);
      --badge-ink: var(--hurry-ink);
    }
    reihe-state-badge[data-tone='wait'] {
      --badge-tint: var(--wait-tint);
      --badge-ink: var(--wait-ink);
    }
    reihe-state-badge[data-tone='quiet'],
    reihe-state-badge[data-tone='stop'] {
      --badge-tint: var(--quiet-tint);
      --badge-ink: var(--quiet-ink);
    }
    reihe-state-badge[data-tone='go']::before,
    reihe-state-badge[data-tone='hurry']::before {
      background: currentcolor;
    }
    reihe-state-badge[data-tone='stop']::before {
      block-size: 0;
      border-radius: 0;
      transform: rotate(-45deg);
    }
  `,
})
export class StateBadge {
  readonly tone = input.required<StateTone>();
}
