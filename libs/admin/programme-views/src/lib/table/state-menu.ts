import { Component, computed, inject, input } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Ask } from '@reihe/admin-ui';
import { sessionStateTone, sessionStateWords } from '@reihe/admin-session-form';
import type { Session, SessionListItem } from '@reihe/shared-contracts';
import { canCancelSession, canHoldSession } from '@reihe/shared-policies';
import { SessionsClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { ProgrammeNews } from '../programme-news';
import { ToldChanges } from '../told-changes';

/** A session's state, and the steps that are possible from it; each is asked about before it is taken. */
@Component({
  selector: 'reihe-state-menu',
  imports: [MatMenuModule, StateBadge],
  template: `
    @if (mayWrite() && hasSteps()) {
      <button type="button" class="opener" [matMenuTriggerFor]="menu">
        <reihe-state-badge [tone]="tone()">{{ words() }}</reihe-state-badge>
        <span class="visually-hidden" i18n="@@planning.state.change"
          >Change the state of {{ session().title }}</span
        >
      </button>
      <mat-menu #menu="matMenu">
        @if (session().state === 'draft') {
          <button mat-menu-item (click)="publish()" i18n="@@planning.state.publish">Publish …</button>
        }
        @if (canHold()) {
          <button mat-menu-item (click)="hold()" i18n="@@planning.state.hold">Mark as held …</button>
        }
        @if (canCancel()) {
          <button mat-menu-item (click)="cancel()" i18n="@@planning.state.cancel">Cancel …</button>
        }
      </mat-menu>
    } @else {
      <reihe-state-badge [tone]="tone()">{{ words() }}</reihe-state-badge>
    }
  `,
  styles: `
    .opener {
      padding: 0;
      border: 1px solid transparent;
      border-radius: var(--radius);
      background: none;
      font: inherit;
      cursor: pointer;
    }
    .opener:hover {
      border-color: var(--line-strong);
    }
  `,
})
export class StateMenu {
  readonly session = input.required<SessionListItem>();
  readonly mayWrite = input(false);

  private readonly sessions = inject(SessionsClient);
  private readonly told = inject(ToldChanges);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly news = inject(ProgrammeNews);

  protected readonly words = computed(() => sessionStateWords(this.session().state));
  protected readonly tone = computed(() => sessionStateTone(this.session().state));
  protected readonly canCancel = computed(() => canCancelSession(this.session()).isAllowed);
  protected readonly canHold = computed(() => {
    const { state, startsAt } = this.session();
    return canHoldSession({ state, startsAt: new Date(startsAt) }, new Date()).isAllowed;
  });
  protected readonly hasSteps = computed(
    () => this.session().state === 'draft' || this.canHold() || this.canCancel(),
  );

  protected async publish(): Promise<void> {
    const { id, version } = this.session();
    const isSure = await this.ask.confirm({
      title: $localize`:@@planning.state.publish-title:Publish “${this.session().title}:title:”?`,
      text: $localize`:@@programme.publish.text:Everybody can read it then, and register as soon as registration opens. Its address stays as it is.`,
      action: $localize`:@@programme.publish.action:Publish`,
    });
    if (isSure) await this.carryOut(() => this.sessions.publish(id, version));
  }

  protected async hold(): Promise<void> {
    const { id, version } = this.session();
    const isSure = await this.ask.confirm({
      title: $localize`:@@planning.state.hold-title:Mark “${this.session().title}:title:” as held?`,
      text: $localize`:@@programme.hold.text:It then appears among the past sessions and can have a recap. Sessions that ended are marked by themselves after a few minutes.`,
      action: $localize`:@@programme.hold.action:It was held`,
    });
    if (isSure) await this.carryOut(() => this.sessions.hold(id, version));
  }

  protected async cancel(): Promise<void> {
    const session = this.session();
    await this.carryOut(
      () => this.told.cancel(session),
      () => this.told.offerUndo(session),
    );
  }

  private async carryOut(
    act: () => Promise<Session | null>,
    say: () => unknown = () =>
      this.snackBar.open($localize`:@@planning.saved:Saved: ${this.session().title}:title:`),
  ): Promise<void> {
    try {
      if (await act()) void say();
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.news.changedHere();
  }
}
