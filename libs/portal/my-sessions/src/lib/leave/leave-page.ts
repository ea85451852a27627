import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { publicPaths } from '@reihe/shared-contracts';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

/** Asks once, and tells what happens, before a person is deleted. */
@Component({
  selector: 'reihe-leave-page',
  imports: [ErrorSummary, LinkFailure, PageHeading, PageLoading, RouterLink],
  template: `
    @if (read.failure(); as failure) {
      <reihe-link-failure [failure]="failure" (retry)="read.retry()" />
    } @else if (read.value(); as profile) {
      <div class="page">
        <reihe-page-heading [heading]="title">
          <p class="lead" i18n="@@register.leave.text">
            We delete everything that says who you are: {{ profile.email }}, your name and all you wrote.
          </p>
        </reihe-page-heading>
        <reihe-error-summary [heading]="notDone" [notice]="notice()" />
        <ul class="measure">
          <li i18n="@@register.leave.seats">Places in sessions to come go to the next people first.</li>
          <li i18n="@@register.leave.counts">
            That somebody took part stays counted, with nothing that leads to you.
          </li>
          <li i18n="@@register.leave.links">All your links end, this one too. It cannot be undone.</li>
        </ul>
        <form method="post" [action]="action()" (submit)="leave($event)">
          <button
            class="button"
            [attr.aria-disabled]="isSending() ? 'true' : null"
            i18n="@@register.leave.yes"
          >
            Delete everything about me
          </button>
        </form>
        <p class="ways">
          <a [routerLink]="['/register/manage', token()]" i18n="@@register.own.back">Back to my sessions</a>
        </p>
      </div>
    } @else {
      <reihe-page-loading />
    }
  `,
  styleUrl: '../own-pages.css',
})
export class LeavePage {
  /** Bound from the address. */
  readonly token = input.required<string>();

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);

  protected readonly read = readHandedOver('own-profile', () => this.client.profile(this.token()));
  protected readonly action = computed(() => mySessionsPaths.leave(this.language, this.token()));
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  protected readonly title = $localize`:@@register.leave.title:Delete me`;
  protected readonly notDone = $localize`:@@register.join.not-joined:That did not work`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.leave(language, this.token()));
    const submitted = submittedForm();
    if (submitted) this.notice.set(participantFailureWords({ kind: 'problem', problem: submitted.problem }));
  }

  protected async leave(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.notice.set('');
    try {
      await this.client.leave(this.token());
      const gone = mySessionsPaths.gone(this.language).slice(publicPaths.home(this.language).length);
      await this.router.navigateByUrl(gone, { replaceUrl: true });
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }
}
