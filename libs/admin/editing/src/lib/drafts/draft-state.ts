import { Component, inject, input } from '@angular/core';
import { Moments } from '@reihe/admin-ui';
import type { KeptWork } from './kept-work';

/** Whether what is typed is kept as a draft; quiet, since nothing has to be done about it. */
@Component({
  selector: 'reihe-draft-state',
  template: `
    @switch (work().state()) {
      @case ('kept') {
        @if (work().keptAt(); as at) {
          <span i18n="@@admin.draft.kept">Kept as a draft at {{ moments.time(at) }}</span>
        }
      }
      @case ('here') {
        <span i18n="@@admin.draft.here">Kept in this browser; sent when the server can be reached</span>
      }
      @case ('failed') {
        <span i18n="@@admin.draft.failed">Cannot be kept as a draft right now</span>
      }
      @case ('held') {
        <span i18n="@@admin.draft.held">Kept as soon as you decide about the earlier changes above</span>
      }
    }
  `,
  styles: `
    :host {
      color: var(--ink-soft);
      font-size: var(--step--1);
    }
  `,
})
export class DraftState {
  readonly work = input.required<KeptWork>();
  protected readonly moments = inject(Moments);
}
