import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer } from '@reihe/admin-ui';
import { RecapsClient, SessionsClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState } from '@reihe/web-ui';
import { BlankRecap } from './blank-recap';

/** A recap begins with a session that was held, whose records fill in what they can, or with an empty page. */
@Component({
  selector: 'reihe-new-recap',
  imports: [AnswerStates, BlankRecap, EmptyState, RouterLink],
  template: `
    <header class="page-head">
      <p class="kicker"><a routerLink="/recaps" i18n="@@recap-desk.list.heading">Recaps</a></p>
      <h1 tabindex="-1" i18n="@@recap-desk.list.new">New recap</h1>
    </header>
    <section class="panel" aria-labelledby="from-session">
      <h2 id="from-session" i18n="@@recap-desk.new.from-session">From a session that was held</h2>
      <p i18n="@@recap-desk.new.lead">
        Its title, people, figures, regions and categories are filled in. Further sessions can be added later.
      </p>
      <reihe-answer-states [answer]="read" [hasAnswer]="answer() !== undefined">
        @if (held().length > 0) {
          <ul role="list" class="rows">
            @for (session of held(); track session.id) {
              <li>
                <button type="button" class="link" [disabled]="isBusy()" (click)="begin(session.id)">
                  {{ session.title }}
                </button>
                <small>
                  {{ session.seriesTitle }} · {{ formats.day(session.startsAt, session.timeZone) }}
                  @if (session.recaps > 0) {
                    · <ng-container i18n="@@recap-desk.new.has-recap">has a recap</ng-container>
                  }
                </small>
              </li>
            }
          </ul>
        } @else {
          <reihe-empty-state
            i18n-heading="@@recap-desk.new.none"
            heading="No session has been held yet"
            i18n-text="@@recap-desk.new.none-text"
            text="Sessions appear here once they are over."
          />
        }
      </reihe-answer-states>
    </section>
    <section class="panel" aria-labelledby="blank">
      <h2 id="blank" i18n="@@recap-desk.new.blank">From an empty page</h2>
      <reihe-blank-recap />
    </section>
  `,
  styles: `
    ul {
      max-block-size: 26rem;
      overflow-y: auto;
    }
    small {
      display: block;
      color: var(--ink-soft);
    }
  `,
})
export class NewRecap {
  private readonly recaps = inject(RecapsClient);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly formats = inject(Formats);
  protected readonly isBusy = signal(false);
  protected readonly read = inject(SessionsClient).list(() => ({ state: 'held', pageSize: 100 }));
  protected readonly answer = lastAnswer(this.read);
  /** Those still without a recap first, the latest first among them. */
  protected readonly held = computed(() =>
    [...(this.answer()?.items ?? [])].sort(
      (a, b) => Math.min(a.recaps, 1) - Math.min(b.recaps, 1) || b.startsAt.localeCompare(a.startsAt),
    ),
  );

  protected async begin(sessionId: string): Promise<void> {
    this.isBusy.set(true);
    try {
      const recap = await this.recaps.createFromSession(sessionId);
      await this.router.navigate(['/recaps', recap.id]);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isBusy.set(false);
    }
  }
}
