import { Component, computed, inject, input, output } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { cancelSessionRules, publicPaths, type Session } from '@reihe/shared-contracts';
import { canCancelSession, canHoldSession } from '@reihe/shared-policies';
import { Ask } from '@reihe/admin-ui';
import { SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { ChangeTelling } from './change-telling';

export type SessionChange = (version: number) => Promise<Session>;

/** What can be done with a session in its state by whoever is signed in; each is asked about before it happens. */
@Component({
  selector: 'reihe-session-actions',
  template: `
    @if (session().state !== 'draft') {
      <a class="button quiet" target="_blank" [href]="publicPage()" i18n="@@programme.session.public">
        Public page
      </a>
    }
    @if (mayWrite()) {
      @switch (session().state) {
        @case ('draft') {
          <button
            type="button"
            class="button"
            [disabled]="isBlocked()"
            (click)="publish()"
            i18n="@@programme.session.publish"
          >
            Publish
          </button>
        }
        @case ('published') {
          @if (canHold()) {
            <button
              type="button"
              class="button quiet"
              [disabled]="isBlocked()"
              (click)="hold()"
              i18n="@@programme.session.hold"
            >
              Mark as held
            </button>
          }
        }
      }
      @if (canCancel()) {
        <button
          type="button"
          class="button quiet destructive"
          [disabled]="isBlocked()"
          (click)="cancel()"
          i18n="@@programme.session.cancel"
        >
          Cancel the session …
        </button>
      }
      @if (isBlocked()) {
        <p class="small" i18n="@@programme.session.save-first">Save first, then go on here.</p>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
    }
    p {
      margin: 0;
    }
  `,
})
export class SessionActions {
  readonly session = input.required<Session>();
  /** True while something is not saved: what is published must be what one sees. */
  readonly isBlocked = input(false);
  readonly changed = output<SessionChange>();

  private readonly sessions = inject(SessionsClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly telling = inject(ChangeTelling);
  private readonly snackBar = inject(MatSnackBar);
  private readonly language = inject(LANGUAGE);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly publicPage = computed(() => publicPaths.session(this.language, this.session().slug));
  protected readonly canCancel = computed(() => canCancelSession(this.session()).isAllowed);
  protected readonly canHold = computed(() => {
    const { state, startsAt } = this.session();
    return canHoldSession({ state, startsAt: new Date(startsAt) }, new Date()).isAllowed;
  });

  protected async publish(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@programme.publish.title:Publish this session?`,
      text: $localize`:@@programme.publish.text:Everybody can read it then, and register as soon as registration opens. Its address stays as it is.`,
      action: $localize`:@@programme.publish.action:Publish`,
    });
    if (isSure) this.changed.emit((version) => this.sessions.publish(this.session().id, version));
  }

  protected async hold(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@programme.hold.title:Mark this session as held?`,
      text: $localize`:@@programme.hold.text:It then appears among the past sessions and can have a recap. Sessions that ended are marked by themselves after a few minutes.`,
      action: $localize`:@@programme.hold.action:It was held`,
    });
    if (isSure) this.changed.emit((version) => this.sessions.hold(this.session().id, version));
  }

  protected async cancel(): Promise<void> {
    const reason = await this.ask.reason({
      title: $localize`:@@programme.cancel.title:Cancel this session?`,
      text: $localize`:@@programme.cancel.text:Everyone registered and every speaker is told by e-mail and their calendars drop the session. You see the mails first, and can undo it for 30 seconds.`,
      action: $localize`:@@programme.cancel.action:Go on to the mails`,
      reason: {
        label: $localize`:@@programme.cancel.reason:Reason`,
        hint: $localize`:@@programme.cancel.reason-hint:It is sent exactly as you write it and stands on the public page.`,
        rules: cancelSessionRules.reason,
      },
    });
    if (reason === null) return;
    try {
      const { version } = this.session();
      const cancellation = await this.telling.forCancellation(this.session(), { version, reason });
      if (cancellation) this.changed.emit(() => this.sessions.cancel(this.session().id, cancellation));
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }
}
