import { Component, computed, inject, input } from '@angular/core';
import type { PersonalDataCounts } from '@reihe/shared-figures';
import { Formats } from '@reihe/web-platform';
import { heldWords } from './privacy-words';

/** How much of each kind; what there is none of is not named. */
@Component({
  selector: 'reihe-counts-list',
  template: `
    <dl>
      @for (one of kinds(); track one.kind) {
        <div>
          <dt>{{ one.words }}</dt>
          <dd>{{ one.value }}</dd>
        </div>
      } @empty {
        <div>
          <dt i18n="@@privacy.nothing">Nothing</dt>
          <dd>0</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      margin: 0;
    }
    div {
      display: flex;
      gap: var(--space-s);
      justify-content: space-between;
      max-inline-size: 24rem;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class CountsList {
  readonly counts = input.required<PersonalDataCounts>();
  private readonly formats = inject(Formats);
  protected readonly kinds = computed(() => heldWords(this.counts(), (value) => this.formats.number(value)));
}
