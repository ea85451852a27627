import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE, type Failure } from '@reihe/web-platform';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import {
  ErrorSummary,
  Field,
  FieldControl,
  fieldErrorWords,
  participantFailureWords,
} from '@reihe/web-forms';
import { MySessionsClient } from '../my-sessions-client';

/** Asks for another address of one's own. The answer is the same whoever has it: the mail to it tells. */
@Component({
  selector: 'reihe-change-email-page',
  imports: [ErrorSummary, Field, FieldControl, LinkFailure, PageHeading, PageLoading, RouterLink],
  templateUrl: './change-email-page.html',
  styleUrl: '../own-pages.css',
})
export class ChangeEmailPage {
  /** Bound from the address. */
  readonly token = input.required<string>();
  /** From the query, after a form without scripts. */
  readonly done = input<string>();

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);
  private readonly submitted = submittedForm();

  protected readonly read = readHandedOver('own-profile', () => this.client.profile(this.token()));
  protected readonly action = computed(() => mySessionsPaths.changeEmail(this.language, this.token()));
  protected readonly typed = [this.submitted?.values['newEmail'] ?? ''].flat()[0] ?? '';
  protected readonly isSent = signal(false);
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  protected readonly error = signal('');
  protected readonly title = $localize`:@@register.email.title:Change my e-mail address`;
  protected readonly sentTitle = $localize`:@@register.mail.title:Please look into your mail`;
  protected readonly label = $localize`:@@register.email.label:New e-mail address`;
  protected readonly check = $localize`:@@register.page.check:Please check your entries`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.changeEmail(language, this.token()));
    if (this.submitted) this.refuse({ kind: 'problem', problem: this.submitted.problem });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const newEmail = new FormData(event.target as HTMLFormElement).get('newEmail');
    this.isSending.set(true);
    this.notice.set('');
    this.error.set('');
    try {
      await this.client.changeEmail({
        token: this.token(),
        newEmail: typeof newEmail === 'string' ? newEmail : '',
      });
      this.isSent.set(true);
    } catch (error) {
      this.refuse(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private refuse(failure: Failure): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    const own = fields.find(({ path }) => path === 'newEmail');
    if (own) this.error.set(fieldErrorWords(own.code, own.limit));
    else this.notice.set(participantFailureWords(failure));
  }
}
