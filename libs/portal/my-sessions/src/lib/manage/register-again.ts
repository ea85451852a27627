import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { publicPaths, type SeatView } from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, RegistrationClient } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';

/** The way back for whoever has just cancelled: what they would get now, and one button. Nothing where nobody is taken. */
@Component({
  selector: 'reihe-register-again',
  imports: [RouterLink],
  template: `
    @if (seats(); as now) {
      <form method="post" [action]="action()">
        <p>
          @if (now.phase === 'waiting-list') {
            <ng-container i18n="@@register.again.waiting-list"
              >Changed your mind? Others come first now: you would stand at the end of the waiting
              list.</ng-container
            >
          } @else if (now.mode === 'approval') {
            <ng-container i18n="@@register.again.approval"
              >Changed your mind? The hosts would decide about it anew.</ng-container
            >
          } @else {
            <ng-container i18n="@@register.again.free"
              >Changed your mind? A place is still free.</ng-container
            >
          }
        </p>
        <input type="hidden" name="sessionSlugs" [value]="slug()" />
        <input type="hidden" name="hasAcceptedPrivacyNotice" value="on" />
        <button class="button" i18n="@@register.again.button">Register again</button>
        <p class="small">
          <ng-container i18n="@@register.again.consent"
            >With it you agree again that your entries are used to run this session:</ng-container
          >&ngsp;
          <a [href]="privacy" target="_blank" i18n="@@register.again.privacy"
            >privacy notice (opens in a new tab)</a
          >.&ngsp;
          <ng-container i18n="@@register.again.needs"
            >What you need in order to take part is not taken along; you say it under</ng-container
          >&ngsp;
          <a [routerLink]="['/register/manage', token(), 'data']" i18n="@@register.data.title">My data</a>.
        </p>
      </form>
    }
  `,
  styles: `
    form {
      max-inline-size: 44rem;
      margin-block-end: var(--space-l);
      padding: 0 var(--space-s) var(--space-xs);
      border-inline-start: 4px solid var(--go-ink);
    }
  `,
})
export class RegisterAgain {
  readonly token = input.required<string>();
  readonly slug = input.required<string>();

  private readonly client = inject(RegistrationClient);
  private readonly language = inject(LANGUAGE);
  private readonly read = readHandedOver<SeatView | null>('seats-again', () => this.seatsNow());

  protected readonly privacy = publicPaths.privacy(this.language);
  protected readonly action = computed(() => mySessionsPaths.more(this.language, this.token()));
  protected readonly seats = computed(() => {
    const seats = this.read.value();
    return seats && canRegister(seats.phase) ? seats : null;
  });

  /** That it is cancelled is said whether or not the way back can be: a failure here is none of the page's. */
  private async seatsNow(): Promise<SeatView | null> {
    try {
      const [session] = await this.client.sessions([this.slug()]);
      return session?.seats ?? null;
    } catch {
      return null;
    }
  }
}
