import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer } from '@reihe/admin-ui';
import { SeriesClient } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';

/** The way to each series' figures. */
@Component({
  selector: 'reihe-figures-list',
  imports: [AnswerStates, EmptyState, RouterLink],
  template: `
    <header class="page-head"><h1 tabindex="-1" i18n="@@figures.all">Figures</h1></header>
    <reihe-answer-states [answer]="series" [hasAnswer]="answer() !== undefined">
      <ul role="list" class="rows">
        @for (one of answer()?.items; track one.id) {
          <li>
            <a [routerLink]="['/figures', one.id]">{{ one.title }}</a>
            <span class="small">· {{ formats.period(one.startsOn, one.endsOn) }}</span>
          </li>
        } @empty {
          <li>
            <reihe-empty-state
              i18n-heading="@@figures.none"
              heading="No figures yet"
              i18n-text="@@figures.none-text"
              text="They begin with the first series and its sessions."
            />
          </li>
        }
      </ul>
    </reihe-answer-states>
  `,
})
export class FiguresList {
  protected readonly formats = inject(Formats);
  protected readonly series = inject(SeriesClient).list(() => ({ pageSize: 100 }));
  protected readonly answer = lastAnswer(this.series);
}
