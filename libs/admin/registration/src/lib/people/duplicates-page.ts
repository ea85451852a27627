import { Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer } from '@reihe/admin-ui';
import type { LikelyPair } from '@reihe/shared-registration';
import { DeskClient, StaffAccess } from '@reihe/web-data-access';
import { EmptyState } from '@reihe/web-ui';
import { firstValueFrom } from 'rxjs';
import { MergeDialog, type MergeQuestion } from './merge-dialog';

/** Entries that may be one person, of those who are registered for a session or series. */
@Component({
  selector: 'reihe-duplicates-page',
  imports: [AnswerStates, EmptyState, RouterLink],
  template: `
    <header class="page-head">
      <p class="kicker">
        <a [routerLink]="back()" i18n="@@registration.page.heading">Registrations</a>
      </p>
      <h1 tabindex="-1" i18n="@@registration.duplicates.heading">Likely duplicates</h1>
    </header>
    <p i18n="@@registration.duplicates.intro">
      The same name and organisation, or the same address but for dots and tags. Nothing is merged before you
      have seen what becomes of each registration.
    </p>
    <reihe-answer-states [answer]="pairs" [hasAnswer]="answer() !== undefined">
      @if (answer(); as found) {
        <ul role="list">
          @for (pair of found; track pair.one.id + pair.other.id) {
            <li class="panel">
              <div class="pair">
                @for (person of [pair.one, pair.other]; track person.id) {
                  <div>
                    <a [routerLink]="['/participants', person.id]"
                      ><bdi>{{ person.name || person.email }}</bdi></a
                    >
                    <small
                      ><bdi>{{ person.email }}</bdi></small
                    >
                    <small
                      ><bdi>{{ person.organisation }}</bdi></small
                    >
                  </div>
                }
              </div>
              @if (mayWrite()) {
                <button type="button" class="button quiet" (click)="merge(pair)">
                  <ng-container i18n="@@registration.person.merge">Merge …</ng-container>
                  <span class="visually-hidden">{{ pair.one.email }}, {{ pair.other.email }}</span>
                </button>
              }
            </li>
          } @empty {
            <li>
              <reihe-empty-state
                i18n-heading="@@registration.duplicates.none"
                heading="Nobody seems to be there twice"
                i18n-text="@@registration.duplicates.none-text"
                text="Whoever you know to be one person can be merged from their own page."
              />
            </li>
          }
        </ul>
      }
    </reihe-answer-states>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--space-s);
      margin-block-end: var(--space-2xs);
    }
    small {
      display: block;
      color: var(--ink-soft);
      overflow-wrap: anywhere;
    }
    ul {
      margin: 0;
      padding: 0;
    }
  `,
})
export class DuplicatesPage {
  /** From the address: one of both. */
  readonly sessionId = input<string>();
  readonly seriesId = input<string>();

  private readonly dialogs = inject(MatDialog);
  private readonly access = inject(StaffAccess);
  protected readonly pairs = inject(DeskClient).likelyPairs(() =>
    this.sessionId() ? { session: this.sessionId() } : { series: this.seriesId() },
  );
  protected readonly answer = lastAnswer(this.pairs);
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly back = computed(() =>
    this.sessionId()
      ? ['/sessions', this.sessionId(), 'registrations']
      : ['/series', this.seriesId(), 'registrations'],
  );

  protected async merge({ one, other }: LikelyPair): Promise<void> {
    const dialog = this.dialogs.open<MergeDialog, MergeQuestion, string>(MergeDialog, {
      data: { ids: [one.id, other.id] },
      width: '52rem',
      maxWidth: '96vw',
    });
    if (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) this.pairs.reload();
  }
}
