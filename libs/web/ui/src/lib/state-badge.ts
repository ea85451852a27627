import { Component, input } from '@angular/core';

/** go: one can act · hurry: act now · wait: possible, not at once · quiet: nothing to do · stop: called off. */
export type StateTone = 'go' | 'hurry' | 'wait' | 'quiet' | 'stop';

/** A state in words; the tone only underlines what the words say. */
@Component({
  selector: 'reihe-state-badge',
  template: '<ng-content />',
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
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
    :host::before {
      content: '';
      flex: none;
      inline-size: 0.5em;
      block-size: 0.5em;
      border-radius: 50%;
      border: 1.5px solid currentcolor;
    }
    :host([data-tone='go']) {
      --badge-tint: var(--go-tint);
      --badge-ink: var(--go-ink);
    }
    :host([data-tone='hurry']) {
      --badge-tint: var(--hurry-tint);
      --badge-ink: var(--hurry-ink);
    }
    :host([data-tone='wait']) {
      --badge-tint: var(--wait-tint);
      --badge-ink: var(--wait-ink);
    }
    :host([data-tone='quiet']),
    :host([data-tone='stop']) {
      --badge-tint: var(--quiet-tint);
      --badge-ink: var(--quiet-ink);
    }
    :host([data-tone='go'])::before,
    :host([data-tone='hurry'])::before {
      background: currentcolor;
    }
    :host([data-tone='stop'])::before {
      block-size: 0;
      border-radius: 0;
      transform: rotate(-45deg);
    }
  `,
})
export class StateBadge {
  readonly tone = input.required<StateTone>();
}
