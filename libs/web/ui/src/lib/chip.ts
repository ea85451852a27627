import { Component, input } from '@angular/core';
import type { RegionTint } from '@reihe/shared-contracts';

/** A term (region, category, language). Its words are projected; a region's tint is the same wherever it appears. */
@Component({
  selector: 'reihe-chip',
  template: '<ng-content />',
  host: {
    '[style.--chip-tint]': 'tint() ? "var(--" + tint() + "-tint)" : null',
    '[style.--chip-ink]': 'tint() ? "var(--" + tint() + "-ink)" : null',
  },
  styles: `
    :host {
      display: inline-block;
      padding: 0.2em 0.75em;
      border-radius: 999px;
      background: var(--chip-tint, var(--quiet-tint));
      color: var(--chip-ink, var(--quiet-ink));
      font-size: var(--step--1);
      font-weight: 550;
      line-height: 1.5;
    }
  `,
})
export class Chip {
  readonly tint = input<RegionTint | null>(null);
}
