import { Component, inject, input } from '@angular/core';
import { Moments } from '@reihe/admin-ui';
import type { KeptWork } from './kept-work';

/** What was typed at another time and not saved: to go on with, to look at, or to drop. */
@Component({
  selector: 'reihe-draft-offer',
  template: `
    @if (work().offer(); as draft) {
      <section class="notice" aria-labelledby="draft-offer">
        <p id="draft-offer" role="status" i18n="@@admin.draft.offer">
          You have unsaved changes from {{ moments.when(draft.updatedAt) }}
        </p>
        <div>
          <button type="button" class="button" (click)="work().takeUp()" i18n="@@admin.draft.take-up">
            Continue
          </button>
          <button
            type="button"
            class="button quiet"
            (click)="work().showDifferences()"
            i18n="@@admin.draft.look"
          >
            See differences
          </button>
          <button type="button" class="button quiet" (click)="work().discard()" i18n="@@admin.draft.discard">
            Discard
          </button>
        </div>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-xs) var(--space-s);
      align-items: center;
      margin-block-end: var(--space-s);
      padding: var(--space-xs) var(--space-s);
      border-inline-start: 3px solid var(--harbour);
      background: var(--surface);
    }
    p {
      flex: 1 1 16rem;
      margin: 0;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
  `,
})
export class DraftOffer {
  readonly work = input.required<KeptWork>();
  protected readonly moments = inject(Moments);
}
