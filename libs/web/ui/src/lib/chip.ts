import { Component, computed, input, ViewEncapsulation } from '@angular/core';
import type { RegionTint } from '@reihe/shared-contracts';

/** A term (region, category, language). Its words are projected; a region's tint is the same wherever it appears. */
@Component({
  selector: 'reihe-chip',
  template: '<ng-content />',
  host: { '[attr.style]': 'style()' },
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-chip {
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

  protected readonly style = computed(() => {
    const tint = this.tint();
    return tint === null ? null : `--chip-tint: var(--${tint}-tint); --chip-ink: var(--${tint}-ink)`;
  });
}
